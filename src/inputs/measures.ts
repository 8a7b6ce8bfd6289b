import { InputError } from '../runner/input-error.ts'

const HOUR = 3_600_000
const UNITS: Record<string, number> = {
  ...{ B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
  ...{ KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 },
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
  const bytes = Number(number) * (Object.hasOwn(UNITS, unit) ? (UNITS[unit] ?? 0) : 0)
  if (!(bytes > 0))
    throw new InputError(input, `"${text}" is not a size; write it with its unit, such as 10GB.`)
  return bytes
}
