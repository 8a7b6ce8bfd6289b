import { closeSync, createWriteStream, fstatSync, mkdirSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { openShared } from '../lib/shared-files.ts'
import { blobFile, type Descriptor, needsOf, tagged } from './layout.ts'
import { usedFile } from './paths.ts'

/** The only files that an archive may contain: those of a cache directory, by their names in it. */
const NAMES = /^(index\.json|oci-layout|blobs\/sha256\/[0-9a-f]{64}|\.branch-cache\/used\/[0-9a-f]{64})$/
const FOLDERS = /^(\.|blobs|blobs\/sha256|\.branch-cache|\.branch-cache\/used)$/
const MOST_FILES = 100_000

const LAYOUT = '{"imageLayoutVersion":"1.0.0"}'

/** The compression of the archive, which its version states: its content is mostly compressed already. */
export const COMPRESSION = 'createZstdCompress' in zlib ? 'zstd' : 'gzip'

/**
 * Writes an archive of a manifest and its tags, with exactly the blobs that it needs, to a new file; returns its size
 * in bytes. Throws an Error for the user.
 */
export async function packArchive(
  directory: string,
  manifest: Descriptor,
  tags: readonly string[],
  file: string,
): Promise<number> {
  const { sizes, isWhole } = needsOf(directory, manifest)
  if (!isWhole) throw new Error('a layer of it is missing')
  const archive = pack()
  const put = async (): Promise<void> => {
    const entries = tags.map((tag) => tagged(manifest, tag))
    archive.entry({ name: 'oci-layout' }, LAYOUT)
    archive.entry({ name: 'index.json' }, JSON.stringify({ schemaVersion: 2, manifests: entries }))
    for (const tag of tags) archive.entry({ name: nameIn(directory, usedFile(directory, tag)) }, '')
    for (const digest of sizes.keys()) await putBlob(archive, directory, blobFile(directory, digest))
    archive.finalize()
  }
  const compress =
    COMPRESSION === 'zstd'
      ? zlib.createZstdCompress({ params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } })
      : zlib.createGzip({ level: 1 })
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  const putting = put().catch((error: Error) => void archive.destroy(error))
  await Promise.all([pipeline(archive, compress, target), putting])
  return target.bytesWritten
}

const nameIn = (directory: string, file: string): string => file.slice(directory.length + 1)

async function putBlob(archive: ReturnType<typeof pack>, directory: string, file: string): Promise<void> {
  const fd = openShared(file)
  if (fd === undefined) throw new Error('a layer of it is missing')
  try {
    const { size } = fstatSync(fd)
    const entry = archive.entry({ name: nameIn(directory, file), size })
    await pipeline(chunksOf(fd, size), entry)
  } finally {
    closeSync(fd)
  }
}

/** The content of an open file, in chunks. */
function* chunksOf(fd: number, size: number): Generator<Buffer> {
  const piece = 1024 * 1024
  for (let at = 0; at < size; at += piece) {
    const bytes = Buffer.alloc(Math.min(piece, size - at))
    const length = readSync(fd, bytes, 0, bytes.length, at)
    if (length < bytes.length) throw new Error('a layer of it is truncated')
    yield bytes
  }
}

/**
 * Unpacks an untrusted archive into a new, empty folder. It may contain only the files of a cache: a link, a device, a
 * path outside the folder or a duplicate name is an Error, after which the folder must be discarded.
 */
export async function unpackArchive(bytes: AsyncIterable<Uint8Array>, folder: string): Promise<void> {
  const files = extract()
  const plain = COMPRESSION === 'zstd' ? zlib.createZstdDecompress() : zlib.createGunzip()
  const feeding = pipeline(Readable.from(bytes), plain, files)
  feeding.catch(() => {}) // the loop below throws its error
  const made = new Set<string>()
  try {
    for await (const entry of files) {
      const { type, name: given } = entry.header
      const name = given.replace(/^\.\//, '').replace(/(?<=.)\/$/, '')
      if (type === 'directory' && FOLDERS.test(name)) {
        entry.resume()
        continue
      }
      if (type !== 'file' || !NAMES.test(name) || made.has(name) || made.size >= MOST_FILES) {
        throw new Error('the archive was rejected: it contains files that do not belong to a cache')
      }
      made.add(name)
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      await pipeline(entry, createWriteStream(join(folder, name), { flags: 'wx', mode: 0o644 }))
    }
    await feeding
  } catch (error) {
    files.destroy()
    const { code = '', message } = error as NodeJS.ErrnoException
    const isDamaged = /^(Z_|ZSTD_|ERR_ZSTD)/.test(code) || /tar header|Unexpected end of data/.test(message)
    throw isDamaged ? new Error('the archive is corrupt') : error
  }
}
