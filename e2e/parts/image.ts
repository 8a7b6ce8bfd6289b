import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** A layer as an image has it: compressed, known by the hashes of what it is with and without that. */
export type Layer = { file: string; digest: string; diffId: string; size: number }

/** Compresses a tar. */
export async function makeLayer(tar: string, file: string): Promise<Layer> {
  const [plain, compressed] = [createHash('sha256'), createHash('sha256')]
  let size = 0
  const before = new PassThrough().on('data', (bytes) => plain.update(bytes))
  const after = new PassThrough().on('data', (bytes) => {
    compressed.update(bytes)
    size += bytes.length
  })
  // Level 1: it never leaves this machine.
  await pipeline(createReadStream(tar), before, createGzip({ level: 1 }), after, createWriteStream(file))
  const name = (hash: typeof plain): string => `sha256:${hash.digest('hex')}`
  return { file, digest: name(compressed), diffId: name(plain), size }
}

const architectures: Record<string, string> = { x64: 'amd64' }

/** Pushes an image of one layer to `host/repository:tag`. `config`: Env, Cmd … as in an image's configuration. */
export async function pushImage(
  host: string,
  repository: string,
  tag: string,
  layer: Layer,
  config: Record<string, unknown> = {},
): Promise<void> {
  const description = JSON.stringify({
    architecture: architectures[process.arch] ?? process.arch,
    os: 'linux',
    config: { Env: ['PATH=/usr/local/bin:/bin'], ...config },
    rootfs: { type: 'layers', diff_ids: [layer.diffId] },
  })
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: `sha256:${createHash('sha256').update(description).digest('hex')}`,
      size: Buffer.byteLength(description),
    },
    layers: [
      {
        mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
        digest: layer.digest,
        size: layer.size,
      },
    ],
  })
  await pushBlob(host, repository, await readFile(layer.file))
  await pushBlob(host, repository, Buffer.from(description))
  await put(`http://${host}/v2/${repository}/manifests/${tag}`, Buffer.from(manifest), {
    'content-type': 'application/vnd.oci.image.manifest.v1+json',
  })
}

async function pushBlob(host: string, repository: string, blob: Buffer): Promise<void> {
  const start = await fetch(`http://${host}/v2/${repository}/blobs/uploads/`, { method: 'POST' })
  const upload = new URL(start.headers.get('location') ?? '', start.url)
  upload.searchParams.set('digest', `sha256:${createHash('sha256').update(blob).digest('hex')}`)
  await put(upload.href, blob, { 'content-type': 'application/octet-stream' })
}

async function put(url: string, body: Buffer, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { method: 'PUT', body: new Uint8Array(body), headers })
  if (!answer.ok) throw new Error(`PUT ${url}: ${answer.status} ${await answer.text()}`)
}
