import type { Entry } from '../cache/entries.ts'
import { parseEntry } from '../cache/entry-fields.ts'
import type { Ask, Asker } from './asker.ts'
import { azblob } from './azblob.ts'
import { gha } from './gha.ts'

// By the type in the entry: of the others BuildKit tells itself, or their credentials may be the builder's own.
const ways: Record<string, Ask> = { gha, azblob }

/** Whether the cache of an entry is there; undefined where its store does not tell. Never throws. */
export async function askStore({ csv }: Entry, asker: Asker): Promise<boolean | undefined> {
  try {
    const { type, attributes } = parseEntry(csv)
    return await ways[type]?.(attributes, asker)
  } catch {
    return undefined
  }
}
