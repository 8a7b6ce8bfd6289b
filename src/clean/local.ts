import { rmSync } from 'node:fs'
import { sizeOf } from '../directory/eviction.ts'
import { noteOf } from '../directory/last-used.ts'
import { lookOver, sweep } from '../directory/sweep.ts'
import { describeBranch } from '../events/branch.ts'
import { readRecord, type ScopeRecord } from '../marking/scope-record.ts'
import { mountsOf } from '../mounts/directory-store.ts'
import { judgeScope, type Rules } from './alive.ts'
import type { Found, IsDead, Row, Survey } from './survey.ts'

/** A cache in a directory: the usual sweep, which also deletes the scopes of dead branches. */
export async function surveyDirectory(directory: string, rules: Rules, store: string): Promise<Survey> {
  const contents = lookOver(directory)
  const scopes = contents?.scopes ?? []
  // A tag without a note is not the action's (directory/last-used.ts).
  const ours = scopes.filter((it): it is typeof it & { used: number } => it.used !== undefined)
  const found = ours.map((it): Found<{ tag: string; used: number; isWhole: boolean }> => {
    const { tag, used, isWhole } = it
    const size = sizeOf([it]) + sum(mountsOf(directory, tag).map(({ size }) => size))
    const listed = { key: tag, record: recordIn(noteOf(directory, tag)), written: used, size }
    const verdict = judgeScope(listed, rules)
    const who = verdict.branch
    const row: Row = {
      scope: tag,
      branch: who ? describeBranch(who) : '',
      store,
      written: used,
      size,
      ...(isWhole
        ? { fate: verdict.fate, why: verdict.why }
        : { fate: 'dead', why: 'a layer of it is missing' }),
    }
    return { row, who, it: { tag, used, isWhole } }
  })
  const isOurs = ({ row }: (typeof found)[number]): boolean => row.fate !== 'foreign'
  const dead = new Set(found.filter(({ row }) => row.fate === 'dead').map(({ it }) => it.tag))
  const left = scopes.filter(({ tag, used }) => used === undefined || !dead.has(tag))
  const mounts = [...dead].flatMap((tag) => mountsOf(directory, tag).map(({ size }) => size))
  const idle = [...(contents?.idle.values() ?? [])]
  const rest: Row[] =
    idle.length === 0 || contents?.spared !== undefined
      ? []
      : [
          {
            scope: 'layers that no scope needs',
            branch: '',
            store,
            written: undefined,
            size: sum(idle),
            fate: 'dead',
            why: 'left behind',
          },
        ]
  return {
    store,
    rows: [...found.filter(isOurs).map(({ row }) => row), ...rest],
    foreign: scopes.length - found.filter(isOurs).length,
    notes: contents?.spared === undefined ? [] : [`no layer is deleted: ${contents.spared}`],
    bytes: contents?.spared === undefined ? sizeOf(scopes) - sizeOf(left) + sum(idle) + sum(mounts) : 0,
    remove: (isDead, gone) => remove(directory, found, rest, isDead, gone),
  }
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, it) => all + it, 0)

function recordIn(note: string | undefined): ScopeRecord | undefined {
  try {
    return readRecord(JSON.parse(note ?? ''))
  } catch {
    return undefined
  }
}

async function remove(
  directory: string,
  found: readonly Found<{ tag: string; used: number; isWhole: boolean }>[],
  rest: readonly Row[],
  isDead: IsDead,
  gone: (row: Row, bytes: number) => void,
): Promise<string[]> {
  const doomed = found.filter(({ row }) => row.fate === 'dead')
  if (doomed.length + rest.length === 0) return []
  const condemned = new Map<string, number>()
  for (const { who, it } of doomed) if (it.isWhole && (await isDead(who))) condemned.set(it.tag, it.used)
  const swept = await sweep(directory, { keep: Number.POSITIVE_INFINITY, maxSize: undefined }, [], condemned)
  if (typeof swept === 'string') throw new Error(swept)
  // Scopes share blobs, so the freed size is reported once, with the last row.
  let freed = swept.freed
  for (const tag of swept.condemned) {
    for (const { file, size } of mountsOf(directory, tag)) {
      rmSync(file, { force: true })
      freed += size
    }
  }
  const rows = [
    ...doomed.filter(({ it }) => !it.isWhole || swept.condemned.includes(it.tag)).map(({ row }) => row),
    ...rest,
  ]
  for (const row of rows) gone(row, row === rows.at(-1) ? freed : 0)
  return swept.spared === undefined ? [] : [`no layer was deleted: ${swept.spared}`]
}
