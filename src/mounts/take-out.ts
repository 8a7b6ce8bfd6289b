import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { formatBytes, list } from '../lib/format.ts'
import { compressFile } from './archive-file.ts'
import { type Brought, inTime, listHeld, type MountJob, recordsOf, timeLeft } from './bring-in.ts'
import { type CacheMount, identityOf } from './dockerfile-mounts.ts'
import { type HelperRun, runHelper } from './helper.ts'
import type { Content } from './protocol.ts'

/** The result of saving the mounts of a build. */
export type TakenOut = {
  /** What was saved, or why nothing was, as a sentence without a full stop. */
  saved: string
  /** Worth a warning: something that should have been saved was not. */
  isTrouble: boolean
  /** What is in the mounts, by identity. */
  contents: Map<string, Content>
  /** Why a mount is not kept, by identity. */
  left: Map<string, string>
}

/** Saves the mounts of a successful build if they have changed; throws an Error for the user. */
export async function takeOut(job: MountJob, brought: Brought): Promise<TakenOut> {
  const { host, store, scopes, mounts, most } = job
  const result: TakenOut = { saved: '', isTrouble: false, contents: new Map(), left: new Map() }
  const nothing = (why: string, isTrouble = false): TakenOut => ({
    ...result,
    saved: `nothing saved: ${why}`,
    isTrouble,
  })
  if ('why' in scopes.write) return nothing(scopes.write.why)
  // The stored archive may contain more than a build from scratch has left.
  if (brought.why !== '' && !brought.isBroken)
    return nothing('the stored archive could not be restored, so it stays unchanged')
  const records = await listHeld(host)
  const there: CacheMount[] = []
  for (const mount of mounts) {
    const { length } = recordsOf(mount, records)
    if (length === 1) there.push(mount)
    if (length > 1) result.left.set(identityOf(mount), 'the builder has several with this id')
  }
  if (there.length === 0) return nothing('the builder has none of the mounts')
  there.sort((a, b) => (identityOf(a) < identityOf(b) ? -1 : 1))
  const known = brought.isBroken ? '' : (brought.found?.fingerprint ?? '')
  const request = { nonce: randomBytes(8).toString('hex'), mounts: there, most, known }
  const run = await runHelper(host, 'out', request)
  const { report } = run
  result.contents = report.contents
  for (const [identity, why] of report.left) result.left.set(identity, whyLeft(why))
  if (report.state === 'unchanged') return nothing('nothing has changed')
  const lost = brought.isBroken ? [] : whatWouldBeLost(mounts, brought, result)
  if (lost.length > 0)
    return nothing(
      `the stored archive has ${list(lost)}, which a new one would lack; it stays unchanged`,
      true,
    )
  if (report.state === 'empty') return nothing('the mounts are empty')
  if (report.state === 'large') return nothing(whyTooLarge(report.contents, most), true)
  if (report.state !== 'packed') throw new Error(report.why || 'the mounts were not packed')
  const size = await send(job, run, scopes.write.key, report.fingerprint)
  const total = [...report.contents.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  const of = size === undefined ? formatBytes(total) : `${formatBytes(total)} as ${formatBytes(size)}`
  return { ...result, saved: `saved ${of} to ${scopes.write.key} in ${store.name}` }
}

/** The mounts that the stored archive has, as far as known, and a new one would not. */
function whatWouldBeLost(
  mounts: readonly CacheMount[],
  { found, contents: stored }: Brought,
  { contents, left }: Pick<TakenOut, 'contents' | 'left'>,
): string[] {
  if (!found) return []
  return mounts
    .filter((mount) => {
      const identity = identityOf(mount)
      const isPacked = !left.has(identity) && (contents.get(identity)?.files ?? 0) > 0
      const isGone = left.has(identity) || contents.get(identity)?.files === 0
      return !isPacked && isGone && (stored === undefined || (stored.get(identity)?.files ?? 0) > 0)
    })
    .map(({ name }) => name)
}

function whyLeft(why: string): string {
  return why.startsWith('links ')
    ? `it has a link that points outside it (${why.slice('links '.length)})`
    : why
}

function whyTooLarge(contents: ReadonlyMap<string, Content>, most: number): string {
  const total = [...contents.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  return `the mounts hold ${formatBytes(total)}, more than cache-mounts-max-size (${formatBytes(most)}); clean them up with the tool that fills them`
}

async function send(
  { host, store }: MountJob,
  run: HelperRun,
  key: string,
  fingerprint: string,
): Promise<number | undefined> {
  const signal = timeLeft(host)
  const folder = join(host.directory, 'taken')
  return inTime(
    store.save({
      key,
      fingerprint,
      signal,
      exportTo: run.exportTo,
      pack: async () => {
        await run.exportTo(`type=local,dest=${folder}`)
        return compressFile(join(folder, 'out/archive.tar'), join(host.directory, 'packed'), signal)
      },
    }),
    signal,
  )
}
