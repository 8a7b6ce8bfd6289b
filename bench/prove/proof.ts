import type { Arbitrary } from 'fast-check'

/** A rule, and the cases that it is tried on: the default export of `bench/prove/NAME.ts`. */
export type Proof<Case> = {
  /** The rule, in one sentence. */
  rule: string
  /** How many cases are tried where no number is asked for. */
  count: number
  cases: Arbitrary<Case>
  /** Instead of these, the cases of a batch by the place of its first. */
  casesAt?: (first: number) => Arbitrary<Case>
  /** Tries one case: the class it is counted under. Throws where the rule is broken. */
  holds: (it: Case) => string | Promise<string>
  /** Cases after which what is done is kept; 100 where it says nothing. */
  batch?: number
  /** Lets go of what it has started. */
  end?: () => Promise<void>
}
