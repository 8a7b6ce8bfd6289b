import { decodeFields } from '../lib/csv.ts'
import { InputError } from '../runner/input-error.ts'
import { attribute } from './backend.ts'
import { canonicalRepository, parseReference } from './reference.ts'
import type { Spec } from './spec.ts'

/** What the specs must be consistent with: the user's own `cache-to`, the image's tags, the cache name. */
export type OtherInputs = {
  cacheTo: readonly string[]
  tags: readonly string[]
  cacheName: string
  /** The build exports an image, or another step builds it. */
  makesImage: boolean
}

/**
 * Refuses combinations that are wrong although each input is valid, and that BuildKit accepts silently; throws
 * InputError.
 */
export function checkTogether(specs: readonly Spec[], beside: OtherInputs): void {
  refuseTwoManifests(specs, beside.cacheTo)
  for (const spec of specs) {
    refuseTagsOfImage(spec, beside)
    refuseInlineWithoutImage(spec, beside.makesImage)
  }
}

/**
 * BuildKit returns one manifest for all exporters that write one, and its client puts that into every local index: the
 * directory then points to a manifest that it does not contain (client/solve.go).
 */
function refuseTwoManifests(specs: readonly Spec[], cacheTo: readonly string[]): void {
  if (specs.length === 0) return // the user's own are passed on as written
  const types = [...specs.map(({ backend }) => backend.type), ...cacheTo.map(typeOf)]
  const writers = types.filter((type) => type === 'local' || type === 'registry')
  if (writers.includes('local') && writers.length > 1) {
    throw new InputError(
      specs.some(({ backend }) => backend.type === 'local') ? 'cache' : 'cache-to',
      'an export to local together with another to local or registry corrupts its index; remove one of them.',
    )
  }
}

/** The type of a --cache-to as buildx reads it: without any `=` it is an image reference. */
function typeOf(entry: string): string {
  if (!entry.includes('=')) return 'registry'
  try {
    const fields = decodeFields(entry).map((field) => field.split('='))
    return fields.find(([name]) => name?.toLowerCase() === 'type')?.[1] ?? ''
  } catch {
    return '' // buildx says what is wrong with it
  }
}

/** The key `main` would be the image's own tag, and one would overwrite the other. */
function refuseTagsOfImage({ backend, given, name }: Spec, { tags, cacheName }: OtherInputs): void {
  const ref = attribute(given, 'ref')
  if (backend.type !== 'registry' || ref === undefined || name !== '' || cacheName !== '') return
  if (!tags.some((tag) => repositoryOf(tag) === canonicalRepository(ref))) return
  // Docker Hub allows only two levels (docker/hub-feedback#1404).
  const apart = canonicalRepository(ref).startsWith('docker.io/') ? `${ref}-cache` : `${ref}/cache`
  throw new InputError(
    'cache',
    `ref=${ref} is also the image's repository in tags, where the cache of main would be the tag "main"; ` +
      `write ref=${apart}, or a tag as the cache's name, ref=${ref}:cache.`,
  )
}

function repositoryOf(tag: string): string | undefined {
  try {
    return canonicalRepository(parseReference(tag).repository)
  } catch {
    return undefined // buildx says what is wrong with it
  }
}

/** An inline cache is part of an image: without an image BuildKit silently writes none. */
function refuseInlineWithoutImage({ backend }: Spec, makesImage: boolean): void {
  if (backend.type !== 'inline' || makesImage) return
  throw new InputError(
    'cache',
    'inline stores its cache in the image, but this build produces none; add push: true or load: true.',
  )
}
