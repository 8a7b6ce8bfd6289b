import { messages } from '../buildkit/messages.ts'
import type { Entries, Entry } from '../plan/entries.ts'
import type { FailureVerdict } from './fallback-types.ts'
import { readFailure } from './read-failure.ts'

type Rule = (
  error: string,
  entries: Entries,
  exporting: readonly string[],
) => Omit<FailureVerdict, 'why'> | undefined

/**
 * What buildx printed on stderr, and the exports that were under way when it ended -> the caches that made the build
 * fail; undefined where the failure is its own. Only the error that ends the build counts: what steps print, and
 * their commands, stand elsewhere or behind `process "…"`.
 */
export function classifyFailure(
  stderr: string,
  entries: Entries,
  exporting: readonly string[] = [],
): FailureVerdict | undefined {
  const error = finalError(stderr)
  for (const rule of [notConfigured, neverBegan, directory, builderDied, readFailure]) {
    const found = rule(error, entries, exporting)
    const why = error.replace(messages.push, '').slice(0, 2_000).trim()
    if (found) return found.entries.length > 0 ? { ...found, why } : undefined
  }
  return undefined
}

/** The last `ERROR: failed to build: failed to solve: …` and the lines after it, without these words; not the transfers' own. */
export function finalError(stderr: string): string {
  const lines = stderr.split(/\r?\n/)
  const at = lines.findLastIndex((line) => messages.finalError.test(line))
  if (at < 0) return ''
  return lines.slice(at).join('\n').replace(messages.beforeCause, '')
}

const exportsOf = (entries: readonly Entry[]): Omit<FailureVerdict, 'why'> => ({
  side: 'export',
  entries: [...entries],
  layer: '',
})

/** Not covered by ignore-error: it comes before the build (buildkit control/control.go). */
const notConfigured: Rule = (error, { to }) => {
  const [, type] =
    messages.exporterNotConfigured.exec(error) ??
    messages.exporterUnknown.exec(error) ??
    messages.exporterTwice.exec(error) ??
    []
  return type === undefined ? undefined : exportsOf(to.filter(({ backend }) => backend === type))
}

/**
 * buildx waits 5 s for a build to begin and then says no more than this. azblob's exporter is the one that asks its
 * store before the build begins, and asks again for longer than that.
 */
const neverBegan: Rule = (error, { to }) =>
  messages.neverBegan.test(error) ? exportsOf(to.filter(({ backend }) => backend === 'azblob')) : undefined

/** buildx itself writes the directory and its index (buildkit client/solve.go). */
const directory: Rule = (error, { to }) => {
  const [, path] = messages.directoryNotWritten.exec(error) ?? []
  if (path === undefined) return undefined
  const here = to.filter(({ backend, attributes: { dest = '' } }) => {
    // `/cache2` is another directory than `/cache`.
    return (
      backend === 'local' && dest !== '' && path.startsWith(dest) && !/^[\w.-]/.test(path.slice(dest.length))
    )
  })
  return here.length === 0 ? undefined : exportsOf(here)
}

/**
 * The builder itself is corrupt: after a layer that could not be read, BuildKit may go on finding records whose data is
 * gone, for every build of these steps and after a prune too, until it is restarted. Seen in runs of v0.33.1.
 */
export function isBuilderSpoilt(stderr: string): boolean {
  return messages.builderSpoilt.test(finalError(stderr))
}

/**
 * Two builds that find no container both make it, and azblob's exporter takes it for an error to be second
 * (buildkit cache/remotecache/azblob/utils.go): the jobs of a matrix, the first time.
 */
export function isContainerThere(stderr: string): boolean {
  return messages.containerIsThere.test(finalError(stderr))
}

/** Whether data could not be read that BuildKit had taken for its own, as a cache that was left out since leaves it. */
export function isReadFailure(stderr: string): boolean {
  return readFailure(finalError(stderr), { from: [], to: [], ownKey: '' }) !== undefined
}

/** The builder went away in the midst of an export: compressing layers takes more memory than most steps. */
const builderDied: Rule = (error, { to }, exporting) =>
  messages.builderDied.test(error) && exporting.length > 0
    ? exportsOf(to.filter(({ backend }) => exporting.includes(backend)))
    : undefined
