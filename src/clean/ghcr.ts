import { at, textAt } from '../lib/json-path.ts'
import { NoAnswer } from './ask.ts'
import { listAll, type RepositoryApi, refusedAnswer, request } from './repository.ts'

// GitHub's registry deletes no tags; its packages API deletes a version, which is a manifest with all its tags.

/** A version of a package, and when it was last changed, in milliseconds since 1970. */
type Version = { id: number; tags: string[]; updated: number | undefined }

/** `root`: the package in the API. */
export type Versions = { root: string; byTag: ReadonlyMap<string, Version> }

const PERMISSION = 'packages: write'

/** The versions of a package by their tags; `path` is its name on ghcr.io. Throws NoAnswer. */
export async function findVersions(api: RepositoryApi, path: string): Promise<Versions> {
  const [owner = '', ...rest] = path.split('/')
  const name = encodeURIComponent(rest.join('/'))
  const roots = ['orgs', 'users'].map(
    (kind) => `/${kind}/${encodeURIComponent(owner)}/packages/container/${name}`,
  )
  for (const root of roots) {
    try {
      const found = await listAll(api, `${root}/versions`, 'the package', PERMISSION)
      const versions = found.map(readVersion)
      return { root, byTag: new Map(versions.flatMap((it) => it.tags.map((tag) => [tag, it] as const))) }
    } catch (error) {
      if (!(error instanceof NoAnswer) || error.status !== 404 || root === roots.at(-1)) throw error
    }
  }
  throw refusedAnswer(404, 'the package', PERMISSION)
}

function readVersion(it: unknown): Version {
  const [id, tags] = [at(it, 'id'), at(it, 'metadata', 'container', 'tags')]
  const updated = Date.parse(textAt(it, 'updated_at') ?? '')
  const isWhole =
    typeof id === 'number' &&
    Array.isArray(tags) &&
    tags.every((tag): tag is string => typeof tag === 'string')
  if (!isWhole)
    throw new NoAnswer('its list of versions of the package does not match its documentation', 200, true)
  return { id, tags, updated: Number.isFinite(updated) ? updated : undefined }
}

/** Deletes the versions whose tags are all in `tags`; returns a sentence for each that has another tag. */
export async function removeVersions(
  api: RepositoryApi,
  path: string,
  { root, byTag }: Versions,
  tags: readonly string[],
  gone: (tag: string) => void,
): Promise<string[]> {
  const dead = new Set(tags)
  const versions = new Set(tags.flatMap((tag) => byTag.get(tag) ?? []))
  const notes = tags
    .filter((tag) => !byTag.has(tag))
    .map((tag) => `${tag} was overwritten in the meantime and is kept`)
  for (const listed of versions) {
    // Read it again: it may have got another tag.
    const { status, text } = await api.ask(() => request(api, `${root}/versions/${listed.id}`))
    if (status === 404) continue
    if (status !== 200) throw refusedAnswer(status, 'the package', PERMISSION)
    const now = readVersion(parse(text))
    const other = now.tags.find((tag) => !dead.has(tag))
    if (other !== undefined) {
      notes.push(
        `${now.tags.filter((tag) => dead.has(tag)).join(', ')} is kept: its version of ${path} also has the tag ${other}`,
      )
      continue
    }
    if (now.tags.length === 0) continue
    const answer = await api.ask(() => request(api, `${root}/versions/${listed.id}`, 'DELETE'))
    if (answer.status === 400) {
      notes.push(`${now.tags.join(', ')} is kept: GitHub does not delete the last version of a package`)
      continue
    }
    if (answer.status !== 204 && answer.status !== 404)
      throw refusedAnswer(answer.status, 'the package', PERMISSION)
    for (const tag of now.tags) gone(tag)
  }
  return notes
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
