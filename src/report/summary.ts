import { percent } from '../lib/format.ts'
import { code, instructionText, sentence } from './escape.ts'
import { fold } from './fold.ts'
import { ratioBar } from './intervals.ts'
import type { Outcome } from './outcome.ts'
import {
  causeSentence,
  costSentence,
  headline,
  heldSentence,
  missedSentence,
  NOT_BEGUN,
  orderHint,
  originSentence,
  tally,
  unreadableSentence,
  zstdSentence,
} from './outcome-text.ts'
import { cacheTable } from './summary-caches.ts'
import { timeline } from './summary-steps.ts'
import type { Title } from './title.ts'

/** GitHub drops a summary of more than 1 MiB. */
const LIMIT = 1_000_000
/** In characters: of a longer instruction only the first word is shown here; the list of steps has all of it. */
const SHORT = 240
const FEW = 3

/** The job summary, in GitHub's Markdown: the main results in a few lines, the rest folded. */
export function summary(outcome: Outcome, title: Title, notWritten: readonly string[]): string {
  const parts = [
    ...head(outcome, title),
    ...advice(outcome, title),
    ...cacheTable(outcome, notWritten),
    ...timeline(outcome),
  ]
  const text = `${parts.join('\n\n')}\n`
  if (Buffer.byteLength(text) <= LIMIT) return text
  return `${[...head(outcome, title), 'The details are too long for a summary.'].join('\n\n')}\n`
}

function head(outcome: Outcome, { image, branch, shard }: Title): string[] {
  const { count } = outcome
  const names = [branch, image, shard].filter((it) => it !== '').map((it) => code(it))
  const of = names.length === 0 ? 'Cache' : `Cache of ${names.join(' · ')}`
  const sentences = [
    originSentence(outcome, code),
    costSentence(outcome),
    heldSentence(outcome, code),
    unreadableSentence(outcome, code),
  ].filter((it) => it !== '')
  return [
    `### ${of}: ${headline(outcome)}`,
    ...(count && count.total > 0
      ? [
          `\`${ratioBar(count.ratio, 30)}\` ░ ${count.cached} cached (${percent(count.ratio)}&nbsp;%) · ${tally(outcome)}`,
        ]
      : []),
    ...(outcome.unknown === undefined || outcome.unknown === NOT_BEGUN
      ? []
      : [sentence(`${capital(outcome.unknown)}.`)]),
    ...(sentences.length > 0 ? [sentences.join(' ')] : []),
  ]
}

function advice(outcome: Outcome, { dockerfile }: Title): string[] {
  const items = outcome.advice.missed.map((missed) => {
    const file = missed.line === undefined ? '' : `${code(`${dockerfile}:${missed.line}`)} `
    const causes = causeSentence(missed, code)
    const stage = missed.stage === '' ? '' : ` (stage ${code(missed.stage)})`
    return `- ${file}${code(instructionText(missed.instruction, SHORT))}${stage} ${missedSentence(missed, code)}.${causes === '' ? '' : ` ${causes}.`}`
  })
  const hints = [
    orderHint(outcome.advice.missed, (it) => code(instructionText(it, SHORT))),
    zstdSentence(outcome),
  ].filter((it) => it !== '')
  const open = [...items.slice(0, FEW), ...hints.map((it) => `- ${it}`)]
  const more = items.slice(FEW, FEW + 50)
  const left = items.length - FEW - more.length
  return [
    ...(open.length > 0 ? [`**What to look at**\n\n${open.join('\n')}`] : []),
    ...(more.length > 0
      ? [
          fold(
            `${items.length - FEW} more that were not in the caches`,
            [...more, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n'),
          ),
        ]
      : []),
  ]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
