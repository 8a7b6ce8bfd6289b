import type { Entry } from '../cache/entries.ts'
import { parseEntry } from '../cache/entry-fields.ts'
import type { Ask, Asker } from './asker.ts'
import { azblob } from './azblob.ts'
import { gha } from './gha.ts'
import { registry } from './registry.ts'

// By the type in the entry.
const ways: Record<string, Ask> = {
  gha,
  registry,
  // Loaded where they are needed: of what a directory takes nobody else has a use, and s3 has a library to sign with.
  local: async (attributes, asker) => (await import('./local.ts')).local(attributes, asker),
  s3: async (attributes, asker) => (await import('./s3.ts')).s3(attributes, asker),
  azblob,
}

/** Whether the cache of an entry is there; undefined where its store does not tell. Never throws. */
export async function askStore({ csv }: Entry, asker: Asker): Promise<boolean | undefined> {
  try {
    const { type, attributes } = parseEntry(csv)
    return await ways[type]?.(attributes, asker)
  } catch {
    return undefined
  }
}
