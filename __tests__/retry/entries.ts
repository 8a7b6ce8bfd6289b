import { branch } from '../../src/events/branch.ts'
import type { Entries, Entry } from '../../src/plan/entries.ts'
import { entryOf } from '../entry.ts'

/** An entry as the plan has it, of its CSV. */
export function entry(csv: string, key = 'main'): Entry {
  return entryOf(csv, { keys: [key], branch: branch(key) })
}

/** The entries of CSVs that are read and written. */
export function entries(from: readonly string[], to: readonly string[]): Entries {
  return { from: from.map((csv) => entry(csv)), to: to.map((csv) => entry(csv)), ownKey: 'main' }
}
