import { readBounded } from '../lib/bounded-file.ts'
import { type BuilderAccess, type Buildx, query } from './run.ts'

/** In milliseconds. */
const PATIENCE = 10_000

/** The layers in a manifest of a registry or in a file; undefined if it cannot be read. */
export async function readLayers(
  buildx: Buildx,
  builder: string,
  manifest: string,
  env: Record<string, string>,
  call = query,
): Promise<string[] | undefined> {
  if (manifest === '') return undefined
  if (manifest.startsWith('/')) return parseLayers(readText(manifest))
  return parseLayers((await call(buildx, inspect(builder, manifest), env, { limitMs: PATIENCE })).stdout)
}

/** How to call docker for one registry's manifests, and the time limit of one call, in milliseconds. */
export type Docker = BuilderAccess & { limitMs: number }

/**
 * A manifest, or a blob that one references, as stored in a registry; throws an Error with the end of buildx's message.
 */
export async function inspectRaw(docker: Docker, reference: string): Promise<string> {
  return ask(docker, inspect(docker.builder, reference))
}

/** The texts of a cache's manifest in a registry and of the blob that `digestOf` finds in it; undefined for none. */
export async function inspectConfig(
  docker: Docker,
  reference: string,
  digestOf: (manifest: string) => string | undefined,
): Promise<{ manifest: string; config: string } | undefined> {
  const manifest = await inspectRaw(docker, reference)
  const digest = digestOf(manifest)
  if (digest === undefined) return undefined
  return { manifest, config: await inspectRaw(docker, atDigest(reference, digest)) }
}

/**
 * The reference of a digest in the same repository; a reference has a tag, a digest or neither, and a port is not a
 * tag.
 */
export function atDigest(reference: string, digest: string): string {
  return `${reference.replace(/@.*$/, '').replace(/:[^:/]*$/, '')}@${digest}`
}

/**
 * Pushes a manifest of an OCI layout (`oci-layout://FOLDER@DIGEST`) unchanged to a tag of a registry; layers that
 * already exist there need not be in the layout. buildx 0.33 and newer. Throws likewise.
 */
export async function createManifest(docker: Docker, tag: string, from: string): Promise<void> {
  const name = docker.builder === '' ? [] : ['--builder', docker.builder]
  const flags = ['--prefer-index=false', '--progress=plain', ...name, '--tag', tag]
  await ask(docker, ['imagetools', 'create', ...flags, from])
}

async function ask({ buildx, env, limitMs }: Docker, args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await query(buildx, args, env, { limitMs })
  if (exitCode === 0) return stdout
  throw new Error(stderr.trim().split('\n').at(-1) || `buildx ${args[1]} took too long`)
}

function inspect(builder: string, reference: string): string[] {
  const name = builder === '' ? [] : ['--builder', builder]
  return ['imagetools', 'inspect', '--raw', ...name, reference]
}

/** In bytes: BuildKit reads no larger one. */
const MOST = 1_048_576

function readText(file: string): string {
  try {
    return readBounded(file, MOST)
  } catch {
    return ''
  }
}

/** An image manifest, or the index that BuildKit wrote before 0.21, where the layers are listed as manifests. */
function parseLayers(text: string): string[] | undefined {
  try {
    const { layers, manifests } = JSON.parse(text)
    const list: unknown = layers ?? manifests
    return Array.isArray(list) ? list.map((it) => String(it?.digest)) : undefined
  } catch {
    return undefined
  }
}
