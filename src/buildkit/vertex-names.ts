// How BuildKit names the vertices of a build, all in one place: frontend/dockerfile/dockerfile2llb/convert.go for the
// steps, solver/llbsolver/bridge.go for imports, cache/remotecache/*/ (Name()) for exports. A name is text by the
// Dockerfile's author: everything here is linear in its length.

/** The text in brackets before an instruction, and the instruction itself. */
export type StepName = {
  /** `linux/amd64`, `linux/amd64->arm64`; empty where the build has one platform. */
  platform: string
  /** Empty where the Dockerfile has one stage alone. */
  stage: string
  /** Its number in its stage, from 1, and their count: `[build 3/7]`. */
  index: number
  of: number
  /** With its keyword in capitals, after `ONBUILD ` if it comes from the base image. */
  instruction: string
}

/** `[linux/amd64 build 3/7] RUN …`; undefined for every other vertex. */
export function parseStepName(name: string): StepName | undefined {
  const end = name.indexOf('] ')
  if (!name.startsWith('[') || end < 0) return undefined
  const words = name.slice(1, end).split(' ')
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(words.pop() ?? '') ?? []
  // The numbers are padded to one width with blanks.
  const [first = '', second = '', ...more] = words.filter((it) => it !== '')
  const instruction = name.slice(end + 2)
  if (index === undefined || more.length > 0 || !/^(ONBUILD )?[A-Z]+\s/.test(instruction)) return undefined
  const place = { index: Number(index), of: Number(of), instruction }
  if (second !== '') return first.includes('/') ? { platform: first, stage: second, ...place } : undefined
  return first.includes('/')
    ? { platform: first, stage: '', ...place }
    : { platform: '', stage: first, ...place }
}

/** The keyword of an instruction, without the ONBUILD before it; the separator may be a tab. */
export function keywordOf(instruction: string): string {
  return /^(?:ONBUILD )?([A-Z]+)\s/.exec(instruction)?.[1] ?? ''
}

/** `importing cache manifest from KEY` -> KEY: a registry's reference, `s3:<hash>` …; undefined for other vertices. */
export function importedKey(name: string): string | undefined {
  return name.startsWith(IMPORTING) ? name.slice(IMPORTING.length) : undefined
}

const IMPORTING = 'importing cache manifest from '

// Inline is part of the image's own export.
export const exportNames: Record<string, string> = {
  registry: 'exporting cache to registry',
  local: 'exporting cache to client directory',
  gha: 'exporting to GitHub Actions Cache',
  s3: 'exporting cache to Amazon S3',
  azblob: 'exporting cache to Azure Blob Storage',
  inline: 'exporting to image',
}

/** In BuildKit before 0.12; two of them share a name. */
export const olderExportNames: Record<string, string> = {
  registry: 'exporting content cache',
  local: 'exporting content cache',
  s3: 'exporting cache to s3',
  azblob: 'exporting cache to azure blob store',
}

/**
 * The backends whose cache a vertex of this name writes: two before BuildKit 0.12, where exports to a registry and to a
 * directory have the same name; none if the vertex does anything else.
 */
export function exportedBy(name: string): string[] {
  return [exportNames, olderExportNames].flatMap((names) =>
    Object.entries(names).flatMap(([backend, it]) => (it === name && backend !== 'inline' ? [backend] : [])),
  )
}

/** Whether all that a vertex does is write a cache. */
export function isCacheExport(name: string): boolean {
  return exportedBy(name).length > 0
}

/** An input from outside that a vertex other than a step provides, and that can change until the next build. */
export type ExternalSource =
  /** Files: of the build context (no name) or of a named one. */
  | { kind: 'context'; name: string }
  /** An image: the base of a stage, or the source of a copy or mount. */
  | { kind: 'image' }

/** The input from outside that a vertex provides; undefined if it provides none, and for steps. */
export function outsideOf(name: string): ExternalSource | undefined {
  // The build context is a directory, an archive behind a URL or a git repository (frontend/dockerui).
  if (/^\[internal\] load (build context$|remote build context$|git source )/.test(name)) {
    return { kind: 'context', name: '' }
  }
  const [, named, rest = ''] = /^\[context (\S+)\] (.*)/s.exec(name) ?? []
  if (named !== undefined) {
    return /^(load |https?:)/.test(rest) ? { kind: 'context', name: named } : { kind: 'image' }
  }
  const step = parseStepName(name)
  // The FROM of a stage is numbered; that of an image which is only copied or mounted from is not.
  const isFrom = step ? keywordOf(step.instruction) === 'FROM' : name.startsWith('FROM ')
  return isFrom ? { kind: 'image' } : undefined
}
