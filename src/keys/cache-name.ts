import { posix } from 'node:path'
import { imageSource } from '../events/git-context.ts'
import { apartPart, part } from './sanitize.ts'

/** What of the build tells one image of a repository from another. */
export type ImageInputs = { context: string; file: string; target: string }

/** Where the run is, to know our own repository and paths. */
export type Checkout = { workspace: string; serverUrl: string; repository: string }

/**
 * The cache name of an image: `cache-name` where the user gave it, else a text made of context, file and
 * target; empty where these are plain, so that most repositories see no name at all.
 */
export function cacheName(given: string, image: ImageInputs, place: Checkout): string {
  if (given !== '') return given
  const { repository, directory, file } = identity(image, place)
  if (repository === '' && directory === '' && file === '' && image.target === '') return ''
  // JSON keeps the parts apart, and no name that a user would choose looks like it.
  return JSON.stringify([repository, directory, file, image.target].filter((it, i) => i > 0 || it !== ''))
}

/**
 * The name part of a key, from the cache name and the name given in the cache spec (a tag, a scope): either
 * is the name; where both are given, both count. `without`: the secrets that the run lacks (inputs/missing-secrets.ts), sorted;
 * they are in the hash alone.
 */
export function namePart(name: string, inSpec: string, without: readonly string[] = []): string {
  if (without.length > 0)
    return apartPart(JSON.stringify([name, inSpec, without]), `${name} ${inSpec}`.trim())
  if (name !== '' && inSpec !== '') return part('name', JSON.stringify([name, inSpec]))
  return name === '' && inSpec === '' ? '' : part('name', name || inSpec)
}

/** Repository, directory and Dockerfile of the build; each empty where it is this repository's plain one. */
function identity(
  image: ImageInputs,
  place: Checkout,
): { repository: string; directory: string; file: string } {
  const { repository, directory, dockerfile } = imageSource(image, place)
  const isPlain = dockerfile === posix.join(directory, 'Dockerfile')
  return { repository, directory, file: isPlain ? '' : dockerfile }
}
