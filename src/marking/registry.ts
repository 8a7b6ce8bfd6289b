import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NamedAttributes } from '../backends/backend.ts'
import { createManifest, inspectConfig, inspectRaw } from '../buildx/manifests.ts'
import { digestOf } from '../lib/sha256.ts'
import type { How } from './how.ts'
import { configOf, type Identity, type Manifest, markManifest } from './mark.ts'

/**
 * buildx reads and writes, since docker has the credentials. Registries have no conditional write, so the tag is read
 * again right before: a newer cache of another job is kept.
 */
export async function markRegistry(
  { ref = '' }: NamedAttributes,
  identity: Identity,
  { buildx, builder, env, limitMs, tempDir, signal }: How,
): Promise<boolean> {
  const docker = { buildx, builder, env, limitMs }
  const found = await inspectConfig(docker, ref, configOf)
  // An index, or an image pushed by others: it is not changed.
  const marked = found && markManifest(found, identity)
  if (!marked) return false
  signal.throwIfAborted()
  if ((await inspectRaw(docker, ref)) !== found.manifest)
    throw new Error('it was overwritten in the meantime')
  signal.throwIfAborted()
  const folder = mkdtempSync(join(tempDir || tmpdir(), 'marked-cache-'))
  try {
    await createManifest(docker, ref, writeLayout(folder, marked))
    return true
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Creates an OCI layout of only the manifest and its config, since the layers are in the registry; returns its name for
 * buildx.
 */
function writeLayout(folder: string, { manifest, config }: Manifest): string {
  mkdirSync(join(folder, 'blobs/sha256'), { recursive: true })
  const blob = (text: string): void =>
    writeFileSync(join(folder, 'blobs', digestOf(text).replace(':', '/')), text, { flag: 'wx' })
  blob(manifest)
  blob(config)
  const descriptor = {
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: digestOf(manifest),
    size: Buffer.byteLength(manifest),
  }
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}', { flag: 'wx' })
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [descriptor] }), {
    flag: 'wx',
  })
  return `oci-layout://${folder}@${descriptor.digest}`
}
