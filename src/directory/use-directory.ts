import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Limits } from '../inputs/cache-inputs.ts'
import type { StoredRecord } from '../marking/scope-record.ts'
import type { Lost, Unkept } from '../plan/dropped-caches.ts'
import type { Entry } from '../plan/entries.ts'
import type { Planned } from '../plan/planned.ts'
import { atEnd } from '../runner/cancel.ts'
import { info, warning } from '../runner/commands.ts'
import { storeOf } from '../stores/store.ts'
import { directoryOf, isLocal, movedTo } from './entry-in-view.ts'
import { blobFile, isDescriptor, readIndex } from './layout.ts'
import { publish } from './publish.ts'
import { type Restored, restore } from './restore.ts'
import { leaveArchive } from './save-for-post.ts'
import { sweep } from './sweep.ts'
import { sweptLine } from './swept-line.ts'
import { openReadView, openView, type PlaceOf, type View, writtenIn } from './view.ts'

/** A directory in use by a build. */
export type LocalUse = {
  /** The plan with entries that go to the build's own view of the directory. */
  planned: Planned
  /** The imports that the build omits. */
  lost: Lost[]
  /** The result of restoring it; undefined if nothing had to be restored. */
  restored: Restored | undefined
  /** After the build: publishes what it wrote to the directory; returns what is missing there. */
  publish: (succeeded: boolean, stop: AbortSignal) => Promise<Unkept[]>
  /** After the build: the file of the manifest that it wrote, in its view; empty for none. */
  written: () => string
  /** At the end: releases the view, and sweeps the directory. */
  close: (stop: AbortSignal) => Promise<void>
}

/** Whether caches are marked when they are read, and the record of the written scope, for JSON. */
export type Marking = { isOn: boolean; record: StoredRecord | undefined }

/** Prepares the plan's directory, if it has one; if it is not writable, the build continues without it. */
export async function useLocal(
  planned: Planned,
  { limits, timeout }: { limits: Limits; timeout: number },
  marking: Marking,
): Promise<LocalUse> {
  const { entries, specs } = planned
  const written = entries.to.find(isLocal)
  const read = entries.from.filter(isLocal)
  const isOwned = specs.some((spec) => spec.isOwned)
  const keys = read.flatMap((it) => it.keys)
  const directory = directoryOf(written ?? (read[0] as Entry))
  const restored =
    isOwned && keys.length > 0 ? await restore(directory, keys, planned.environment, timeout) : undefined
  if (restored) (restored.isTrouble ? warning : info)(restored.said)
  const before = written ? digestsIn(directory) : []
  const places = new Map(read.map((it) => [it.keys[0], it.places[0] ?? '']))
  const placeOf = marking.isOn ? (tag: string): string => places.get(tag) ?? tag : undefined
  const { view, why } = await viewOf(directory, keys, written, planned.environment.tempDir, placeOf)
  const forget = view ? atEnd(() => removeView(view)) : () => {}
  const from = view ? entries.from.flatMap((entry) => movedTo(sourceOf(view, entry), [entry])) : entries.from
  const lost = from.filter(isLocal).flatMap((entry) => {
    const whyNot = view ? view.whyUnread(entry.keys[0] ?? '') : why
    if (whyNot === undefined) return []
    return [{ side: 'import' as const, entry, store: storeOf(entry, {}).name, why: whyNot }]
  })
  // If the directory is not writable, the view is read-only.
  const to =
    why === undefined && view ? movedTo(view.path, entries.to) : entries.to.filter((it) => !isLocal(it))
  return {
    planned: { ...planned, entries: { ...entries, from, to } },
    lost,
    restored,
    publish: async (succeeded, stop) => {
      if (!written) return []
      if (!view || why !== undefined) return [{ entry: written, why: why ?? '' }]
      try {
        const manifest = writtenIn(view, written.keys[0] ?? '')
        if (!manifest) return [] // the build's record says why
        const record = marking.record && JSON.stringify(marking.record)
        await publish(view, manifest, written.keys, { record, stop })
        const isNew = !before.includes(manifest.digest)
        if (isOwned && succeeded)
          leaveArchive({ planned, written, directory, digest: manifest.digest, isNew, patience: timeout })
        return []
      } catch (error) {
        return [{ entry: written, why: (error as Error).message }]
      }
    },
    written: () => {
      try {
        const manifest = written && view && writtenIn(view, written.keys[0] ?? '')
        return view && manifest ? blobFile(view.path, manifest.digest) : ''
      } catch {
        return '' // publishing reports what is wrong
      }
    },
    close: async (stop) => {
      try {
        forget()
        if (view) removeView(view)
        // The action's own directory is swept when it is archived; and a run that may not write does not clean up
        // either.
        if (isOwned || !written || !view || why !== undefined) return
        info(sweptLine(directory, await sweep(directory, limits, written.keys, undefined, stop)))
      } catch (error) {
        info(sweptLine(directory, (error as Error).message))
      }
    },
  }
}

/** The next sweep deletes the view of a killed build. */
function removeView({ path, release }: View): void {
  try {
    release()
    rmSync(path, { recursive: true, force: true })
  } catch {
    return
  }
}

/**
 * The directory in which the build looks for a tag. buildx before about 0.30 fails the build if the index lacks that
 * tag, and only warns if there is no index at all (buildkit client/solve.go).
 */
function sourceOf(view: View, { keys: [key = ''] }: Entry): string {
  return view.has(key) ? view.path : join(view.path, 'none')
}

/**
 * The build's view of a directory. A build that writes nothing, or cannot, gets a view elsewhere and leaves no trace;
 * `why` says why it cannot write. There is no view if the directory is not readable either.
 */
async function viewOf(
  directory: string,
  reads: readonly string[],
  written: Entry | undefined,
  tempDir: string,
  placeOf: PlaceOf | undefined,
): Promise<{ view: View | undefined; why: string | undefined }> {
  let why: string | undefined
  if (written) {
    try {
      return { view: await openView(directory, [...reads, ...written.keys], placeOf), why }
    } catch (error) {
      why = (error as Error).message
    }
  }
  try {
    return { view: await openReadView(directory, reads, tempDir, placeOf), why }
  } catch (error) {
    return { view: undefined, why: why ?? (error as Error).message }
  }
}

function digestsIn(directory: string): string[] {
  try {
    return (readIndex(directory)?.entries ?? []).filter(isDescriptor).map(({ digest }) => digest)
  } catch {
    return [] // not understood, which is reported below
  }
}
