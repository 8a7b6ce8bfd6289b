import { type Command, type Run, runBuild } from '../buildx/build.ts'
import type { Entries } from '../cache/entries.ts'
import { oneLine } from '../github/actions.ts'
import { type Sign, signOfLife } from './alive.ts'
import { type Cut, guard } from './guard.ts'
import { heal } from './heal.ts'
import { narrow } from './narrow.ts'
import { storeOf } from './store.ts'
import type { Surely } from './surely.ts'

/** One run of the build, watched. */
export type Attempt = {
  run: Run
  cut: Cut | undefined
  /** The backends whose exports were under way when it ended. */
  exporting: string[]
  /** After an import or a fetch was cut: the builder is free again. */
  isHealed: boolean
  /** After a cut: the names of the stores that did not answer then either. */
  silent: Set<string>
}

/** What is known from before the run, and what ends with the build. */
export type Beside = {
  signs: Map<string, Sign>
  /** Why the builder may hang from the start; empty where it will not. */
  mayHang: string
  /** Called as soon as buildx runs. */
  onBegun: () => void
  stop: AbortSignal
}

/** Runs the build once, and cuts it where a store keeps it waiting; after that it frees the builder. */
export async function attempt(
  surely: Surely,
  entries: Entries,
  command: Command,
  { signs, mayHang, onBegun, stop }: Beside,
): Promise<Attempt> {
  const { buildx, builder, env, timeout, say } = surely
  const ask = (url: string): Promise<Sign> => signOfLife(url, env, stop)
  let after: Promise<[isHealed: boolean, silent: Set<string>]> | undefined
  const guarded = guard({
    entries,
    patience: { timeout, signs },
    storeOf: (entry) => storeOf(entry, env),
    ask: ({ url }) => ask(url),
    holders: (imports, layer) => narrow(imports, layer, surely),
    mayBeStuck: mayHang !== '',
    onForeign: (name) =>
      say(oneLine(`The import of ${name}, which is yours, has not answered for ${timeout / 1000} s.`)),
    onCut: (cut) => {
      const healing =
        cut.kind === 'import' || cut.kind === 'fetch' ? heal(buildx, builder, env) : Promise.resolve(false)
      after = Promise.all([healing, silentOf(cut, ask, env)])
    },
  })
  try {
    const running = runBuild(buildx, command, say, guarded.watch)
    onBegun()
    const run = await running
    const cut = guarded.end()
    const [isHealed, silent] = (await after) ?? [false, new Set<string>()]
    return { run, cut, exporting: guarded.exporting(), isHealed, silent }
  } finally {
    guarded.end()
  }
}

async function silentOf(
  { entries }: Cut,
  ask: (url: string) => Promise<Sign>,
  env: Record<string, string>,
): Promise<Set<string>> {
  const stores = new Map(entries.map((entry) => storeOf(entry, env)).map(({ name, url }) => [name, url]))
  const signs = await Promise.all([...stores].map(async ([name, url]) => [name, await ask(url)] as const))
  return new Set(signs.flatMap(([name, sign]) => (sign === 'silent' ? [name] : [])))
}
