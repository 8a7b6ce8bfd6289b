import { join } from 'node:path'
import { dockerfileHere, isGitContext } from '../events/git-context.ts'
import type { BuildInputs } from '../inputs/build-inputs.ts'
import { readBounded } from '../lib/bounded-file.ts'
import { at, textAt } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'

/** In bytes: a Dockerfile that people write is a hundredth of it. */
const MOST = 1_000_000

export type Annotation = [message: string, place: Record<string, string | number>]

/**
 * The warnings of BuildKit's build checks (`buildx.build.warnings` of the metadata) as annotations beside the
 * Dockerfile, where that is a file of this repository; as upstream, the first line of each.
 */
export function checkAnnotations(
  metadata: unknown,
  inputs: BuildInputs,
  environment: Environment,
): Annotation[] {
  const warnings = at(metadata, 'buildx.build.warnings')
  if (!environment.switches.annotateChecks || !Array.isArray(warnings)) return []
  return warnings.flatMap((warning) => {
    const source = textAt(warning, 'sourceInfo', 'data')
    const short = decode(at(warning, 'short'))
    const details = at(warning, 'detail')
    const file = source === undefined ? undefined : dockerfile(source, inputs, environment)
    if (short === '' || !Array.isArray(details) || file === undefined) return []
    const url = textAt(warning, 'url')
    const message = short.replace(/\s\(line \d+\)$/, '') + (url === undefined ? '' : `\nMore info: ${url}`)
    const line = Number(at(at(warning, 'range'), '0', 'start', 'line'))
    return [[message, { title: details.map(decode).join(' '), file, ...(line > 0 ? { line } : {}) }]]
  })
}

/** The path of the Dockerfile in this repository, where the one that was checked is it. */
function dockerfile(source: string, inputs: BuildInputs, environment: Environment): string | undefined {
  const path = dockerfileHere(inputs, environment)
  // Of a git context nothing needs to be checked out: its Dockerfile is the commit's.
  if (path === undefined || isGitContext(inputs.context)) return path
  try {
    const text = readBounded(join(environment.workspace, path), MOST)
    return text === Buffer.from(source, 'base64').toString() ? path : undefined
  } catch {
    return undefined
  }
}

function decode(base64: unknown): string {
  return typeof base64 === 'string' ? Buffer.from(base64, 'base64').toString() : ''
}
