import type { Variables } from '../cache/spec.ts'
import { addSummary, info } from '../github/actions.ts'
import type { Environment } from '../github/environment.ts'
import { findTag, readIndex } from '../local/layout.ts'
import { directorySize } from '../local/size.ts'
import { sweep } from '../local/sweep.ts'
import { formatBytes, formatSeconds } from '../report/format.ts'
import { isSilent } from './silence.ts'

/** What main leaves for the archive: where it is, its name, the tags that go into it and their manifest. */
export type Save = { directory: string; archive: string; tags: string[]; digest: string }

/** Keeps our own directory, with what main left there, in the cache service. Post says what it throws. */
export async function save(given: Save, environment: Environment): Promise<void> {
  const line = await archive(given, environment.forDocker)
  info(line)
  if (environment.switches.summary) addSummary(environment.summaryFile, `${line}\n`)
}

async function archive(
  { directory, archive: name, tags, digest }: Save,
  variables: Variables,
): Promise<string> {
  const index = readIndex(directory)
  const now = tags.flatMap((tag) => findTag(index, tag) ?? [])
  if (now.length === 0) return `Nothing saved: ${directory} is gone.`
  if (now.some((it) => it.digest !== digest))
    return 'Nothing saved here: a later step of this job wrote it again.'
  if (await isSilent(variables)) return 'Nothing saved: the cache service does not answer.'
  const { restoreCache, saveCache } = await import('@actions/cache')
  // Asked before all is packed: an archive is written once.
  if (await restoreCache([directory], name, [], { lookupOnly: true }))
    return `Nothing saved: ${name} is there already.`
  // All others go, also what was restored from another branch: a scope's archive holds that scope alone.
  const nothingElse = { keep: Number.NEGATIVE_INFINITY, maxSize: undefined }
  await sweep(directory, nothingElse, tags)
  const size = formatBytes(directorySize(directory))
  const began = performance.now()
  const id = await saveCache([directory], name)
  const took = formatSeconds((performance.now() - began) / 1000)
  return id === -1
    ? `Nothing saved: the cache service did not take ${name}.`
    : `Saved ${size} as ${name} in ${took}.`
}
