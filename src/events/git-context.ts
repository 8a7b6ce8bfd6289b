import { isAbsolute, posix } from 'node:path'
import { textAt } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'
import { withoutCredentials } from '../runner/hide.ts'

/**
 * The default build context, as upstream: this repository's git URL, pinned to the event's commit. `asQuery`: the
 * commit is in a query, which buildx 0.29 and newer support.
 */
export function gitContext(environment: Environment, asQuery: boolean): string {
  const { serverUrl, repository } = environment
  return `${serverUrl}/${repository}.git${asQuery ? '?ref=' : '#'}${pinnedRef(environment)}`
}

function pinnedRef({ sha, ref, payload, switches }: Environment): string {
  const full = ref.startsWith('refs/') ? ref : `refs/heads/${ref}`
  const isPull = full.startsWith('refs/pull/')
  const wanted = isPull && switches.contextIsPullHead ? full.replace(/\/merge$/, '/head') : full
  if (isPull && wanted.endsWith('/head')) return textAt(payload, 'pull_request', 'head', 'sha') ?? wanted
  return sha || wanted
}

/** A context as written, with `{{defaultContext}}` replaced; the default if empty. */
export function fillContext(written: string, defaultContext: string): string {
  return written === ''
    ? defaultContext
    : written.replaceAll(/\{{2,3}\s*defaultContext\s*\}{2,3}/g, () => defaultContext)
}

/** What an image is built from, as far as the inputs say. */
export type ImageSource = {
  /** Host and path of the context's repository, or of another URL; empty for this repository. */
  repository: string
  /** The context's directory in that repository; empty for its root. This repository's root is the workspace. */
  directory: string
  /** The Dockerfile, likewise, or its URL. */
  dockerfile: string
}

type Place = Pick<Environment, 'workspace' | 'serverUrl' | 'repository'>

/**
 * Context and Dockerfile of a build, however they are spelled. The Dockerfile of a git context is looked for below
 * its directory, whatever its path says, and that of any other below the folder where buildx runs.
 */
export function imageSource({ context, file }: { context: string; file: string }, place: Place): ImageSource {
  const ownUrl = `${place.serverUrl}/${place.repository}.git`
  const filled = fillContext(context, `${ownUrl}#`)
  const git = isUrl(filled) ? readGitUrl(filled) : undefined
  const directory = inWorkspace(git ? git.directory : filled, place)
  const isOwn = !git || git.repository.toLowerCase() === readGitUrl(ownUrl).repository.toLowerCase()
  const written =
    git && file !== '' && !isUrl(file) ? posix.join('/', directory, posix.join('/', file)).slice(1) : file
  return {
    repository: isOwn ? '' : git.repository,
    directory,
    dockerfile:
      file === ''
        ? posix.join(directory, 'Dockerfile')
        : isUrl(file)
          ? addressOf(file)
          : inWorkspace(written, place),
  }
}

/** The path of the Dockerfile in this repository; undefined if it is outside or in another one. */
export function dockerfileHere(image: { context: string; file: string }, place: Place): string | undefined {
  const { repository, dockerfile } = imageSource(image, place)
  const isOutside = isUrl(dockerfile) || isAbsolute(dockerfile) || /^\.\.(\/|$)/.test(dockerfile)
  return repository !== '' || isOutside ? undefined : dockerfile
}

/** Whether the builder itself fetches the context: the default, or a URL. */
export function isGitContext(context: string): boolean {
  return isUrl(fillContext(context, 'git://'))
}

function isUrl(text: string): boolean {
  return /^([a-z][a-z0-9+.-]*:\/\/|[\w-]+@[\w.-]+:|github\.com\/)/i.test(text)
}

/** A URL without its user and without a query that can be a credential, since the result is shown publicly. */
function addressOf(url: string): string {
  return withoutUser(url).replace(/\?\*\*\*$/, '')
}

function withoutUser(url: string): string {
  return withoutCredentials(url).replace('://***@', '://')
}

/** Host and path of a git URL, however it is spelled, and its subdirectory; never its ref. */
function readGitUrl(url: string): { repository: string; directory: string } {
  const [, address = '', query = '', fragment = ''] =
    /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(withoutUser(url)) ?? []
  const directory = new URLSearchParams(query).get('subdir') ?? fragment.split(':').slice(1).join(':')
  const repository = address
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^[^/@]*@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/(\.git)?\/*$/, '')
  // BuildKit cleans it relative to the repository's root, however it is written.
  return { repository, directory: posix.join('/', directory).slice(1) }
}

/** A path cleaned and relative to the workspace; empty for the workspace itself. */
function inWorkspace(path: string, { workspace }: Place): string {
  return path === '' ? '' : posix.relative(workspace, posix.resolve(workspace, path))
}
