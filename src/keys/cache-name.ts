import { posix } from 'node:path'
import { imageSource } from '../events/git-context.ts'
import { apartPart, part } from './sanitize.ts'

/** What distinguishes the images that one repository builds. */
export type ImageInputs = { context: string; file: string; target: string }

/** The run's repository and workspace, to recognize its own repository and paths. */
export type Checkout = { workspace: string; serverUrl: string; repository: string }

/**
 * The cache name of an image: `cache-name` if set, else a text made from context, file and target; empty if these are
 * the defaults, so that most repositories see no name.
 */
export function cacheName(given: string, image: ImageInputs, place: Checkout): string {
  if (given !== '') return given
  const { repository, directory, file } = identity(image, place)
  if (repository === '' && directory === '' && file === '' && image.target === '') return ''
  // JSON separates the parts unambiguously, and no user's name looks like it.
  return JSON.stringify([repository, directory, file, image.target].filter((it, i) => i > 0 || it !== ''))
}

/**
 * The name part of a key, from the cache name and the name in the cache spec (a tag, a scope): whichever is set, or
 * both. `without`: the secrets that the run lacks (inputs/missing-secrets.ts), sorted; they are in the hash alone.
 */
export function namePart(name: string, inSpec: string, without: readonly string[] = []): string {
  if (without.length > 0)
    return apartPart(JSON.stringify([name, inSpec, without]), `${name} ${inSpec}`.trim())
  if (name !== '' && inSpec !== '') return part('name', JSON.stringify([name, inSpec]))
  return name === '' && inSpec === '' ? '' : part('name', name || inSpec)
}

/** Repository, directory and Dockerfile of the build; each empty if it is this repository's default. */
function identity(
  image: ImageInputs,
  place: Checkout,
): { repository: string; directory: string; file: string } {
  const { repository, directory, dockerfile } = imageSource(image, place)
  const isPlain = dockerfile === posix.join(directory, 'Dockerfile')
  return { repository, directory, file: isPlain ? '' : dockerfile }
}
