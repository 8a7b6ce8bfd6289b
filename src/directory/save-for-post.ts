import type { Entry } from '../plan/entries.ts'
import type { Planned } from '../plan/planned.ts'
import { info } from '../runner/commands.ts'
import { saveState } from '../runner/state.ts'
import { newArchive } from './archive.ts'
import type { Save } from './save.ts'

type Made = {
  planned: Planned
  written: Entry
  directory: string
  digest: string
  isNew: boolean
  patience: number
}

/** Has post save what a build wrote; nothing if all of it was restored. */
export function leaveArchive({ planned, written, directory, digest, isNew, patience }: Made): void {
  if (!isNew) {
    info('Nothing to save: no new layers.')
    return
  }
  const { plan, environment } = planned
  // Job 0 of a matrix writes two scopes but one archive with both: the common scope's, which it also reads.
  const key = written.keys[plan.writeShards.indexOf(plan.soleShard)] ?? written.keys[0] ?? ''
  const archive = newArchive(environment.repository, key, environment.runName, digest)
  const save: Save = { directory, archive, tags: written.keys, digest, patience }
  saveState('save', JSON.stringify(save))
}
