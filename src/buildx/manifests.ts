import { readFileSync } from 'node:fs'
import { type Buildx, query } from './run.ts'

/** The layers in a manifest, a registry's or one in a file; undefined where it cannot be read. */
export async function readLayers(
  buildx: Buildx,
  builder: string,
  manifest: string,
  env: Record<string, string>,
): Promise<string[] | undefined> {
  if (manifest === '') return undefined
  if (manifest.startsWith('/')) return parseLayers(readText(manifest))
  const name = builder === '' ? [] : ['--builder', builder]
  const { stdout } = await query(buildx, ['imagetools', 'inspect', '--raw', ...name, manifest], env)
  return parseLayers(stdout)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** An image manifest, or the index that BuildKit wrote before 0.21, in which the layers are manifests. */
function parseLayers(text: string): string[] | undefined {
  try {
    const { layers, manifests } = JSON.parse(text)
    const list: unknown = layers ?? manifests
    return Array.isArray(list) ? list.map(({ digest }) => String(digest)) : undefined
  } catch {
    return undefined
  }
}
