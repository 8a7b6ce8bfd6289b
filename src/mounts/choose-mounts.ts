import type { MountInputs } from '../inputs/cache-inputs.ts'
import { didYouMean } from '../lib/nearest.ts'
import { quote } from '../lib/quote.ts'
import type { CacheMount, MountsOfBuild } from './dockerfile-mounts.ts'

/** What of a build's mounts is carried. */
export type ChosenMounts = {
  mounts: CacheMount[]
  /** What is left out, for the log. */
  notes: string[]
  /** What the user should mend, a sentence each. */
  warnings: string[]
}

/**
 * The mounts that are carried. `isOwnBuilder`: nobody else's builds are on the builder, so that a private mount is the
 * one of the build.
 */
export function chooseMounts(
  found: MountsOfBuild,
  wanted: MountInputs['wanted'],
  isOwnBuilder: boolean,
): ChosenMounts {
  const isWanted = ({ name, targets }: CacheMount): boolean =>
    wanted === 'all' || (wanted !== 'none' && wanted.some((it) => it === name || targets.includes(it)))
  const known = found.mounts.flatMap(({ name, targets }) => [name, ...targets])
  const unknown =
    typeof wanted === 'string' ? [] : wanted.filter((it) => !known.includes(it) && !isLeftOut(it, found))
  const chosen = found.mounts.filter(isWanted)
  const isShared = ({ sharing }: CacheMount): boolean => sharing === 'private' && !isOwnBuilder
  const left = found.uncarried.filter(
    ({ name }) => wanted === 'all' || (wanted !== 'none' && wanted.some((it) => name.endsWith(`=${it}`))),
  )
  return {
    mounts: chosen.filter((it) => !isShared(it)),
    notes: [
      ...left.map(({ line, name, why }) => `line ${line}, ${name}: not carried, because ${why}`),
      ...chosen
        .filter(isShared)
        .map(({ name }) => `${name}: not carried, because it is private and other builds use this builder`),
    ],
    warnings: unknown.map(
      (it) =>
        `cache-mounts: the build has no cache mount with the id or target ${quote(it)}.${didYouMean(it, known)}`,
    ),
  }
}

function isLeftOut(wanted: string, { uncarried }: MountsOfBuild): boolean {
  return uncarried.some(({ name }) => name.endsWith(`=${wanted}`))
}
