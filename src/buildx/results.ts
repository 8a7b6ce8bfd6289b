import { existsSync, readFileSync } from 'node:fs'

/** What a build left in its result files; empty or undefined where it left nothing. */
export type Results = { imageId: string; digest: string; metadata: Record<string, unknown> | undefined }

/** Reads the result files; buildx writes them only where the build succeeded. */
export function readResults(files: { imageIdFile: string; metadataFile: string }): Results {
  const text = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '')
  const json = text(files.metadataFile)
  const metadata = (json === '' ? undefined : JSON.parse(json)) ?? undefined
  return {
    imageId: text(files.imageIdFile),
    digest: String(metadata?.['containerimage.digest'] ?? ''),
    metadata,
  }
}
