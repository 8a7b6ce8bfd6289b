import type { BuilderAccess } from '../buildx/run.ts'
import type { Entry } from '../plan/entries.ts'
import type { AskForScope } from './asker.ts'
import { askAzblob } from './azblob.ts'
import { askGha } from './gha.ts'

// By the type of the entry; BuildKit itself reports the others.
const ways: Record<string, AskForScope> = {
  gha: askGha,
  azblob: askAzblob,
  // Loaded when needed, since it loads a signing library.
  s3: async (attributes, asker) => (await import('./s3.ts')).askS3(attributes, asker),
}

/** Whether the cache of an entry exists; undefined if its store does not say. Never throws. */
export async function askStore(
  { type, attributes }: Entry,
  asker: BuilderAccess,
): Promise<boolean | undefined> {
  try {
    return await ways[type]?.(attributes, asker)
  } catch {
    return undefined
  }
}
