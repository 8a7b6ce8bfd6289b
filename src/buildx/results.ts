import { existsSync, readFileSync } from 'node:fs'
import type { ResultFiles } from './argv.ts'

/** What a build left in its result files; empty or undefined where it left nothing. */
export type Results = { imageId: string; digest: string; metadata: Record<string, unknown> | undefined }

/** Reads the result files; buildx writes them only where the build succeeded. */
export function readResults(files: ResultFiles): Results {
  const text = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '')
  const json = text(files.metadata)
  const metadata = (json === '' ? undefined : JSON.parse(json)) ?? undefined
  return { imageId: text(files.imageId), digest: String(metadata?.['containerimage.digest'] ?? ''), metadata }
}
