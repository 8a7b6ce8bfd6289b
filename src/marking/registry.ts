import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createManifest, inspectConfig, inspectRaw } from '../buildx/manifests.ts'
import { digestOf } from '../lib/sha256.ts'
import type { ExportAttributes, How } from './how.ts'
import { configOf, type Identity, type Manifest, markManifest } from './mark.ts'

/**
 * buildx reads and writes, since the credentials are docker's. No registry replaces a tag only as it was read, so it is
 * read again right before: what another job has written meanwhile stays.
 */
export async function markRegistry(
  { ref = '' }: ExportAttributes,
  identity: Identity,
  { buildx, builder, env, limitMs, tempDir, signal }: How,
): Promise<boolean> {
  const docker = { buildx, builder, env, limitMs }
  const found = await inspectConfig(docker, ref, configOf)
  // An index, or an image that somebody has put there: it stays as it is.
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

/** An OCI layout of the manifest and its config alone: the layers are in the registry. How buildx names it. */
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
