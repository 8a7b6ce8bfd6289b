import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import type { View } from '../../src/directory/view.ts'

export const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const TAG = 'org.opencontainers.image.ref.name'

export type Blob = { mediaType: string; digest: string; size: number }

/** Puts a blob into a layout, as BuildKit's client does. */
export function putBlob(directory: string, content: string, mediaType = 'application/octet-stream'): Blob {
  const hex = createHash('sha256').update(content).digest('hex')
  const folder = join(directory, 'blobs/sha256')
  fs.mkdirSync(folder, { recursive: true })
  const file = join(folder, hex)
  if (!fs.existsSync(file)) fs.writeFileSync(file, content)
  return { mediaType, digest: `sha256:${hex}`, size: Buffer.byteLength(content) }
}

/** A cache of some layers, in a layout. */
export function putCache(directory: string, ...layers: string[]): Blob {
  const config = putBlob(directory, '{"layers":[]}', 'application/vnd.buildkit.cacheconfig.v0')
  const manifest = { schemaVersion: 2, config, layers: layers.map((it) => putBlob(directory, it)) }
  return putBlob(directory, JSON.stringify(manifest), MANIFEST)
}

export const entryOf = (manifest: Blob, tag: unknown): object => ({
  ...manifest,
  annotations: { [TAG]: tag },
})

/** A directory as BuildKit's client leaves it, with these entries in its index. */
export function putIndex(directory: string, entries: readonly unknown[]): void {
  fs.mkdirSync(directory, { recursive: true })
  fs.writeFileSync(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
  fs.writeFileSync(join(directory, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: entries }))
}

/** What a build writes into its view: a cache of some layers, as BuildKit's client puts it there. */
export function buildInto({ path }: View, ...layers: string[]): Blob {
  return putCache(path, ...layers)
}

/** All that lies below a folder: each path with what it is and holds, and its times. */
export function snapshot(folder: string, withTimes = false): Record<string, string> {
  const seen: Record<string, string> = {}
  const visit = (path: string, name: string): void => {
    const stat = fs.lstatSync(path)
    const times = withTimes ? ` ${stat.mtimeMs}` : ''
    if (stat.isDirectory()) {
      seen[`${name}/`] = `folder${times}`
      for (const it of fs.readdirSync(path).sort()) visit(join(path, it), `${name}/${it}`)
    } else if (stat.isSymbolicLink()) seen[name] = `link to ${fs.readlinkSync(path)}${times}`
    else if (stat.isFile()) seen[name] = `${fs.readFileSync(path).toString('base64')}${times}`
    else seen[name] = `special ${stat.mode}${times}`
  }
  if (fs.existsSync(folder)) visit(folder, '')
  return seen
}
