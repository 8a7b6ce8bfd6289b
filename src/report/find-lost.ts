import { basename, dirname, join } from 'node:path'
import { atDigest, inspectConfig, inspectRaw } from '../buildx/manifests.ts'
import type { BuilderAccess } from '../buildx/run.ts'
import { digestOf } from '../lib/sha256.ts'
import { readShared } from '../lib/shared-files.ts'
import { type CacheConfig, MOST } from '../marking/config.ts'
import { configOf, readConfig } from '../marking/mark.ts'
import type { Entries, Entry } from '../plan/entries.ts'
import type { Missed } from './advice.ts'
import { withLost, worthComparing } from './lost-steps.ts'
import type { Outcome } from './outcome.ts'

/** In milliseconds, for each of the two requests for a config; configs are read concurrently. */
const PATIENCE = 5_000

/**
 * What this build will overwrite: for each reference with a tag, the digest reference that the tag points to before the
 * build.
 */
export type Overwritten = ReadonlyMap<string, string>

/**
 * Resolves, during the build, the tags in registries that it reads and will overwrite: afterwards a tag points only to
 * the new cache. Never throws; what is not known in time is omitted.
 */
export async function findOverwritten(
  { from, to }: Pick<Entries, 'from' | 'to'>,
  docker: BuilderAccess,
): Promise<Overwritten> {
  const refsOf = (entries: readonly Entry[]): string[] =>
    entries.filter(({ backend }) => backend === 'registry').map(({ attributes }) => attributes.ref ?? '')
  const read = refsOf(from)
  const asked = refsOf(to)
    .filter((ref) => read.includes(ref))
    .map(async (ref): Promise<[string, string][]> => {
      try {
        const manifest = await inspectRaw({ ...docker, limitMs: PATIENCE }, ref)
        return [[ref, atDigest(ref, digestOf(manifest))]]
      } catch {
        return []
      }
    })
  return new Map((await Promise.all(asked)).flat())
}

/** What can be learned about the caches only before the build writes its own. */
export type Before = {
  overwritten: Promise<Overwritten>
  /** The file of the manifest that this build wrote into its view of a directory; empty for none. */
  written: string
}

/**
 * The missed steps, with the caches that have them although BuildKit lost them, as far as a registry or a directory
 * shows.
 */
export async function findLost(
  outcome: Outcome,
  entries: Pick<Entries, 'to'>,
  { overwritten, written }: Before,
  docker: BuilderAccess,
): Promise<Missed[]> {
  const { missed } = outcome.advice
  if (missed.length === 0) return []
  const compared = worthComparing(outcome, entries, { written, overwritten: await overwritten })
  if (!compared) return missed
  const read = async (reference: string): Promise<CacheConfig | undefined> => {
    try {
      const text = reference.startsWith('/')
        ? configInFile(reference)
        : (await inspectConfig({ ...docker, limitMs: PATIENCE }, reference, configOf))?.config
      return text === undefined ? undefined : readConfig(text)?.config
    } catch {
      return undefined // it remains unknown
    }
  }
  const [own, ...others] = await Promise.all(
    [compared.own, ...compared.others.map(({ reference }) => reference)].map(read),
  )
  const known = compared.others.flatMap(({ source }, i) => {
    const config = others[i]
    return config ? [{ source, config }] : []
  })
  return own ? withLost(missed, outcome.steps, own, known) : missed
}

/** The config of a manifest in a directory's blobs. */
function configInFile(manifest: string): string | undefined {
  const digest = configOf(readShared(manifest, MOST)?.toString() ?? '')
  if (digest === undefined || basename(dirname(manifest)) !== 'sha256') return undefined
  return readShared(join(dirname(manifest), digest.replace('sha256:', '')), MOST)?.toString()
}
