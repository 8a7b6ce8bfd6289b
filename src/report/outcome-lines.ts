import { whyShort } from '../buildkit/error-messages.ts'
import { isCancellation } from '../buildkit/record.ts'
import { lostSentences } from '../plan/dropped-caches.ts'
import { instructionText } from './escape.ts'
import { shownExports } from './exports.ts'
import type { Outcome } from './outcome.ts'
import {
  causeSentence,
  costSentence,
  describeExport,
  describeState,
  headline,
  heldSentence,
  missedSentence,
  NOT_BEGUN,
  orderHint,
  originSentence,
  unreadableSentence,
  zstdSentence,
} from './outcome-text.ts'
import type { Source } from './sources.ts'

const plain = (text: string): string => text
const MISSES = 3
/** In characters: of a longer instruction only its first word is shown. */
const MOST = 240
const shown = (instruction: string): string => instructionText(instruction, MOST)

/** What the cache did, for the log: a title with the main result, and about ten lines. */
export function outcomeLines(
  outcome: Outcome,
  notWritten: readonly string[],
  dockerfile: string,
): { title: string; lines: string[] } {
  const { unknown, sources, exports, advice } = outcome
  const missed = advice.missed.slice(0, MISSES).map((it) => {
    const place = it.line === undefined ? '' : `${dockerfile}:${it.line} `
    const causes = causeSentence(it, plain)
    return line(
      'not cached',
      `${place}${shown(it.instruction)}: it ${missedSentence(it, plain)}${causes === '' ? '' : `. ${causes}`}`,
    )
  })
  const more = advice.missed.length - missed.length
  const hints = [orderHint(advice.missed, shown), zstdSentence(outcome)].filter((it) => it !== '')
  return {
    title: `Cache: ${headline(outcome)}`,
    lines: [
      ...(unknown === undefined || unknown === NOT_BEGUN ? [] : [line('note', unknown)]),
      ...[
        originSentence(outcome, plain),
        costSentence(outcome),
        heldSentence(outcome, plain),
        unreadableSentence(outcome, plain),
      ]
        .filter((it) => it !== '')
        .map((it) => line('steps', it)),
      ...sources.map((it) => line('read', `${scopeOf(it)}: ${describeState(it, outcome, plain)}`)),
      ...shownExports(exports).map((it) =>
        line(
          'write',
          `${it.backend} ${it.keys.join(it.isCertain || it.isLost ? ' and ' : ' or ')}: ${describeExport(it, whyShort)}`,
        ),
      ),
      ...notWritten.map((why) => line('write', why)),
      ...missed,
      ...(more > 0 ? [line('not cached', `${more} more, in the summary`)] : []),
      ...hints.map((it) => line('advice', it)),
    ],
  }
}

/** As in the plan: `registry main (default)`. */
function scopeOf({ backend, scope, role, branch, isCommon }: Source): string {
  const whose = [role, isCommon ? 'common' : ''].filter((it) => it !== '').join(', ')
  const name = branch === '' || branch === scope ? whose : `${whose}: ${branch}`
  return [backend, scope, name === '' ? '' : `(${name})`].filter((it) => it !== '').join(' ')
}

function line(title: string, text: string): string {
  return `${title.padEnd(11)} ${text}`
}

/** What went wrong with the caches, a sentence each. */
export function outcomeWarnings({ sources, exports, lost }: Outcome): string[] {
  // A cancelled export only shows that the build failed or was stopped, which is reported already.
  const failed = exports.filter(
    ({ state, isLost, why }) => state === 'failed' && !isLost && !isCancellation(why),
  )
  // If the cache was not written either, or was skipped, that line says it.
  const told = [...failed.map(({ backend }) => backend), ...lost.map(({ entry }) => entry.backend)]
  const unread = sources.filter(
    ({ state, role, backend, why }) =>
      state === 'failed' && role !== 'yours' && !told.includes(backend) && !isCancellation(why),
  )
  return [
    ...lostSentences(lost, whyShort),
    ...new Set(failed.map(({ backend, why }) => `The ${backend} cache was not written: ${why}`)),
    ...new Set(unread.map(({ backend, why }) => `The ${backend} cache was not read: ${whyShort(why)}`)),
  ]
}
