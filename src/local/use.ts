import { rmSync } from 'node:fs'
import type { Entry } from '../cache/entries.ts'
import { info, warning } from '../github/actions.ts'
import { leaveArchive } from '../owned/leave-archive.ts'
import { type Restored, restore } from '../owned/restore.ts'
import type { Unkept } from '../report/lost-caches.ts'
import type { Planned } from '../report/planned.ts'
import type { Lost } from '../rescue/lost.ts'
import { storeOf } from '../rescue/store.ts'
import type { Limits } from './choose.ts'
import { directoryOf, isLocal, movedTo } from './entry-in-view.ts'
import { readIndex } from './layout.ts'
import { publish } from './publish.ts'
import { sweep } from './sweep.ts'
import { sweptLine } from './swept-line.ts'
import { openView, type View, writtenIn } from './view.ts'

/** A directory in use by a build. */
export type LocalUse = {
  /** The plan with entries that go to the build's own view of the directory. */
  planned: Planned
  /** The imports that the build goes without. */
  lost: Lost[]
  /** What came of restoring it; undefined where nothing had to be. */
  restored: Restored | undefined
  /** After the build: brings what it wrote into the directory; what is not there then. */
  publish: (succeeded: boolean) => Promise<Unkept[]>
  /** After all: lets go of the view, and sweeps the directory. */
  close: () => Promise<void>
}

/** Makes the plan's directory ready, where it has one; where that cannot be written, the build goes on without. */
export async function useLocal(planned: Planned, limits: Limits): Promise<LocalUse> {
  const { entries, specs } = planned
  const written = entries.to.find(isLocal)
  const read = entries.from.filter(isLocal)
  const isOwned = specs.some((spec) => spec.isOwned)
  const keys = read.flatMap((it) => it.keys)
  const directory = directoryOf(written ?? (read[0] as Entry))
  const restored =
    isOwned && keys.length > 0 ? await restore(directory, keys, planned.environment.forDocker) : undefined
  if (restored) (restored.isTrouble ? warning : info)(restored.said)
  const before = (readIndex(directory)?.manifests ?? []).map(({ digest }) => digest)
  let view: View
  try {
    view = await openView(directory, [...keys, ...(written?.keys ?? [])])
  } catch (error) {
    return withoutView(planned, written, restored, (error as Error).message)
  }
  const from = movedTo(view.path, entries.from)
  const lost = from.filter(isLocal).flatMap((entry) => {
    const why = view.whyUnread(entry.keys[0] ?? '')
    return why === undefined ? [] : [{ side: 'import' as const, entry, store: storeOf(entry, {}).name, why }]
  })
  return {
    planned: { ...planned, entries: { ...entries, from, to: movedTo(view.path, entries.to) } },
    lost,
    restored,
    publish: async (succeeded) => {
      const manifest = written && writtenIn(view, written.keys[0] ?? '')
      if (!written || !manifest) return [] // whatever there is to say of it, the build's record says
      try {
        await publish(view, manifest, written.keys)
      } catch (error) {
        return [{ entry: written, why: (error as Error).message }]
      }
      const isNew = !before.includes(manifest.digest)
      if (isOwned && succeeded) leaveArchive({ planned, written, directory, digest: manifest.digest, isNew })
      return []
    },
    close: async () => {
      try {
        view.release()
        rmSync(view.path, { recursive: true, force: true })
        // Our own directory is swept for its archive; and who may not write, does not clean up either.
        if (!isOwned && written) info(sweptLine(directory, await sweep(directory, limits, written.keys)))
      } catch (error) {
        info(sweptLine(directory, (error as Error).message))
      }
    },
  }
}

function withoutView(
  planned: Planned,
  written: Entry | undefined,
  restored: Restored | undefined,
  why: string,
): LocalUse {
  const to = planned.entries.to.filter((it) => !isLocal(it))
  return {
    planned: { ...planned, entries: { ...planned.entries, to } },
    lost: [],
    restored,
    publish: async () => (written ? [{ entry: written, why }] : []),
    close: async () => {},
  }
}
