import { type Branch, branch, describeBranch } from '../events/branch.ts'
import { branchPart } from '../keys/key.ts'
import { parseKey } from '../keys/parse-key.ts'
import { at, textAt } from '../lib/json-path.ts'
import { sha256 } from '../lib/sha256.ts'
import { isProtected, type Rules, whyDead } from './alive.ts'
import { NoAnswer } from './ask.ts'
import { listAll, type RepositoryApi, refusedAnswer, request } from './repository.ts'
import type { IsDead, Row, Survey } from './survey.ts'

// GitHub's cache service isolates repositories and, within one, refs: only runs of an entry's ref, and of refs that
// will merge into it, can read it. So what counts is whether the ref exists, not which branch the key names.

/** An entry as the REST API lists it ("List GitHub Actions caches for a repository"). */
export type ServiceEntry = { id: number; ref: string; key: string; size: number; created: number }

/**
 * The kind of an entry: `other` was written by neither BuildKit nor the action; a foreign index may reference the
 * layers of its ref.
 */
export type EntryKind =
  | { kind: 'index'; scope: string; generation: number }
  | { kind: 'archive' | 'mounts'; scope: string }
  | { kind: 'layer' | 'foreign-index' | 'other' }

/** In milliseconds. */
const SETTLED = 600_000
/**
 * The prefixes of the keys to list: indexes and layers (BuildKit's), archives of directories and mounts (the action's).
 */
const PREFIXES = ['index-', 'buildkit-blob-1-', 'buildx-branch-cache']
const PERMISSION = 'actions: write'

/** Parses a key of the service (cache/remotecache/gha/gha.go; backends/gha.ts; directory/archive.ts). */
export function entryKind({ key, ref }: Pick<ServiceEntry, 'key' | 'ref'>, repository: string): EntryKind {
  if (/^buildkit-blob-1-sha256:[0-9a-f]{64}$/.test(key)) return { kind: 'layer' }
  const [, mounts, rest = ''] = /^buildx-branch-cache(-mounts)?\/(.+)$/s.exec(key) ?? []
  const [name = '', run] = rest.slice(repository.length + 1).split('#')
  // Some servers lower-case keys.
  if (run !== undefined && rest.toLowerCase().startsWith(`${repository}/`.toLowerCase()) && parseKey(name))
    return { kind: mounts === undefined ? 'archive' : 'mounts', scope: name }
  if (!key.startsWith('index-')) return { kind: 'other' }
  const [, scope = '', hash, generation] = /^index-(.+)--1-([0-9a-f]{8})(?:-sig)?#(\d{1,15})$/.exec(key) ?? []
  const isOurs = parseKey(scope) !== undefined && hash === sha256(ref).slice(0, 8)
  return isOurs ? { kind: 'index', scope, generation: Number(generation) } : { kind: 'foreign-index' }
}

/** A row and the entries to delete with it, in order. */
export type Doomed = { row: Row; who: Branch | undefined; entries: ServiceEntry[] }
export type GhaPlan = { doomed: Doomed[]; kept: Row[]; foreign: number }

/** Which entries are deleted, and which are kept. Pure. `store`: its name in the table. */
export function planGha(entries: readonly ServiceEntry[], rules: Rules, store: string): GhaPlan {
  const byRef = Map.groupBy(entries, ({ ref }) => ref)
  const plans = [...byRef].map(([ref, all]) => planRef(ref, all, rules, store))
  return {
    doomed: plans.flatMap(({ doomed }) => doomed),
    kept: plans.flatMap(({ kept }) => kept),
    foreign: plans.reduce((sum, { foreign }) => sum + foreign, 0),
  }
}

function planRef(ref: string, all: readonly ServiceEntry[], rules: Rules, store: string): GhaPlan {
  const kinds = all.map((entry) => ({ entry, is: entryKind(entry, rules.repository) }))
  const ours = kinds.flatMap(({ entry, is }) =>
    is.kind === 'index' || is.kind === 'archive' || is.kind === 'mounts'
      ? [{ entry, kind: is.kind, scope: is.scope, generation: is.kind === 'index' ? is.generation : 0 }]
      : [],
  )
  const layers = kinds.filter(({ is }) => is.kind === 'layer').map(({ entry }) => entry)
  const foreign = all.length - ours.length - layers.length
  const groups = [...Map.groupBy(ours, ({ kind, scope }) => `${kind} ${scope}`).values()]
  const who = branchOfServiceRef(ref)
  const branchText = who ? describeBranch(who) : ref
  const doomed: Doomed[] = []
  const kept: Row[] = []
  let stays = foreign > 0 && kinds.some(({ is }) => is.kind === 'foreign-index')
  const written = Math.max(...ours.map(({ entry }) => entry.created))
  const why = whyRefStays(who, written, rules)
  for (const group of groups) {
    const scope = group[0]?.scope ?? ''
    const sorted = group.toSorted((a, b) => b.generation - a.generation || b.entry.created - a.entry.created)
    const isChosen = !rules.names || rules.names.has(parseKey(scope)?.name ?? '')
    const shown = group[0]?.kind === 'mounts' ? `mounts of ${scope}` : scope
    const rowOf = (them: readonly ServiceEntry[], fate: Row['fate'], reason: string, name = shown): Row => ({
      scope: name,
      branch: branchText,
      store,
      fate,
      why: reason,
      written: Math.max(...them.map(({ created }) => created)),
      size: sizeOf(them),
    })
    const them = sorted.map(({ entry }) => entry)
    if (isChosen && why === undefined) {
      doomed.push({ row: rowOf(them, 'dead', whyDead(who)), who, entries: them })
      continue
    }
    stays = true
    // Running builds may still read the second newest.
    const [newest, ...older] = them
    const isSettled = newest !== undefined && newest.created < rules.now - SETTLED
    const old = isChosen && isSettled && rules.only === undefined ? older : []
    const rest = them.filter((it) => !old.includes(it))
    kept.push(rowOf(rest, 'kept', isChosen ? (why ?? '') : 'of an image that is not in `images`'))
    // The ref exists; it need not be checked again, since nothing reads these entries.
    if (old.length > 0)
      doomed.push({
        row: rowOf(old, 'dead', 'a newer one has replaced it', `${shown}, older`),
        who: undefined,
        entries: old,
      })
  }
  const isAlone = groups.length > 0 && !stays
  if (isAlone && layers.length > 0) {
    const row: Row = {
      scope: `layers of ${ref}`,
      branch: branchText,
      store,
      fate: 'dead',
      why: whyDead(who),
      written: Math.max(...layers.map(({ created }) => created)),
      size: sizeOf(layers),
    }
    // Indexes first, so that none ever references a deleted layer.
    doomed.push({ row, who, entries: layers })
  }
  return { doomed, kept, foreign: foreign + (isAlone ? 0 : layers.length) }
}

const sizeOf = (them: readonly ServiceEntry[]): number => them.reduce((sum, { size }) => sum + size, 0)

/** Why the entries of a ref are kept; undefined if they are deleted. */
function whyRefStays(
  who: Branch | undefined,
  written: number,
  { living, branches, only, keep, now }: Rules,
): string | undefined {
  if (who === undefined || who.kind === 'queue') return 'on a ref that is neither a branch nor a pull request'
  if (living.has(branchPart(who)))
    return who.kind === 'pull' ? 'its pull request is open' : 'its branch exists'
  if (only && !only.some((it) => describeBranch(it) === describeBranch(who)))
    return 'not of the branch in the event'
  if (isProtected('', who, branches)) return 'named in `branches`'
  return keep > 0 && written > now - keep ? 'written within `keep`' : undefined
}

/** The branch or pull request that a ref is of; undefined for any other. */
export function branchOfServiceRef(ref: string): Branch | undefined {
  const [, number] = /^refs\/pull\/([1-9]\d{0,14})\/(?:merge|head)$/.exec(ref) ?? []
  if (number !== undefined) return { kind: 'pull', number: Number(number) }
  const [, name] = /^refs\/heads\/(.+)$/s.exec(ref) ?? []
  return name === undefined ? undefined : branch(name)
}

/** Lists the entries of the repository, and selects those to delete. Throws NoAnswer. */
export async function surveyGha(api: RepositoryApi, rules: Rules, store: string): Promise<Survey> {
  const entries = await listEntries(api)
  const { doomed, kept, foreign } = planGha(entries, rules, store)
  return {
    store,
    rows: [...doomed.map(({ row }) => row), ...kept],
    foreign,
    notes: [],
    bytes: doomed.reduce((sum, { row }) => sum + (row.size ?? 0), 0),
    remove: (isDead, gone) => remove(api, doomed, isDead, gone),
  }
}

async function listEntries(api: RepositoryApi): Promise<ServiceEntry[]> {
  const lists = await Promise.all(
    PREFIXES.map((prefix) => {
      const query = new URLSearchParams({ key: prefix, sort: 'created_at', direction: 'asc' })
      return listAll(api, `actions/caches?${query}`, 'caches', PERMISSION, 'actions_caches')
    }),
  )
  const entries = lists.flat().map((it) => {
    const [id, size] = [at(it, 'id'), at(it, 'size_in_bytes')]
    const [ref, key] = [textAt(it, 'ref'), textAt(it, 'key')]
    const created = Date.parse(textAt(it, 'created_at') ?? '')
    const isWhole = typeof id === 'number' && Number.isSafeInteger(id) && typeof size === 'number'
    if (!isWhole || ref === undefined || key === undefined || !Number.isFinite(created))
      throw new NoAnswer('its response about caches does not match its documentation', 200, true)
    return { id, ref, key, size, created }
  })
  // If pages shift while they are read, some entries appear twice.
  return [...new Map(entries.map((it) => [it.id, it])).values()]
}

async function remove(
  api: RepositoryApi,
  doomed: readonly Doomed[],
  isDead: IsDead,
  gone: (row: Row, bytes: number) => void,
): Promise<string[]> {
  const notes: string[] = []
  const spared = new Set<string>()
  for (const { row, who, entries } of doomed) {
    if (who && !(await isDead(who))) {
      spared.add(describeBranch(who))
      continue
    }
    let bytes = 0
    for (const { id, size } of entries) {
      const { status } = await api.ask(() => request(api, `actions/caches/${id}`, 'DELETE'))
      // 404: GitHub, or another run, has deleted it already.
      if (status !== 204 && status !== 200 && status !== 404)
        throw refusedAnswer(status, 'caches', PERMISSION)
      if (status !== 404) bytes += size
    }
    gone(row, bytes)
  }
  if (spared.size > 0) notes.push(`written again meanwhile, and kept: ${[...spared].join(', ')}`)
  return notes
}
