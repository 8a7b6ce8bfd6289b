import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Machine } from '../../../e2e/parts/buildkitd.ts'
import { digestOf } from '../../../src/lib/sha256.ts'
import { type Identity, type Manifest, markManifest } from '../../../src/marking/mark.ts'
import { dockerfileOf, type Place, type State } from './histories.ts'

const run = promisify(execFile)

/** How to build: the client of the machine's version, and flags for the caches. */
export type How = { buildctl: string; flags: readonly string[] }

/** Builds a state on a machine; the digest of all files of the result and what is known of them. */
export async function build(
  { socket, work }: Machine,
  state: State,
  place: Place,
  { buildctl, flags }: How,
): Promise<string> {
  const [context, result] = [join(work, 'context'), join(work, 'result')]
  for (const folder of [context, result]) rmSync(folder, { recursive: true, force: true })
  const files = { ...state.files, Dockerfile: dockerfileOf(state) }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(context, name)), { recursive: true })
    writeFileSync(join(context, name), text)
  }
  const args = Object.entries(state.args).flatMap(([name, value]) => ['--opt', `build-arg:${name}=${value}`])
  const platforms = place.isTwo ? ['--opt', 'platform=linux/amd64,linux/arm64'] : []
  await run(buildctl, [
    ...['--addr', `unix://${socket}`, 'build', '--progress', 'plain', '--frontend', 'dockerfile.v0'],
    ...['--local', `context=${context}`, '--local', `dockerfile=${context}`, ...args, ...platforms, ...flags],
    ...['--output', `type=local,dest=${result}`],
  ]).catch((error: { stderr?: string; message: string }) => {
    const end = (error.stderr || error.message).trim().split('\n').slice(-12).join('\n')
    throw new Error(`a build failed: ${end}\n${files.Dockerfile}`)
  })
  return digestOfFolder(result)
}

/** Names, kinds, modes and contents; times are those of the build. */
function digestOfFolder(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  for (const name of names) {
    const file = join(folder, name)
    const stat = lstatSync(file)
    const content = stat.isSymbolicLink() ? readlinkSync(file) : stat.isFile() ? readFileSync(file) : ''
    hash.update(JSON.stringify([name, stat.mode, stat.uid, stat.gid, content.length])).update(content)
  }
  return hash.digest('hex')
}

/** Marks the cache that a build has put under a tag of a directory. */
export function markTag(directory: string, tag: string, mark: typeof markManifest = markManifest): boolean {
  const index = JSON.parse(readFileSync(join(directory, 'index.json'), 'utf8'))
  const blob = (digest: string): string => join(directory, 'blobs', digest.replace(':', '/'))
  const it = index.manifests.find(
    (one: { annotations?: Record<string, string> }) =>
      one.annotations?.['org.opencontainers.image.ref.name'] === tag,
  )
  const manifest = readFileSync(blob(it.digest), 'utf8')
  const config = readFileSync(blob(JSON.parse(manifest).config.digest), 'utf8')
  const identity: Identity = { place: `local ${tag}`, record: undefined }
  const marked: Manifest | undefined = mark({ manifest, config }, identity)
  if (!marked) return false
  for (const text of [marked.manifest, marked.config]) writeFileSync(blob(digestOf(text)), text)
  Object.assign(it, { digest: digestOf(marked.manifest), size: Buffer.byteLength(marked.manifest) })
  writeFileSync(join(directory, 'index.json'), JSON.stringify(index))
  return true
}
