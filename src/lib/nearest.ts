import { closest, distance } from 'fastest-levenshtein'
import { quote } from './quote.ts'

/** ` Did you mean "x"?` for the allowed name closest to a mistyped one, or nothing if none is close. */
export function didYouMean(given: string, allowed: readonly string[]): string {
  const word = given.toLowerCase()
  const near = closest(word, allowed)
  // With more than a third of the letters wrong it is another word, not a typo.
  const wrong = distance(word, near)
  const isSlip = wrong < near.length && wrong <= Math.max(2, Math.floor(near.length / 3))
  return isSlip ? ` Did you mean "${near}"?` : ''
}

/** The sentence for a value outside a closed list. */
export function notOneOf(given: string, allowed: readonly string[]): string {
  return `${quote(given)} is not one of ${allowed.join(', ')}.${didYouMean(given, allowed)}`
}
