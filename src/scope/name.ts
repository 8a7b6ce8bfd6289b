import { posix } from 'node:path'
import { fillContext } from '../github/git-context.ts'
import { part } from './part.ts'

/** What of the build tells one image of a repository from another. */
export type ImageInputs = { context: string; file: string; target: string }

/** Where the run is, to know our own repository and paths. */
export type Place = { workspace: string; serverUrl: string; repository: string }

/**
 * The cache name of an image: `cache-name` where the user gave it, else a text made of context, file and
 * target; empty where these are plain, so that most repositories see no name at all.
 */
export function cacheName(given: string, image: ImageInputs, place: Place): string {
  if (given !== '') return given
  const { repository, directory, file } = identity(image, place)
  if (repository === '' && directory === '' && file === '' && image.target === '') return ''
  // JSON keeps the parts apart, and no name that a user would choose looks like it.
  return JSON.stringify([repository, directory, file, image.target].filter((it, i) => i > 0 || it !== ''))
}

/**
 * The name part of a key, from the cache name and the name given in the cache spec (a tag, a scope): either
 * is the name; where both are given, both count.
 */
export function namePart(name: string, inSpec: string): string {
  if (name !== '' && inSpec !== '') return part('name', JSON.stringify([name, inSpec]))
  return name === '' && inSpec === '' ? '' : part('name', name || inSpec)
}

/** Repository, directory and Dockerfile of the build; each empty where it is this repository's plain one. */
function identity(image: ImageInputs, place: Place): { repository: string; directory: string; file: string } {
  const ownUrl = `${place.serverUrl}/${place.repository}.git`
  const context = fillContext(image.context, `${ownUrl}#`)
  const git = isUrl(context) ? gitUrl(context) : undefined
  const directory = relativePath(git ? git.directory : context, place)
  const isOwn = !git || git.repository.toLowerCase() === gitUrl(ownUrl).repository.toLowerCase()
  // buildx looks for the Dockerfile of a git context below its directory, of a path below where it runs.
  const written =
    git && image.file !== '' && !isUrl(image.file) ? posix.join(directory, image.file) : image.file
  const file = isUrl(written) ? written : relativePath(written, place)
  return {
    repository: isOwn ? '' : git.repository,
    directory,
    file: file === posix.join(directory, 'Dockerfile') ? '' : file,
  }
}

function isUrl(text: string): boolean {
  return /^([a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(text)
}

/** Host and path of a git URL, however it is spelled, and its subdirectory; never its ref. */
function gitUrl(url: string): { repository: string; directory: string } {
  const [, address = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? []
  const directory = new URLSearchParams(query).get('subdir') ?? fragment.split(':').slice(1).join(':')
  const repository = address
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^[^/@]*@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/(\.git)?\/*$/, '')
  // BuildKit cleans it below the repository's root, whichever way it is written.
  return { repository, directory: posix.join('/', directory).slice(1) }
}

/** A path cleaned and relative to the workspace; empty for the workspace itself. */
function relativePath(path: string, place: Place): string {
  return path === '' ? '' : posix.relative(place.workspace, posix.resolve(place.workspace, path))
}
