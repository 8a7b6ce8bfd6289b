import { goBoolean } from '../lib/go-boolean.ts'

/** The type of an attribute's value: its description for the documentation, and its check. */
export type ValueType = {
  words: string
  /** The end of the sentence `"x" …`; undefined if the value is valid. */
  check: (value: string) => string | undefined
  /** Whether a wrong value looks as if an expression in it was empty. */
  hasGap?: (value: string) => boolean
}

/** Ends the sentence of a value with such a gap. */
export const GAP = 'a part of it is empty: check the secret, variable or expression in it'

const matching = (words: string, allowed: RegExp): ValueType => ({
  words,
  check: (value) => (allowed.test(value) ? undefined : `is not ${words}`),
})

export const text: ValueType = {
  words: 'a text',
  check: (value) => (value === '' ? 'is empty' : undefined),
}

export const boolean: ValueType = {
  words: 'true or false',
  check: (value) => (goBoolean(value) === undefined ? 'is not true or false' : undefined),
}

/** What Go's time.ParseDuration takes, without a sign. */
export const duration: ValueType = matching(
  'a duration such as 90s, 10m or 24h',
  /^(0|(\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)((\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))*)$/,
)

/** A service's address alone: a query or a user would be a credential, and neither is used. */
export const httpUrl: ValueType = {
  words: 'an http or https URL',
  check: (value) => {
    const url = URL.parse(value)
    if (hasUrlGap(value)) return `is not an http or https URL; ${GAP}`
    if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return 'is not an http or https URL'
    return /[@?#]/.test(value) ? 'is a URL with more than host and path' : undefined
  },
  hasGap: hasUrlGap,
}

/** No host, or a host with two adjacent separators or one at either end: `https://.blob.core.windows.net`. */
function hasUrlGap(value: string): boolean {
  const host = /^https?:\/\/([^/?#]*)/i.exec(value)?.[1]
  return host !== undefined && /^$|^[.:-]|[.:-]$|[.-][.:]|\.-/.test(host)
}

export const oneOf = (...allowed: string[]): ValueType => {
  const words = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`
  return { words, check: (value) => (allowed.includes(value) ? undefined : `is not ${words}`) }
}

export const integer = (least: number, most = 999_999): ValueType => {
  const words = `a whole number from ${least} to ${most}`
  const isWithin = (value: string): boolean =>
    /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
  return { words, check: (value) => (isWithin(value) ? undefined : `is not ${words}`) }
}

/** One name that needs no quoting, and that BuildKit does not split. */
export const plainName: ValueType = matching('a name without "," or ";"', /^[^,;]+$/)
