import { InputError } from '../runner/input-error.ts'

const UNITS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 }

/** A duration as Go writes them (`90s`, `2m`, `1m30s`), or a number of seconds, in milliseconds; 0 is 0. */
export function parseDuration(input: string, text: string, whenEmpty: number): number {
  if (text === '') return whenEmpty
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000
  const parts = [...text.matchAll(/(\d{1,9}(?:\.\d{1,9})?)(h|ms|m|s)/g)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
    throw new InputError(
      input,
      `"${text}" is not a duration; write a value such as 90s or 2m, or 0 for no limit.`,
    )
  }
  return Math.round(parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0))
}
