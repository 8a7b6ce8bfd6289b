import { lstatSync, readFileSync } from 'node:fs'
import { type Buildx, queryWithin } from './run.ts'

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
  return parseLayers((await queryWithin(PATIENCE, buildx, inspect(builder, manifest), env)).stdout)
}

/** Whether a registry has a manifest; undefined where it does not tell, or not within `limitMs` milliseconds. */
export async function findManifest(
  buildx: Buildx,
  builder: string,
  reference: string,
  env: Record<string, string>,
  limitMs: number,
): Promise<boolean | undefined> {
  const { exitCode, stdout, stderr } = await queryWithin(limitMs, buildx, inspect(builder, reference), env)
  if (exitCode === 0) return parseLayers(stdout) ? true : undefined
  return stderr.trimEnd().endsWith(': not found') ? false : undefined
}

function inspect(builder: string, reference: string): string[] {
  const name = builder === '' ? [] : ['--builder', builder]
  return ['imagetools', 'inspect', '--raw', ...name, reference]
}

/** BuildKit itself reads none that is larger, in bytes. */
const LARGEST = 1_048_576

/** A directory is somebody else's too: what is no file, or too large, is as if it were not there. */
function readText(file: string): string {
  try {
    const found = lstatSync(file)
    return found.isFile() && found.size <= LARGEST ? readFileSync(file, 'utf8') : ''
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
