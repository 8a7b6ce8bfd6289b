import { whyShort } from '../buildkit/error-messages.ts'
import { formatSeconds } from '../lib/format.ts'
import { cellCode, cellSentence } from './escape.ts'
import { type Export, shownExports } from './exports.ts'
import type { Outcome } from './outcome.ts'
import type { Source } from './sources.ts'

const MOST = 60

/** What was read and written, a row each. */
export function cacheTable(outcome: Outcome, notWritten: readonly string[]): string[] {
  const { sources, exports, origin } = outcome
  const more = sources.length - MOST
  const rows = [
    ...sources.slice(0, MOST).map((it) => readRow(it, origin.steps === 0)),
    ...(more > 0 ? [row('', `and ${more} more that were read`, [])] : []),
    ...shownExports(exports).slice(0, MOST).map(writeRow),
    ...notWritten.map((why) => row('– not written', cellSentence(why), [])),
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
  const name = [branch === '' ? '' : cellCode(branch), whose === '' ? '' : `(${whose})`].join(' ').trim()
  const time = seconds >= 0.1 ? `, ${formatSeconds(seconds)}` : ''
  const told =
    state !== 'read' ? '' : nothingTaken ? 'nothing taken' : 'BuildKit does not report whether it existed'
  const key = scope === '' ? backend : `${backend} ${cellCode(shownKey(scope))}`
  return row(`${results[state]}${time}`, name || 'one of several', [
    key,
    why === '' ? '' : cellSentence(why),
    told,
  ])
}

function writeRow({ backend, keys, isCertain, state, why, seconds }: Export): string {
  const result = state === 'written' ? `✓ written, ${formatSeconds(seconds)}` : '✗ not written'
  const names = keys.map((key) => cellCode(shownKey(key))).join(isCertain ? ' and ' : ' or ')
  return row(result, `${backend} ${names === '' ? '(yours)' : names}`, [
    why === '' ? '' : cellSentence(whyShort(why)),
  ])
}

function row(result: string, name: string, about: readonly string[]): string {
  return `| ${result} | ${[name, ...about.filter((it) => it !== '')].join('<br>')} |`
}

/**
 * A key without the words of the name, which is shown next to it: they could come from a secret that no mask would find
 * in this form. The hash remains, and the log has the whole key.
 */
function shownKey(key: string): string {
  return key.replace(/(^|__|\.\.)(queue-)?[a-z0-9._-]*?-([0-9a-f]{16})(?=$|__|\.\.)/g, '$1$2…$3')
}
