import { CACHED, FAILED, OTHER, RAN, timeBar } from './bars.ts'
import { code, escapeText } from './escape.ts'
import { fold } from './fold.ts'
import { count, formatSeconds } from './format.ts'
import type { Outcome } from './outcome.ts'
import { type Interval, lengthOf } from './record.ts'
import { placeOf, type Step } from './steps.ts'

const WIDTH = 14
const ROWS = 120

type Row = { began: number; text: string }

/** The steps as a time line, folded. */
export function timeline({ steps, others }: Outcome): string[] {
  if (steps.length === 0) return []
  const shown = longest(steps, ROWS)
  const all = span([...steps.flatMap(({ times }) => times), ...others.flatMap(({ times }) => times)])
  const rows: Row[] = [
    ...shown.map((step) => ({ began: step.began, text: stepRow(step, all) })),
    ...others.map(({ name, times }) => ({
      began: times[0]?.[0] ?? 0,
      text: row(timeBar(times, all, WIDTH, OTHER), formatSeconds(lengthOf(times)), `<i>${name}</i>`),
    })),
  ]
  const lines = rows.sort((a, b) => a.began - b.began).map(({ text }) => text)
  const total = formatSeconds((all[1] - all[0]) / 1000)
  const table = `| 0 to ${total} | Step |\n| --- | --- |\n${lines.join('\n')}`
  return [
    fold(
      `${count(steps.length, 'step')} in the order of their start: ${CACHED} cached, ${RAN} ran${steps.some(isBroken) ? `, ${FAILED} failed or cancelled` : ''}`,
      [table, ...leftOut(steps, shown)].join('\n\n'),
    ),
  ]
}

function isBroken({ state }: Step): boolean {
  return state === 'failed' || state === 'cancelled'
}

function stepRow(step: Step, all: Interval): string {
  const mark = { cached: CACHED, ran: RAN, failed: FAILED, cancelled: FAILED }[step.state]
  const bar = timeBar(step.times, all, WIDTH, mark)
  const time = step.cached && step.seconds < 0.05 ? '' : ` ${formatSeconds(step.seconds)}`
  return row(bar, `${step.state}${time}`, `${code(step.instruction, 90)} ${escapeText(placeOf(step), 60)}`)
}

function row(bar: string, result: string, text: string): string {
  return `| <code>${bar}</code> | ${result.replace(/(?<=\d) /g, '&nbsp;')} · ${text} |`
}

/** The steps that took longest, in their order. */
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
    `${rest.length} more steps are left out, ${cached} of them cached; none took longer than ${formatSeconds(most)}.`,
  ]
}

function span(intervals: readonly Interval[]): Interval {
  const begins = intervals.map(([begin]) => begin)
  return [Math.min(...begins), Math.max(...intervals.map(([, end]) => end))]
}
