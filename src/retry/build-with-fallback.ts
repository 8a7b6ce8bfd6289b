import { whyShort } from '../buildkit/error-messages.ts'
import { finishBuild } from '../buildx/build.ts'
import { isElsewhere } from '../buildx/builder.ts'
import { againLines, type Lost, without } from '../plan/dropped-caches.ts'
import type { Entry } from '../plan/entries.ts'
import { watchIndexes } from '../stores/gha-index.ts'
import { askAll, type Sign } from '../stores/health-check.ts'
import { storeOf } from '../stores/store.ts'
import { askForUntold, type There } from '../stores/there.ts'
import { afterCut, afterFailure } from './decide-retry.ts'
import type { Rescued, Surely } from './fallback-types.ts'
import { attempt } from './run-attempt.ts'

/** In milliseconds after the start of the build: a build that ends earlier, or never starts, needs no health check. */
const SOON = 100

/**
 * Runs the build, and if a cache makes it fail or hang, again without that cache. Each run omits something more, so
 * their number is bounded. A build that fails by itself is not run again, and nothing is after a signal.
 */
export async function buildWithFallback(surely: Surely): Promise<Rescued> {
  const { buildx, builder, entries, env, commandOf, timeout, say, outside } = surely
  const ended = new AbortController()
  const signs = new Map<string, Sign>()
  const heard = new Set<string>()
  const asker = { variables: env, isElsewhere: isElsewhere(builder, env) }
  const lost: Lost[] = [...surely.lost]
  const troubles: string[] = []
  let [mayRetry, mayHang, noCache] = [true, '', false]
  let unindexed = async (): Promise<Entry[]> => []
  let there = async (): Promise<There> => new Map()
  let asking: NodeJS.Timeout | undefined
  const begun = (): void => {
    unindexed = watchIndexes(entries.to, env)
    there = askForUntold(entries.from, { buildx, builder: '', env })
    const stores = [...entries.from, ...entries.to].map((entry) => storeOf(entry, env))
    if (timeout > 0)
      asking = setTimeout(() => askAll(stores, asker, signs, ended.signal, outside.signOfLife), SOON)
  }
  try {
    for (let run = 1; ; run++) {
      const left = without(entries, lost)
      const command = commandOf(left, noCache)
      const onBegun = run === 1 ? begun : () => {}
      const tried = await attempt(surely, left, command, {
        signs,
        heard,
        mayHang,
        onBegun,
        stop: ended.signal,
      })
      const { exitCode } = tried.run
      const isStuck = tried.cut?.kind === 'builder'
      const next =
        exitCode === 0 || isStuck
          ? undefined
          : tried.cut
            ? afterCut(tried, surely, left)
            : await afterFailure(tried, surely, left, mayRetry)
      const isBounded = next && (next.lost.length > 0 || mayRetry)
      if (!next || !isBounded) {
        const build = finishBuild(command, tried.run)
        const failure = isStuck ? mayHang : build.failure
        return {
          ...build,
          failure,
          lost,
          troubles,
          there,
          unindexed: exitCode === 0 ? unindexed : async () => [],
        }
      }
      if (next.trouble !== '') troubles.push(next.trouble)
      noCache ||= next.noCache
      if (next.retry !== '' && mayRetry) {
        mayRetry = false
        say(next.retry)
        continue
      }
      lost.push(...next.lost)
      mayHang = next.mayHang
      for (const line of againLines(next.lost, whyShort)) say(line)
    }
  } finally {
    clearTimeout(asking)
    ended.abort()
  }
}
