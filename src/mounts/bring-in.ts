import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { query } from '../buildx/run.ts'
import { BrokenArchive } from './archive-file.ts'
import { type HeldMount, parseHeldMounts } from './disk-usage.ts'
import { type CacheMount, identityOf } from './dockerfile-mounts.ts'
import { type HelperHost, runHelper } from './helper.ts'
import type { Content } from './protocol.ts'
import type { MountScopes } from './scopes.ts'
import type { MountStore, StoredMounts } from './store.ts'

/** The mounts of a build, and their store. */
export type MountJob = {
  host: HelperHost
  store: MountStore
  scopes: MountScopes
  mounts: readonly CacheMount[]
  /** `cache-mounts-max-size`, in bytes. */
  most: number
}

/** The result of restoring them. */
export type Brought = {
  /** The archive that this run uses; undefined if there is none. */
  found: StoredMounts | undefined
  /** The mounts that the builder held before, by identity. */
  held: Set<string>
  /** The restored mounts, by identity; undefined if no archive was opened. */
  contents: Map<string, Content> | undefined
  /** Why it failed, for the user; empty if it did not. */
  why: string
  /** The archive itself is corrupt: it will be written again. */
  isBroken: boolean
}

/** Restores the mounts that the builder lacks from the first scope that has an archive. Never throws. */
export async function bringIn({ host, store, scopes, mounts, most }: MountJob): Promise<Brought> {
  const brought: Brought = {
    found: undefined,
    held: new Set<string>(),
    contents: undefined,
    why: '',
    isBroken: false,
  }
  try {
    const signal = timeLeft(host)
    const asked = store.find(
      scopes.reads.map(({ key }) => key),
      signal,
    )
    asked.catch(() => {}) // it is awaited below
    const list = await listHeld(host)
    brought.held = new Set(mounts.filter((it) => recordsOf(it, list).length > 0).map(identityOf))
    brought.found = await inTime(asked, signal)
    const missing = mounts.filter((it) => !brought.held.has(identityOf(it)))
    if (!brought.found || missing.length === 0) return brought
    const directory = join(host.directory, 'archive')
    mkdirSync(directory)
    const archive = await inTime(brought.found.fetch({ directory, most, signal }), signal)
    const request = { nonce: randomBytes(8).toString('hex'), mounts: missing, most, known: '' }
    const { report } = await runHelper(host, 'in', request, archive)
    if (report.state === 'refused') throw new BrokenArchive(report.why)
    if (report.state !== 'unpacked') throw new Error(report.why || 'the archive was not unpacked')
    brought.contents = report.contents
  } catch (error) {
    brought.why = (error as Error).message
    brought.isBroken = error instanceof BrokenArchive
  }
  return brought
}

/** The records of a mount in the builder's list; if there are several, the mounts cannot be distinguished. */
export function recordsOf({ id, owner }: CacheMount, list: readonly HeldMount[]): HeldMount[] {
  return list.filter((it) => it.id === id && it.isDerived === (owner !== undefined))
}

/** The cache mounts that the builder has; throws if it does not answer. */
export async function listHeld({ buildx, builder, env, left }: HelperHost): Promise<HeldMount[]> {
  const name = builder === '' ? [] : ['--builder', builder]
  const args = ['du', '--verbose', '--filter', 'type=exec.cachemount', ...name]
  const { exitCode, stdout } = await query(buildx, args, env, { limitMs: Math.min(left(), 30_000) })
  if (exitCode !== 0) throw new Error('the builder does not list its cache mounts')
  return parseHeldMounts(stdout)
}

/** Aborts when the time is over. */
export function timeLeft({ left }: HelperHost): AbortSignal {
  return AbortSignal.timeout(left())
}

/** The same result, or an Error once the time is over: a store may not support cancellation. */
export async function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, fail) => {
    const stop = (): void => fail(new Error('it took too long'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
  })
  work.catch(() => {})
  return Promise.race([work, late])
}
