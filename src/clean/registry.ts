import { randomBytes } from 'node:crypto'
import { type Branch, describeBranch } from '../events/branch.ts'
import { textAt } from '../lib/json-path.ts'
import { readConfig } from '../marking/mark.ts'
import type { ScopeRecord } from '../marking/scope-record.ts'
import { MOUNTS_ANNOTATION, nameOfMounts } from '../mounts/store.ts'
import { judgeKey, judgeScope, type Rules } from './alive.ts'
import { NoAnswer, several } from './ask.ts'
import { findVersions, removeVersions, type Versions } from './ghcr.ts'
import type { Registry, StoredManifest } from './registry-client.ts'
import type { RepositoryApi } from './repository.ts'
import type { Found, IsDead, Row, Survey } from './survey.ts'

const CONFIG_TYPE = 'application/vnd.buildkit.cacheconfig.v0'

/** A tag to delete, as it was listed. */
type Tag = { tag: string; digest: string; config: Descriptor; blobs: ReadonlyMap<string, number> }

type Descriptor = { mediaType: string; digest: string; size: number }

/** What is known about a manifest: undefined if it is not a cache. */
type Cache = {
  record: ScopeRecord | undefined
  written: number | undefined
  config: Descriptor
  blobs: Map<string, number>
}

/** Lists the tags of a repository, and reads only the manifests of those that belong to no living branch. */
export async function surveyRegistry(
  registry: Registry,
  api: RepositoryApi,
  rules: Rules,
  store: string,
): Promise<Survey> {
  const tags = await registry.tags()
  const versions =
    registry.host === 'ghcr.io' && tags.length > 0 ? await findVersions(api, registry.path) : undefined
  const caches = new Map<string, Promise<Cache | undefined>>()
  const found = await several(tags, async (tag): Promise<Found<Tag | undefined> | undefined> => {
    const early = judgeKey(tag, rules)
    if (early) return early.fate === 'foreign' ? undefined : rowOf(tag, early, store)
    const manifest = await registry.manifest(tag)
    if (!manifest) return undefined
    const known = caches.get(manifest.digest) ?? readCache(registry, manifest)
    caches.set(manifest.digest, known)
    const cache = await known
    if (!cache) return undefined
    const { record, config, blobs } = cache
    const written = versions?.byTag.get(tag)?.updated ?? cache.written
    const size = sum(blobs)
    const verdict = judgeScope({ key: tag, record, written, size }, rules)
    return verdict.fate === 'foreign'
      ? undefined
      : rowOf(tag, verdict, store, { written, size }, { tag, digest: manifest.digest, config, blobs })
  })
  const scopes = found.filter((it) => it !== undefined)
  const there = new Set(tags)
  const ours: Found<Tag | undefined>[] = []
  for (const it of scopes) {
    // Before its scope, whose record names the owner.
    const name = nameOfMounts(it.row.scope)
    const mounts =
      there.has(name) && it.row.fate === 'dead' && it.it ? await findMounts(registry, name, it) : []
    ours.push(...mounts, it)
  }
  const doomed = ours.filter((it): it is Found<Tag> => it.row.fate === 'dead' && it.it !== undefined)
  const bytes = sum(new Map(doomed.flatMap(({ it }) => [...it.blobs])))
  return {
    store,
    rows: ours.map(({ row }) => row),
    foreign: tags.length - ours.length,
    notes: [],
    bytes,
    remove: (isDead, gone) => remove(registry, api, versions, doomed, isDead, gone),
  }
}

/** The archive of a dead scope's cache mounts, an image with a tag of its own. */
async function findMounts(
  registry: Registry,
  tag: string,
  scope: Found<Tag | undefined>,
): Promise<Found<Tag>[]> {
  const manifest = await registry.manifest(tag)
  if (!manifest || !isArchive(manifest.text) || !scope.it) return []
  const blobs = blobsOf(manifest)
  const row = { ...scope.row, scope: tag, size: sum(blobs) }
  return [{ row, who: scope.who, it: { ...scope.it, tag, digest: manifest.digest, blobs } }]
}

/** The mark of mounts/registry-store.ts. */
function isArchive(text: string): boolean {
  try {
    return textAt(JSON.parse(text), 'annotations', MOUNTS_ANNOTATION) !== undefined
  } catch {
    return false
  }
}

const blobsOf = ({ text, digest }: StoredManifest): Map<string, number> =>
  new Map([
    [digest, Buffer.byteLength(text)],
    ...descriptorsIn(text).map((it) => [it.digest, it.size] as const),
  ])

const sum = (sizes: ReadonlyMap<string, number>): number =>
  [...sizes.values()].reduce((all, it) => all + it, 0)

function rowOf<T>(
  tag: string,
  { fate, why, branch: who }: { fate: Row['fate']; why: string; branch: Branch | undefined },
  store: string,
  { written, size }: Partial<Pick<Row, 'written' | 'size'>> = {},
  it?: T,
): Found<T | undefined> {
  const branch = who ? describeBranch(who) : ''
  return { row: { scope: tag, branch, store, fate, why, written, size }, who, it }
}

/** A cache in the form of an image, or of an index (BuildKit before 0.21); undefined for anything else. */
async function readCache(registry: Registry, { text, digest }: StoredManifest): Promise<Cache | undefined> {
  const parts = descriptorsIn(text)
  const config = parts.find(({ mediaType }) => mediaType === CONFIG_TYPE)
  if (config === undefined) return undefined
  const blobs = blobsOf({ text, digest, type: '' })
  let inConfig: string | undefined
  try {
    inConfig = await registry.blob(config.digest)
  } catch (error) {
    // A config larger than BuildKit imports has no readable record.
    if (!(error instanceof NoAnswer) || error.status !== 200) throw error
  }
  const record = inConfig === undefined ? undefined : readConfig(inConfig)?.record
  return { record, config, written: newest(`${text}${inConfig ?? ''}`), blobs }
}

function descriptorsIn(text: string): Descriptor[] {
  let manifest: Record<string, unknown>
  try {
    manifest = JSON.parse(text)
  } catch {
    return []
  }
  const lists = [manifest?.config, manifest?.layers, manifest?.manifests].flat()
  return lists.flatMap((it) => {
    const [mediaType, digest] = [textAt(it, 'mediaType') ?? '', textAt(it, 'digest') ?? '']
    const { size } = (it ?? {}) as { size?: unknown }
    return /^sha256:[0-9a-f]{64}$/.test(digest) && typeof size === 'number'
      ? [{ mediaType, digest, size }]
      : []
  })
}

/**
 * When the newest layer of a cache was created. A registry has no times of tags, and a build with all steps cached
 * creates no layer, so the tag may be newer.
 */
function newest(text: string): number | undefined {
  const times = [...text.matchAll(/"(?:createdAt|buildkit\/createdat)":\s?"([^"]{10,40})"/g)]
    .map(([, time = '']) => Date.parse(time))
    .filter((time) => time > 0)
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b))
}

async function remove(
  registry: Registry,
  api: RepositoryApi,
  versions: Versions | undefined,
  doomed: readonly Found<Tag>[],
  isDead: IsDead,
  gone: (row: Row, bytes: number) => void,
): Promise<string[]> {
  const dead: Found<Tag>[] = []
  for (const it of doomed) if (await isDead(it.who)) dead.push(it)
  const [first] = dead
  if (!first) return []
  const counted = new Set<string>()
  const bytesOf = ({ blobs }: Tag): number => {
    const fresh = [...blobs].filter(([digest]) => !counted.has(digest))
    for (const [digest] of fresh) counted.add(digest)
    return fresh.reduce((all, [, size]) => all + size, 0)
  }
  if (versions) {
    const tags = new Map(dead.map((it) => [it.it.tag, it]))
    return removeVersions(api, registry.path, versions, [...tags.keys()], (tag) => {
      const it = tags.get(tag)
      if (it) gone(it.row, bytesOf(it.it))
    })
  }
  await probe(registry, first.it)
  const notes: string[] = []
  for (const { row, it } of dead) {
    if ((await registry.digestOf(it.tag)) !== it.digest) {
      notes.push(`${it.tag} was overwritten in the meantime and is kept`)
      continue
    }
    const status = await registry.deleteTag(it.tag)
    if (status === 404) continue
    if (status !== 202 && status !== 200) throw refused(registry, status)
    gone(row, bytesOf(it))
  }
  return notes
}

/**
 * Whether this registry deletes a single tag and keeps the manifest's other tags. Some delete the manifest with all its
 * tags, and after a merge a dead scope and a living one may share it. So this is tested on a new manifest with two
 * tags, with the config of one to delete. Throws NoAnswer if it deletes more. The two tags are spelled like shards of
 * the dead branch, so that the next run deletes what an interruption leaves.
 */
async function probe(registry: Registry, { tag, config }: Tag): Promise<void> {
  const [branch = ''] = tag.replace(/^.*__/, '').split('..')
  const name = `${branch}..probe-${randomBytes(6).toString('hex')}`
  // First with a missing tag: a registry that deletes no tags at all then gets no test tags.
  const status = await registry.deleteTag(`${name}-none`)
  if (status !== 404 && status !== 202) throw refused(registry, status)
  const type = 'application/vnd.oci.image.manifest.v1+json'
  const annotations = { 'buildx-branch-cache.probe': name }
  const text = JSON.stringify({ schemaVersion: 2, mediaType: type, config, layers: [config], annotations })
  const [one, other] = [`${name}-a`, `${name}-b`]
  for (const it of [one, other]) {
    const put = await registry.put(it, { type, text })
    if (put !== 201) throw refused(registry, put)
  }
  const first = await registry.deleteTag(one)
  if (first !== 202) throw refused(registry, first)
  const [gone, stays] = [await registry.digestOf(one), await registry.digestOf(other)]
  if (gone !== undefined) throw refused(registry, first)
  if (stays === undefined)
    throw new NoAnswer(`the registry deletes a manifest with all its tags; ${instead(registry)}`, 0, false)
  await registry.deleteTag(other)
}

function refused(registry: Registry, status: number): NoAnswer {
  const { host, path } = registry
  if (status === 401 || status === 403)
    return new NoAnswer(
      `no permission to delete tags of ${path} (${status}); log in to ${host} with an account that has it`,
      status,
      false,
    )
  return new NoAnswer(`the registry does not delete by tag (${status}); ${instead(registry)}`, status, false)
}

/** What to do with a registry that cannot delete a single tag. */
function instead({ host, path }: Registry): string {
  if (/\.dkr\.ecr\./.test(host))
    return `run: aws ecr batch-delete-image --repository-name ${path} --image-ids imageTag=TAG for each tag in the job summary`
  if (host === 'docker.io')
    return `delete the tags in the job summary at https://hub.docker.com/r/${path}/tags`
  return `run: regctl tag delete ${host}/${path}:TAG for each tag in the job summary`
}
