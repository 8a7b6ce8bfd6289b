import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { attribute } from '../backends/backend.ts'
import type { Spec } from '../backends/spec.ts'
import { isGitContext } from '../events/git-context.ts'
import type { BuildInputs } from '../inputs/build-inputs.ts'

/** In bytes. */
const MOST = 1024 * 1024

/**
 * A sentence for each directory inside the build's context: COPY of the context would copy the cache into the image,
 * and miss in every run because the cache changes. What .dockerignore excludes is not part of the context.
 */
export function insideContext(
  specs: readonly Spec[],
  inputs: Pick<BuildInputs, 'context' | 'file' | 'build-contexts'>,
): string[] {
  const contexts = [inputs.context, ...inputs['build-contexts'].map((it) => it.slice(it.indexOf('=') + 1))]
  const folders = contexts.filter((it) => it !== '' && !isElsewhere(it))
  const directories = specs.flatMap(({ backend, given, isOwned }) =>
    backend.type === 'local' && !isOwned ? [attribute(given, 'dest') ?? ''] : [],
  )
  return directories.flatMap((dest) => {
    const context = folders.find((it) => isPartOf(dest, it, inputs.file))
    if (context === undefined) return []
    return [
      `cache: dest=${dest} is inside the build context ${context}: a COPY of the context puts the cache into the image and runs again in every build. Use a directory outside, or list it in .dockerignore.`,
    ]
  })
}

/** A context that is not a folder: the default git context, a repository, a URL, an image, another target. */
function isElsewhere(context: string): boolean {
  return isGitContext(context) || context.startsWith('target:')
}

function isPartOf(dest: string, context: string, file: string): boolean {
  const root = real(resolve(context))
  const path = relative(root, real(resolve(dest)))
  const isInside = path === '' || (!path.startsWith(`..${sep}`) && path !== '..' && !isAbsolute(path))
  return isInside && !isIgnored(path.split(sep).join('/'), root, file)
}

/** The real path, with links resolved as far as the path exists. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(real(parent), relative(parent, path))
  }
}

/** Whether .dockerignore names a path or a folder above it (docs.docker.com, "dockerignore files"); the last line counts. */
function isIgnored(path: string, root: string, file: string): boolean {
  const own = `${resolve(file === '' ? join(root, 'Dockerfile') : file)}.dockerignore`
  const lines = (readText(own) ?? readText(join(root, '.dockerignore')) ?? '')
    .split('\n')
    .map((it) => it.trim())
  let isOut = false
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue
    const isException = line.startsWith('!')
    const pattern = (isException ? line.slice(1) : line).trim().replace(/^(\.?\/)+|\/+$/g, '')
    const parts = path.split('/')
    const above = parts.map((_, i) => parts.slice(0, i + 1).join('/'))
    // An exception below the directory would include a part of it again: then it does not count as excluded.
    const isMeant =
      above.some((it) => matches(it, pattern)) || (isException && pattern.startsWith(`${path}/`))
    if (isMeant) isOut = !isException
  }
  return isOut
}

/** Part by part, so that no pattern is slow. */
function matches(path: string, pattern: string): boolean {
  const [names, parts] = [path.split('/'), pattern.split('/')]
  // Which of the names are matched by the parts so far.
  let reached = new Set([0])
  for (const part of parts) {
    const next = new Set<number>()
    for (const at of reached) {
      if (part === '**') for (let i = at; i <= names.length; i++) next.add(i)
      else if (at < names.length && matchesName(names[at] ?? '', part)) next.add(at + 1)
    }
    reached = next
  }
  return reached.has(names.length)
}

function matchesName(name: string, pattern: string): boolean {
  if (!/[*?[\\]/.test(pattern)) return name === pattern
  const source = pattern
    .replace(/\*+/g, '*')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  // Patterns with very many stars are too slow.
  return pattern.split('*').length <= 5 && new RegExp(`^${source}$`, 's').test(name)
}

function readText(file: string): string | undefined {
  try {
    const stat = statSync(file)
    return stat.isFile() && stat.size <= MOST ? readFileSync(file, 'utf8') : undefined
  } catch {
    return undefined
  }
}
