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
 * buildx's stderr, and the exports that were running when it ended -> the caches that made the build fail; undefined if
 * the build failed by itself. Only the error that ends the build counts: the output of steps and their commands are
 * elsewhere or after `process "…"`.
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

/**
 * The last `ERROR: failed to build: failed to solve: …` and the lines after it, without this prefix; not those of
 * transfers.
 */
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
 * buildx waits 5 s for a build to begin and then prints only this. Only azblob's exporter contacts its store before the
 * build begins, and retries for longer than that.
 */
const neverBegan: Rule = (error, { to }) =>
  messages.neverBegan.test(error) ? exportsOf(to.filter(({ backend }) => backend === 'azblob')) : undefined

/** buildx itself writes the directory and its index (buildkit client/solve.go). */
const directory: Rule = (error, { to }) => {
  const [, path] = messages.directoryNotWritten.exec(error) ?? []
  if (path === undefined) return undefined
  const here = to.filter(({ backend, attributes: { dest = '' } }) => {
    // `/cache2` is not in the directory `/cache`.
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
 * Two builds that find no container both create it, and azblob's exporter fails in the second (buildkit
 * cache/remotecache/azblob/utils.go): the jobs of a matrix, in the first run.
 */
export function isContainerThere(stderr: string): boolean {
  return messages.containerIsThere.test(finalError(stderr))
}

/** Whether BuildKit could not read data that it considers its own, as remains after a cache that was omitted since. */
export function isReadFailure(stderr: string): boolean {
  return readFailure(finalError(stderr), { from: [], to: [], ownKey: '' }) !== undefined
}

/** The builder died during an export: compressing layers takes more memory than most steps. */
const builderDied: Rule = (error, { to }, exporting) =>
  messages.builderDied.test(error) && exporting.length > 0
    ? exportsOf(to.filter(({ backend }) => exporting.includes(backend)))
    : undefined
