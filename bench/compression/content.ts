import { closeSync, mkdirSync, openSync, readdirSync, readSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bin } from '../../e2e/parts/part.ts'
import { makeRootfs, tarRootfs } from '../../e2e/parts/rootfs.ts'
import { makeProject, type Project } from '../../e2e/project.ts'

/** The bytes of each file: a piece of a program or of a large text. */
const CHUNK = 256 * 1024

type Chunk = { file: string; offset: number }

/**
 * A project with so many layers of the context, `megabytes` of them in all: half of it text (the packages' JavaScript
 * and types), half programs. As in real images few layers hold most of it: the size of the n-th is as 1/n. The image
 * has them all, or with `stages` every second one, and the others are a stage of their own, which only the cache has.
 * A last step needs all of them, and runs again when the build argument AGAIN is another.
 */
export function layeredProject(layers: number, megabytes: number, seed: number, stages: boolean): Project {
  const all = Array.from({ length: layers }, (_, i) => `COPY layer-${i} /layer-${i}`)
  const base = ['FROM scratch AS base', 'ADD rootfs.tar /']
  const last = ['ARG AGAIN=', 'RUN : $AGAIN > /last']
  const [image, others] = [all.filter((_, i) => i % 2 === 1), all.filter((_, i) => i % 2 === 0)]
  const other = ['FROM base AS other', ...others, ...last]
  const two = [...base, ...other, 'FROM base', ...image, 'COPY --from=other /last /last', ...last]
  const project = makeProject([...(stages ? two : [...base, ...all, ...last]), ''].join('\n'))
  makeRootfs(join(project.folder, 'rootfs'), ['sh'])
  tarRootfs(join(project.folder, 'rootfs'), join(project.folder, 'rootfs.tar'))
  project.write('.dockerignore', 'rootfs\n')
  const next = random(seed)
  const pools = [shuffled(textChunks(), next), shuffled(programChunks(), next)]
  let taken = 0
  const harmonic = Array.from({ length: layers }, (_, i) => 1 / (i + 1)).reduce((sum, it) => sum + it, 0)
  for (let i = 0; i < layers; i++) {
    const chunks = Math.max(1, Math.round((megabytes * 1e6) / CHUNK / (i + 1) / harmonic))
    const folder = join(project.folder, `layer-${i}`)
    mkdirSync(folder)
    for (let n = 0; n < chunks; n++) {
      const pool = pools[taken % pools.length] as Chunk[]
      const chunk = pool[Math.floor(taken++ / pools.length) % pool.length] as Chunk
      writeFileSync(join(folder, `file-${n}`), read(chunk))
    }
  }
  return project
}

function textChunks(): Chunk[] {
  const root = fileURLToPath(new URL('../../node_modules', import.meta.url))
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && /\.(ts|js|mjs|cjs|json|md)$/.test(it.name))
    .map((it) => join(it.parentPath, it.name))
    .sort()
    .flatMap(chunksOf)
}

function programChunks(): Chunk[] {
  const programs = ['buildkitd', 'docker-buildx', 'registry', 'versitygw', 'runc'].map((it) => join(bin, it))
  return [...programs, process.execPath].flatMap(chunksOf)
}

function chunksOf(file: string): Chunk[] {
  const { size } = statSync(file)
  return Array.from({ length: Math.floor(size / CHUNK) }, (_, i) => ({ file, offset: i * CHUNK }))
}

/** In another order, so that no part of one layer compresses by what another part of it repeats. */
function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

function read({ file, offset }: Chunk): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(CHUNK)
    readSync(descriptor, bytes, 0, CHUNK, offset)
    return bytes
  } finally {
    closeSync(descriptor)
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
