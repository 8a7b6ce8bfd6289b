import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { formatBytes, formatSeconds } from '../lib/format.ts'
import { makeFolder } from '../lib/make-folder.ts'
import { isFirstVersion } from '../runner/archive-service.ts'
import { atEnd } from '../runner/cancel.ts'
import { addSummary, info } from '../runner/commands.ts'
import type { Environment } from '../runner/environment.ts'
import { archiveServiceOf, findArchive, upload, versionOf } from '../stores/actions-cache.ts'
import { findTag, readIndex } from './layout.ts'
import { COMPRESSION, packArchive } from './pack.ts'
import { isSilent } from './silence.ts'

/**
 * What main passes to post for the archive: the directory, the archive's name, its tags and their manifest; how long
 * the service may send nothing, in milliseconds.
 */
export type Save = { directory: string; archive: string; tags: string[]; digest: string; patience: number }

/** Saves the action's own directory to the cache service. Post reports what it throws. */
export async function save(given: Save, environment: Environment): Promise<void> {
  const line = await archive(given, environment)
  info(line)
  if (environment.switches.summary) addSummary(environment.summaryFile, `${line}\n`)
}

async function archive(
  { directory, archive: name, tags, digest, patience }: Save,
  { forDocker: variables, serverUrl, tempDir }: Environment,
): Promise<string> {
  const index = readIndex(directory)
  const now = tags.flatMap((tag) => findTag(index, tag) ?? [])
  const [manifest] = now
  if (!manifest) return `Nothing saved: ${directory} no longer exists.`
  if (now.some((it) => it.digest !== digest))
    return 'Nothing saved here: a later step of this job wrote it again.'
  if (await isSilent(variables)) return 'Nothing saved: the cache service does not respond.'
  const service = archiveServiceOf(variables, isFirstVersion(variables, serverUrl), patience)
  const version = versionOf(`${basename(directory)}|${COMPRESSION}`)
  const isThere = `Nothing saved: ${name} already exists.`
  // Check before packing, since an archive cannot be overwritten. The token may be write-only.
  const earlier = await findArchive(service, [name], version).catch(() => undefined)
  if (earlier) return isThere
  const temporary = tempDir || tmpdir()
  makeFolder(temporary)
  const folder = mkdtempSync(join(temporary, 'buildx-branch-cache-archive-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const forget = atEnd(remove)
  const began = performance.now()
  try {
    // Only the scope's tags, even if another branch's were restored.
    const file = join(folder, 'archive')
    await packArchive(directory, manifest, tags, file)
    const size = await send(file, (length, read) => upload(service, name, version, length, read))
    const took = formatSeconds((performance.now() - began) / 1000)
    return size === undefined ? isThere : `Saved ${formatBytes(size)} as ${name} in ${took}.`
  } finally {
    forget()
    remove()
  }
}

/** Uploads a file in pieces; returns its size in bytes, or undefined if the service refused it. */
async function send(
  file: string,
  work: (size: number, read: (from: number, to: number) => Uint8Array) => Promise<boolean>,
): Promise<number | undefined> {
  const fd = openSync(file, 'r')
  try {
    const { size } = fstatSync(fd)
    const isSent = await work(size, (from, to) => {
      const bytes = Buffer.alloc(to - from)
      readSync(fd, bytes, 0, bytes.length, from)
      return bytes
    })
    return isSent ? size : undefined
  } finally {
    closeSync(fd)
  }
}
