import type { Entry } from '../plan/entries.ts'
import type { AskForScope, DockerAsker } from './asker.ts'
import { askAzblob } from './azblob.ts'
import { askGha } from './gha.ts'

// By the type in the entry; of the others BuildKit tells itself.
const ways: Record<string, AskForScope> = {
  gha: askGha,
  azblob: askAzblob,
  // Loaded where it is needed: it has a library to sign with.
  s3: async (attributes, asker) => (await import('./s3.ts')).askS3(attributes, asker),
}

/** Whether the cache of an entry is there; undefined where its store does not tell. Never throws. */
export async function askStore(
  { type, attributes }: Entry,
  asker: DockerAsker,
): Promise<boolean | undefined> {
  try {
    return await ways[type]?.(attributes, asker)
  } catch {
    return undefined
  }
}
