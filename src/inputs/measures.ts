import { InputError } from '../runner/input-error.ts'

const HOUR = 3_600_000
/** In milliseconds. */
const TIMES: Record<string, number> = { h: HOUR, m: 60_000, s: 1_000, ms: 1 }
/** In bytes. */
const SIZES: Record<string, number> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
}

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
  return Math.round(parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (TIMES[unit] ?? 0), 0))
}

/** A time in days or hours, `14d` or `36h`, in milliseconds; throws InputError. */
export function parseSpan(input: string, text: string): number {
  const [, number = '', unit] = /^(\d{1,5})([dh])$/.exec(text) ?? []
  if (Number(number) < 1) {
    throw new InputError(input, `"${text}" is not a time; write days or hours, such as 14d or 36h.`)
  }
  return Number(number) * (unit === 'd' ? 24 * HOUR : HOUR)
}

/** A size such as `10GB` or `1.5 GiB`, in bytes; throws InputError. */
export function parseSize(input: string, text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?) ?([A-Za-z]{1,3})$/.exec(text) ?? []
  const bytes = Number(number) * (Object.hasOwn(SIZES, unit) ? (SIZES[unit] ?? 0) : 0)
  if (!(bytes > 0))
    throw new InputError(input, `"${text}" is not a size; write it with its unit, such as 10GB.`)
  return bytes
}
