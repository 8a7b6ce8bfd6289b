import { type Interval, lengthOf } from '../buildkit/record.ts'
import { count, formatSeconds } from '../lib/format.ts'
import { isVisible } from '../runner/safe-line.ts'
import { fenced, instructionText } from './escape.ts'
import { fold } from './fold.ts'
import { CACHED, FAILED, OTHER, RAN, timeBar } from './intervals.ts'
import type { Outcome } from './outcome.ts'
import { placeOf, type Step } from './steps.ts'

const WIDTH = 14
const ROWS = 120
/** In characters: a longer position of a step shifts the columns after it. */
const WIDEST = 24

/** In characters: of a longer instruction only its first word is shown. */
const MOST = 2_000

type Row = { began: number; bar: string; result: string; place: string; what: string }

/** The steps as a time line, folded. */
export function timeline({ steps, others }: Outcome): string[] {
  if (steps.length === 0) return []
  const shown = longest(steps, ROWS)
  const all = span([...steps.flatMap(({ times }) => times), ...others.flatMap(({ times }) => times)])
  const rows: Row[] = [
    ...shown.map((step) => stepRow(step, all)),
    ...others.map(({ name, times }) => ({
      began: times[0]?.[0] ?? 0,
      bar: timeBar(times, all, WIDTH, OTHER),
      result: formatSeconds(lengthOf(times)),
      place: '',
      what: name,
    })),
  ].sort((a, b) => a.began - b.began)
  const widthOf = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length))
  const results = widthOf(rows.map(({ result }) => result))
  const places = Math.min(WIDEST, widthOf(rows.map(({ place }) => place)))
  const lines = rows.map(({ bar, result, place, what }) =>
    [bar, result.padEnd(results), place.padEnd(places), what].join('  '),
  )
  const total = formatSeconds((all[1] - all[0]) / 1000)
  return [
    fold(
      `${count(steps.length, 'step')} in the order of their start, in ${total}: ${CACHED} cached, ${RAN} ran${steps.some(isBroken) ? `, ${FAILED} failed or cancelled` : ''}`,
      [fenced(lines), ...leftOut(steps, shown)].join('\n\n'),
    ),
  ]
}

function isBroken({ state }: Step): boolean {
  return state === 'failed' || state === 'cancelled'
}

function stepRow(step: Step, all: Interval): Row {
  const mark = { cached: CACHED, ran: RAN, failed: FAILED, cancelled: FAILED }[step.state]
  const time = step.cached && step.seconds < 0.05 ? '' : ` ${formatSeconds(step.seconds)}`
  const place = placeOf(step)
  return {
    began: step.began,
    bar: timeBar(step.times, all, WIDTH, mark),
    result: `${step.state}${time}`,
    place: isVisible(place) ? place : '…',
    what: instructionText(step.instruction, MOST),
  }
}

/** The slowest steps, in their original order. */
function longest(steps: readonly Step[], most: number): Step[] {
  if (steps.length <= most) return [...steps]
  const kept = new Set([...steps].sort((a, b) => b.seconds - a.seconds).slice(0, most))
  return steps.filter((step) => kept.has(step))
}

function leftOut(steps: readonly Step[], shown: readonly Step[]): string[] {
  const rest = steps.filter((step) => !shown.includes(step))
  if (rest.length === 0) return []
  const most = Math.max(...rest.map(({ seconds }) => seconds))
  const cached = rest.filter((step) => step.cached).length
  return [
    `${count(rest.length, 'more step')} ${rest.length === 1 ? 'is' : 'are'} omitted, ${cached} of them cached; none took longer than ${formatSeconds(most)}.`,
  ]
}

function span(intervals: readonly Interval[]): Interval {
  const begins = intervals.map(([begin]) => begin)
  return [Math.min(...begins), Math.max(...intervals.map(([, end]) => end))]
}
