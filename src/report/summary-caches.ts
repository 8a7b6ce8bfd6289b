import { code, escapeText } from './escape.ts'
import type { Export } from './exports.ts'
import { formatSeconds } from './format.ts'
import type { Outcome } from './outcome.ts'
import type { Source } from './sources.ts'
import { whyShort } from './words.ts'

const MOST = 60

/** What was read and written, a row each. */
export function cacheTable(outcome: Outcome, notWritten: readonly string[]): string[] {
  const { sources, exports, origin } = outcome
  const more = sources.length - MOST
  const rows = [
    ...sources.slice(0, MOST).map((it) => readRow(it, origin.steps === 0)),
    ...(more > 0 ? [row('', `and ${more} more that were read`, [])] : []),
    ...exports.slice(0, MOST).map(writeRow),
    ...notWritten.map((why) => row('– not written', escapeText(why), [])),
  ]
  return rows.length === 0 ? [] : [`| Result | Cache |\n| --- | --- |\n${rows.join('\n')}`]
}

const results = {
  found: '✓ read',
  missing: '– not there yet',
  failed: '✗ not read',
  read: '? read',
  unread: '– not reached',
}

function readRow(source: Source, nothingTaken: boolean): string {
  const { backend, scope, role, branch, isCommon, state, why, seconds } = source
  const whose = [role, isCommon ? 'common' : ''].filter((it) => it !== '').join(', ')
  const name = [branch === '' ? '' : escapeText(branch, 60), whose === '' ? '' : `(${whose})`]
    .join(' ')
    .trim()
  const time = seconds >= 0.1 ? `, ${formatSeconds(seconds)}` : ''
  const told =
    state !== 'read' ? '' : nothingTaken ? 'nothing taken' : 'BuildKit does not report whether it existed'
  const key = scope === '' ? backend : `${backend} ${code(scope, 140)}`
  return row(`${results[state]}${time}`, name || 'one of several', [key, escapeText(why), told])
}

function writeRow({ backend, keys, isCertain, state, why, seconds }: Export): string {
  const result = state === 'written' ? `✓ written, ${formatSeconds(seconds)}` : '✗ not written'
  const names = keys.map((key) => code(key, 140)).join(isCertain ? ' and ' : ' or ')
  return row(result, `${backend} ${names === '' ? '(yours)' : names}`, [escapeText(whyShort(why))])
}

function row(result: string, name: string, about: readonly string[]): string {
  return `| ${result} | ${[name, ...about.filter((it) => it !== '')].join('<br>')} |`
}
