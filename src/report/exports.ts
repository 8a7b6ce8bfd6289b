import type { Vertex } from './record.ts'

// The vertex of each exporter (buildkit cache/remotecache/*/, Name()); inline is part of the image's own export.
const names: Record<string, string> = {
  registry: 'exporting cache to registry',
  local: 'exporting cache to client directory',
  gha: 'exporting to GitHub Actions Cache',
  s3: 'exporting cache to Amazon S3',
  azblob: 'exporting cache to Azure Blob Storage',
  inline: 'exporting to image',
}

/** How the exports went, by backend: `failed` has BuildKit's words, `written` the number that ended well. */
export function findExports(vertices: readonly Vertex[]): {
  written: string[]
  failed: { backend: string; why: string }[]
} {
  const found = Object.entries(names).flatMap(([backend, name]) =>
    vertices
      .filter((vertex) => vertex.name === name)
      .map(({ completed, error }) => ({ backend, why: error || (completed ? '' : 'it was cut off') })),
  )
  return {
    written: found.filter(({ why }) => why === '').map(({ backend }) => backend),
    failed: found.filter(({ why }) => why !== ''),
  }
}
