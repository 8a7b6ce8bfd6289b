import type { DockerfileText } from '../buildx/dockerfile-text.ts'
import { at, textAt } from '../lib/json-path.ts'

export type Annotation = [message: string, place: Record<string, string | number>]

/**
 * The warnings of BuildKit's build checks (`buildx.build.warnings` of the metadata) as annotations on the Dockerfile,
 * if it is a file of this repository; as upstream, the first line of each. `isFetched`: the builder itself fetches the
 * context.
 */
export function checkAnnotations(
  metadata: unknown,
  dockerfile: DockerfileText,
  { annotateChecks, isFetched }: { annotateChecks: boolean; isFetched: boolean },
): Annotation[] {
  const warnings = at(metadata, 'buildx.build.warnings')
  if (!annotateChecks || !Array.isArray(warnings)) return []
  return warnings.flatMap((warning) => {
    const source = textAt(warning, 'sourceInfo', 'data')
    const short = decode(at(warning, 'short'))
    const details = at(warning, 'detail')
    const file = source === undefined ? undefined : pathOf(source, dockerfile, isFetched)
    if (short === '' || !Array.isArray(details) || file === undefined) return []
    const url = textAt(warning, 'url')
    const message = short.replace(/\s\(line \d+\)$/, '') + (url === undefined ? '' : `\nMore info: ${url}`)
    const line = Number(at(at(warning, 'range'), '0', 'start', 'line'))
    return [[message, { title: details.map(decode).join(' '), file, ...(line > 0 ? { line } : {}) }]]
  })
}

/** The path of the Dockerfile in this repository, if that is the one that was checked. */
function pathOf(
  source: string,
  { path, text, isHere }: DockerfileText,
  isFetched: boolean,
): string | undefined {
  // A git context needs no checkout: its Dockerfile is the commit's.
  const isIt = isFetched || text === Buffer.from(source, 'base64').toString()
  return isHere && isIt ? path : undefined
}

function decode(base64: unknown): string {
  return typeof base64 === 'string' ? Buffer.from(base64, 'base64').toString() : ''
}
