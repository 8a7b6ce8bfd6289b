import { formatBytes, formatSeconds } from '../lib/format.ts'
import type { CacheMount } from './dockerfile-mounts.ts'
import { identityOf } from './dockerfile-mounts.ts'
import type { Content } from './protocol.ts'

/** The result of carrying the mounts of a build. */
export type CarriedOutcome = {
  /** The store, for people; empty where there is none. */
  store: string
  mounts: readonly CacheMount[]
  /** What is not carried, for the log. */
  notes: readonly string[]
  /** The scope that they were restored from; empty for none. */
  from: string
  /** In seconds; 0 if not done. */
  secondsIn: number
  secondsOut: number
  /** By identity: the restored mounts, and the mounts after the build. */
  broughtIn: ReadonlyMap<string, Content>
  after: ReadonlyMap<string, Content>
  /** Mounts that the builder already had; by identity. */
  held: ReadonlySet<string>
  /** By identity: why a mount is not saved. */
  left: ReadonlyMap<string, string>
  /** What was saved, or why nothing was, as a sentence without a full stop. */
  saved: string
}

/** The log lines: one for each mount, and one for the archive. */
export function mountLines(outcome: CarriedOutcome): string[] {
  const { mounts, store, from, secondsIn, secondsOut, broughtIn, after, held, left, saved, notes } = outcome
  return [
    ...mounts.map((mount) => {
      const identity = identityOf(mount)
      const brought = broughtIn.get(identity)
      const content = after.get(identity)
      const parts = [
        brought
          ? `${inWords(brought)} restored`
          : held.has(identity)
            ? 'already in the builder'
            : 'nothing restored',
        ...(content ? [`${inWords(content)} after the build`] : []),
        ...(left.has(identity) ? [`not saved: ${left.get(identity)}`] : []),
      ]
      return `${mount.name.padEnd(24)} ${parts.join(', ')}`
    }),
    ...notes,
    ...(from === '' ? [] : [`read from ${from} in ${store}, ${formatSeconds(secondsIn)}`]),
    secondsOut > 0 ? `${saved}, ${formatSeconds(secondsOut)}` : saved,
  ].filter((line) => line !== '')
}

function inWords({ files, bytes }: Content): string {
  return `${formatBytes(bytes)} in ${files} file${files === 1 ? '' : 's'}`
}
