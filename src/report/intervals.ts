import type { Interval } from '../buildkit/record.ts'

// Distinguished by brightness, not by color, so that they work on a light page and on a dark one.
export const CACHED = '░'
export const RAN = '█'
export const FAILED = '▚'
export const OTHER = '▒'
/** A blank of the same width that HTML neither collapses nor breaks. */
const BLANK = '\u00a0'

/** A bar of a ratio: `█` ran, `░` cached; neither disappears unless it is 0. */
export function ratioBar(ratio: number, width: number): string {
  const least = ratio > 0 ? 1 : 0
  const most = ratio < 1 ? width - 1 : width
  const cached = Math.min(most, Math.max(least, Math.round(ratio * width)))
  return CACHED.repeat(cached) + RAN.repeat(width - cached)
}

/** The intervals on the time line of `all`, in `width` cells. */
export function timeBar(times: readonly Interval[], all: Interval, width: number, mark: string): string {
  const [begin, end] = all
  const cell = Math.max(1, end - begin) / width
  const cells = Array.from({ length: width }, () => BLANK)
  for (const [from, to] of times) {
    const first = Math.min(width - 1, Math.max(0, Math.floor((from - begin) / cell)))
    const last = Math.min(width - 1, Math.max(first, Math.ceil((to - begin) / cell) - 1))
    cells.fill(mark, first, last + 1)
  }
  return cells.join('')
}
