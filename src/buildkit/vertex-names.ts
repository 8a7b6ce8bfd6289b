// How BuildKit names the vertices of a build, all in one place: frontend/dockerfile/dockerfile2llb/convert.go for the
// steps, solver/llbsolver/bridge.go for imports, cache/remotecache/*/ (Name()) for exports. A name is text of the
// Dockerfile's author: nothing here costs more than its length.

/** What stands in brackets before an instruction, and the instruction itself. */
export type StepName = {
  /** `linux/amd64`, `linux/amd64->arm64`; empty where the build has one platform. */
  platform: string
  /** Empty where the Dockerfile has one stage alone. */
  stage: string
  /** Its place in its stage, from 1, and how many there are: `[build 3/7]`. */
  index: number
  of: number
  /** With its keyword in capitals, after `ONBUILD ` where the base image brought it. */
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

/** The keyword of an instruction, without the ONBUILD before it; what separates it may be a tab. */
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
 * The backends whose cache a vertex of this name writes, and does nothing else: two before BuildKit 0.12, where a
 * registry's and a directory's have one name; none for any other vertex.
 */
export function exportedBy(name: string): string[] {
  return [exportNames, olderExportNames].flatMap((names) =>
    Object.entries(names).flatMap(([backend, it]) => (it === name && backend !== 'inline' ? [backend] : [])),
  )
}

/** Whether a vertex writes a cache and does nothing else. */
export function isCacheExport(name: string): boolean {
  return exportedBy(name).length > 0
}

/** What a vertex that is no step brings in, and what can be another in the next build. */
export type ExternalSource =
  /** Files: of the build context (no name) or of a named one. */
  | { kind: 'context'; name: string }
  /** An image: the base of a stage, or what is copied or mounted from. */
  | { kind: 'image' }

/** What a vertex brings in from outside; undefined for those that bring in nothing, and for steps. */
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
  // FROM of a stage has a place; that of an image which is only copied or mounted from has none.
  const isFrom = step ? keywordOf(step.instruction) === 'FROM' : name.startsWith('FROM ')
  return isFrom ? { kind: 'image' } : undefined
}
