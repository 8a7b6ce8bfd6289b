import { readBounded } from '../lib/bounded-file.ts'

/** The content of a build's result files; empty or undefined if missing or unreadable. */
export type Results = { imageId: string; digest: string; metadata: Record<string, unknown> | undefined }

/** In bytes; mostly provenance and build checks. */
const MOST = 64_000_000

/** Reads the result files; buildx writes them only if the build succeeded. Never throws. */
export function readResults(files: { imageIdFile: string; metadataFile: string }): Results {
  const metadata = parse(text(files.metadataFile))
  const digest = metadata?.['containerimage.digest']
  return { imageId: text(files.imageIdFile), digest: typeof digest === 'string' ? digest : '', metadata }
}

function text(path: string): string {
  try {
    return readBounded(path, MOST).trim()
  } catch {
    return ''
  }
}

function parse(json: string): Results['metadata'] {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Results['metadata'])
      : undefined
  } catch {
    return undefined
  }
}
