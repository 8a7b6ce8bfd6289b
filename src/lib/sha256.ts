import { createHash } from 'node:crypto'

/** The SHA-256 of bytes, or of a text as UTF-8, in hex. */
export function sha256(of: string | Uint8Array): string {
  return createHash('sha256').update(of).digest('hex')
}

/** The same as registries and BuildKit name a blob: `sha256:…`. */
export function digestOf(blob: string | Uint8Array): string {
  return `sha256:${sha256(blob)}`
}
