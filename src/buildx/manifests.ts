import { readBounded } from '../lib/bounded-file.ts'
import { type Buildx, query } from './run.ts'

/** In milliseconds. */
const PATIENCE = 10_000

/** The layers in a manifest, a registry's or one in a file; undefined where it cannot be read. */
export async function readLayers(
  buildx: Buildx,
  builder: string,
  manifest: string,
  env: Record<string, string>,
): Promise<string[] | undefined> {
  if (manifest === '') return undefined
  if (manifest.startsWith('/')) return parseLayers(readText(manifest))
  return parseLayers((await query(buildx, inspect(builder, manifest), env, { limitMs: PATIENCE })).stdout)
}

/** Whether a registry has a manifest; undefined where it does not tell, or not within `limitMs` milliseconds. */
export async function findManifest(
  buildx: Buildx,
  builder: string,
  reference: string,
  env: Record<string, string>,
  limitMs: number,
): Promise<boolean | undefined> {
  const { exitCode, stdout, stderr } = await query(buildx, inspect(builder, reference), env, { limitMs })
  if (exitCode === 0) return parseLayers(stdout) ? true : undefined
  return stderr.trimEnd().endsWith(': not found') ? false : undefined
}

function inspect(builder: string, reference: string): string[] {
  const name = builder === '' ? [] : ['--builder', builder]
  return ['imagetools', 'inspect', '--raw', ...name, reference]
}

/** In bytes: BuildKit itself reads none that is larger. */
const MOST = 1_048_576

function readText(file: string): string {
  try {
    return readBounded(file, MOST)
  } catch {
    return ''
  }
}

/** An image manifest, or the index that BuildKit wrote before 0.21, in which the layers are manifests. */
function parseLayers(text: string): string[] | undefined {
  try {
    const { layers, manifests } = JSON.parse(text)
    const list: unknown = layers ?? manifests
    return Array.isArray(list) ? list.map((it) => String(it?.digest)) : undefined
  } catch {
    return undefined
  }
}
