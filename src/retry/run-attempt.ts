import { type BuildRun, type Command, runBuild } from '../buildx/build.ts'
import { isElsewhere } from '../buildx/builder.ts'
import type { Entries } from '../plan/entries.ts'
import type { Sign } from '../stores/health-check.ts'
import { type Store, storeOf } from '../stores/store.ts'
import type { Surely } from './fallback-types.ts'
import { filterByLayer } from './filter-by-layer.ts'
import { heal } from './restart-builder.ts'
import { type Cut, guard } from './watchdog.ts'

/** One run of the build, watched. */
export type Attempt = {
  run: BuildRun
  cut: Cut | undefined
  /** The backends whose exports were running when it ended. */
  exporting: string[]
  /** After interrupting an import or a fetch: the builder is free again. */
  isHealed: boolean
  /** After an interrupt: the names of the stores that did not answer then either. */
  silent: Set<string>
}

/** What is known before the run, and what ends with the build. */
export type AttemptContext = {
  signs: Map<string, Sign>
  /** The names of the stores that have answered the builder. */
  heard: Set<string>
  /** Why the builder may hang from the start; empty if it will not. */
  mayHang: string
  /** Called as soon as buildx runs. */
  onBegun: () => void
  stop: AbortSignal
}

/** Runs the build once, interrupts it if a store keeps it waiting, and then frees the builder. */
export async function attempt(
  surely: Surely,
  entries: Entries,
  command: Command,
  { signs, heard, mayHang, onBegun, stop }: AttemptContext,
): Promise<Attempt> {
  const { buildx, builder, env, timeout, say, outside } = surely
  const isRemote = isElsewhere(builder, env)
  // Only the builder can judge a store that has answered it but cannot be reached from here.
  const ask = ({ name, url }: Store): Promise<Sign> =>
    outside.signOfLife(url, { variables: env, isElsewhere: isRemote || heard.has(name) }, { stop })
  let after: Promise<[isHealed: boolean, silent: Set<string>]> | undefined
  const guarded = guard({
    entries,
    patience: { timeout, signs },
    storeOf: (entry) => storeOf(entry, env),
    ask,
    heard,
    holders: (imports, layer) => filterByLayer(imports, layer, surely),
    mayBeStuck: mayHang !== '',
    onForeign: (name) =>
      say(`The import of ${name}, which you specified, has not responded for ${timeout / 1000} s.`),
    onCut: (cut) => {
      const healing = cut.kind === 'import' || cut.kind === 'fetch' ? heal(surely, 1) : Promise.resolve(false)
      after = Promise.all([healing, silentOf(cut, ask, env, isRemote ? heard : undefined)])
    },
  })
  try {
    const running = runBuild(buildx, command, say, guarded.watch, outside.stream)
    onBegun()
    const run = await running
    const cut = guarded.end()
    const [isHealed, silent] = (await after) ?? [false, new Set<string>()]
    return { run, cut, exporting: guarded.exporting(), isHealed, silent }
  } finally {
    guarded.end()
  }
}

/**
 * The stores that do not answer now either. For a store that only the builder can reach, `heard` says whether it has
 * answered the builder; undefined for other builders.
 */
async function silentOf(
  { entries }: Cut,
  ask: (store: Store) => Promise<Sign>,
  env: Record<string, string>,
  heard: ReadonlySet<string> | undefined,
): Promise<Set<string>> {
  const stores = new Map(entries.map((entry) => storeOf(entry, env)).map((store) => [store.name, store]))
  const signs = await Promise.all(
    [...stores.values()].map(async (store) => [store.name, await ask(store)] as const),
  )
  const isGone = (name: string, sign: Sign): boolean =>
    sign === 'silent' || (sign === 'unknown' && heard?.has(name) === false)
  return new Set(signs.flatMap(([name, sign]) => (isGone(name, sign) ? [name] : [])))
}
