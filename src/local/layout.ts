import {
  accessSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** A reference to a blob (opencontainers/image-spec, descriptor.md); sizes in bytes. */
export type Descriptor = {
  mediaType?: string
  digest: string
  size: number
  annotations?: Record<string, string>
}

/** What `index.json` holds, its tags as annotations of its manifests. */
export type Index = { manifests: Descriptor[] } & Record<string, unknown>

/** What a manifest needs: the size of each blob by its digest, itself among them. */
export type Needs = { sizes: Map<string, number>; isWhole: boolean }

const TAG = 'org.opencontainers.image.ref.name'
const LISTS = /^application\/vnd\.(oci\.image\.(manifest|index)|docker\.distribution\.manifest(\.list)?)\./
const DIGEST = /^sha256:[0-9a-f]{64}$/
// BuildKit reads no manifest of more than 1 MiB (cache/remotecache/import.go); the index lists few things.
const MOST = 16 * 1024 * 1024

/** The folder of an OCI layout's blobs, and of one blob there. */
export const blobFolder = (directory: string): string => join(directory, 'blobs', 'sha256')
export const blobFile = (directory: string, digest: string): string =>
  join(blobFolder(directory), digest.slice('sha256:'.length))

export const tagOf = ({ annotations }: Descriptor): string => annotations?.[TAG] ?? ''

/** The same manifest under a tag, as BuildKit's client spells it (client/ociindex/ociindex.go). */
export function tagged(descriptor: Descriptor, tag: string): Descriptor {
  return { ...descriptor, annotations: { ...descriptor.annotations, [TAG]: tag } }
}

/** What `index.json` says: undefined where there is none, or nothing that BuildKit could read. */
export function readIndex(directory: string): Index | undefined {
  const index = readJson(join(directory, 'index.json'))
  if (typeof index !== 'object' || index === null) return undefined
  const manifests: unknown = (index as Index).manifests ?? []
  return Array.isArray(manifests) ? { ...index, manifests: manifests.filter(isDescriptor) } : undefined
}

/** Whether it is another matter than a missing `index.json` that nothing could be read. */
export function isSpoilt(directory: string, index: Index | undefined): boolean {
  if (index) return false
  try {
    accessSync(join(directory, 'index.json'))
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}

/** Puts a new `index.json`, and where it is missing `oci-layout`, in place: whoever reads sees the old or the new. */
export function writeIndex(directory: string, index: Index | undefined, manifests: Descriptor[]): void {
  const mediaType = 'application/vnd.oci.image.index.v1+json'
  const whole = { schemaVersion: 2, mediaType, ...index, manifests }
  replaceFile(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
  replaceFile(join(directory, 'index.json'), JSON.stringify(whole))
}

/** All that a manifest leads to; it is whole if every blob is there and as long as it should be. */
export function needsOf(directory: string, descriptor: Descriptor): Needs {
  const needs: Needs = { sizes: new Map(), isWhole: true }
  const visit = (it: Descriptor): void => {
    if (needs.sizes.has(it.digest)) return
    needs.sizes.set(it.digest, it.size)
    if (!isThere(directory, it)) {
      needs.isWhole = false
    } else if (LISTS.test(it.mediaType ?? '')) {
      const children = childrenOf(readJson(blobFile(directory, it.digest)))
      if (!children) needs.isWhole = false
      for (const child of children ?? []) visit(child)
    }
  }
  visit(descriptor)
  return needs
}

/** Whether a blob is there and as long as it should be. */
export function isThere(directory: string, { digest, size }: Pick<Descriptor, 'digest' | 'size'>): boolean {
  const stat = lstatSync(blobFile(directory, digest), { throwIfNoEntry: false })
  return stat?.isFile() === true && stat.size === size
}

function childrenOf(manifest: unknown): Descriptor[] | undefined {
  if (typeof manifest !== 'object' || manifest === null) return undefined
  const { config, layers, manifests, blobs } = manifest as Record<string, unknown>
  return [config, layers, manifests, blobs].flat().filter(isDescriptor)
}

/** A digest becomes a file's name: it is of that one form, or the descriptor is none. */
function isDescriptor(it: unknown): it is Descriptor {
  const { digest, size } = (it ?? {}) as Record<string, unknown>
  return typeof digest === 'string' && DIGEST.test(digest) && typeof size === 'number'
}

function readJson(file: string): unknown {
  try {
    if (lstatSync(file).size > MOST) return undefined
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** One step for whoever reads the file, also when we are killed on the way. */
function replaceFile(file: string, text: string): void {
  const temporary = `${file}.new`
  const fd = openSync(temporary, 'w')
  try {
    writeSync(fd, text)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  renameSync(temporary, file)
}
