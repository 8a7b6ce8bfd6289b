import type { NamedAttributes } from '../backends/backend.ts'
import type { Entry } from '../plan/entries.ts'
import type { How } from './how.ts'
import type { Identity } from './mark.ts'
import type { StoredRecord } from './scope-record.ts'

type Way = (attributes: NamedAttributes, identity: Identity, how: How) => Promise<boolean>

// By the type of the entry; loaded when needed. A directory is marked when it is read (directory/view.ts), and an
// inline cache is part of its image.
const ways: Record<string, () => Promise<Way>> = {
  gha: async () => (await import('./gha.ts')).markGha,
  registry: async () => (await import('./registry.ts')).markRegistry,
  s3: async () => (await import('./s3.ts')).markS3,
  azblob: async () => (await import('./azblob.ts')).markAzblob,
}

/**
 * Marks the scopes that exports have just written, concurrently; returns a text for each that could not be marked.
 * Never throws.
 */
export async function markWritten(
  written: readonly Entry[],
  record: StoredRecord | undefined,
  how: How,
): Promise<string[]> {
  const scopes = written.flatMap((entry) => {
    const { type, attributes } = entry
    const way = ways[type]
    // s3 and azblob write one manifest under several names, each of which is a scope.
    const of = (key: string): NamedAttributes =>
      'name' in attributes ? { ...attributes, name: key } : attributes
    return way ? entry.keys.map((key, i) => ({ way, attributes: of(key), place: entry.places[i] ?? '' })) : []
  })
  const troubles = scopes.map(async ({ way, attributes, place }) => {
    try {
      await (await way())(attributes, { place, record }, how)
      return []
    } catch (error) {
      return [`${place}: ${(error as Error).message}`]
    }
  })
  return (await Promise.all(troubles)).flat()
}
