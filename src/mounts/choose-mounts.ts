import type { MountInputs } from '../inputs/cache-inputs.ts'
import { didYouMean } from '../lib/nearest.ts'
import { quote } from '../lib/quote.ts'
import type { CacheMount, MountsOfBuild } from './dockerfile-mounts.ts'

/** Which of a build's mounts are carried. */
export type ChosenMounts = {
  mounts: CacheMount[]
  /** What is not carried, for the log. */
  notes: string[]
  /** What the user should fix, a sentence each. */
  warnings: string[]
}

/**
 * The mounts that are carried. `isOwnBuilder`: no other builds use the builder, so a private mount can only be this
 * build's.
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
