import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'

/** Node has zstd since 22.15; GitHub's runners have 24. */
const HAS_ZSTD: boolean = 'createZstdCompress' in zlib

/** A compressed archive in a file; the hash is SHA-256, in hex. */
export type PackedFile = { file: string; size: number; hash: string }

/** Compresses a file: zstd where Node has it, else gzip; both at the level that costs least. */
export async function compressFile(from: string, file: string, signal: AbortSignal): Promise<PackedFile> {
  const compress = HAS_ZSTD
    ? zlib.createZstdCompress({ params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } })
    : zlib.createGzip({ level: 1 })
  const hash = createHash('sha256')
  let size = 0
  const count = new Transform({
    transform(bytes: Buffer, _, done) {
      hash.update(bytes)
      size += bytes.length
      done(null, bytes)
    },
  })
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  await pipeline(createReadStream(from, { highWaterMark: 1024 * 1024 }), compress, count, target, { signal })
  return { file, size, hash: hash.digest('hex') }
}

/** How to download an archive: to which folder, the maximum size after decompression, the deadline. */
export type Fetching = { directory: string; most: number; signal: AbortSignal }

/** A corrupt archive: it will be written again. */
export class BrokenArchive extends Error {}

const ZSTD = Buffer.from('28b52ffd', 'hex')
const GZIP = Buffer.from('1f8b', 'hex')

/**
 * Decompresses a stream into the archive of a build context, of at most `most` bytes; returns the context.
 * Throws BrokenArchive if it is neither zstd nor gzip, corrupt, or larger.
 */
export async function decompressInto(
  { directory, most, signal }: Fetching,
  bytes: AsyncIterable<Uint8Array>,
): Promise<string> {
  const folder = join(directory, 'out')
  mkdirSync(folder, { recursive: true })
  await decompressTo(join(folder, 'archive.tar'), bytes, most, signal)
  return directory
}

async function decompressTo(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  most: number,
  signal: AbortSignal,
): Promise<void> {
  const source = bytes[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < ZSTD.length) {
    const { done, value } = await source.next()
    if (done) throw new BrokenArchive('it is damaged')
    head = Buffer.concat([head, value])
  }
  const isZstd = head.subarray(0, ZSTD.length).equals(ZSTD) && HAS_ZSTD
  if (!isZstd && !head.subarray(0, GZIP.length).equals(GZIP)) throw new BrokenArchive('it is damaged')
  const plain = isZstd ? zlib.createZstdDecompress() : zlib.createGunzip()
  let size = 0
  const limit = new Transform({
    transform(piece: Buffer, _, done) {
      size += piece.length
      if (size > most) done(new BrokenArchive('it holds more than cache-mounts-max-size allows'))
      else done(null, piece)
    },
  })
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    yield head
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
  }
  try {
    const target = createWriteStream(file, { flags: 'wx', mode: 0o600 })
    await pipeline(Readable.from(rest()), plain, limit, target, { signal })
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    const isDamaged = /^(Z_|ZSTD_|ERR_ZSTD)/.test(code) || /unexpected end of file/i.test(message)
    throw isDamaged ? new BrokenArchive('it is damaged') : error
  }
}
