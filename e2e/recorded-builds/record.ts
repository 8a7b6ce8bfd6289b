// Builds all scenarios on real parts and keeps their records in __tests__/report/recorded:
// node e2e/recorded-builds/record.ts [name…]. What goes before a scenario is built too, since builders remember.
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readHistory } from '../../src/buildx/history.ts'
import { startCacheService } from '../cache-service/server.ts'
import { token } from '../cache-service/token.ts'
import { ask } from '../parts/azure-signature.ts'
import { startAzurite } from '../parts/azurite.ts'
import { startBuildkitd } from '../parts/buildkitd.ts'
import { freePort } from '../parts/free-port.ts'
import { makeLayer, pushImage } from '../parts/image.ts'
import { bin } from '../parts/part.ts'
import { startRegistry } from '../parts/registry.ts'
import { makeRootfs, tarRootfs } from '../parts/rootfs.ts'
import { startVersitygw } from '../parts/versitygw.ts'
import { type Scenario, scenarios } from './scenarios.ts'

const target = join(import.meta.dirname, '../../__tests__/report/recorded')
const names = process.argv.slice(2)

const [machine, registry, bucket, azurite] = await Promise.all([
  startBuildkitd('recorder'),
  startRegistry(),
  startVersitygw(),
  startAzurite(),
])
const service = await startCacheService(azurite)
const buildx = { program: join(bin, 'docker-buildx'), prefix: [] }
const env: Record<string, string> = { PATH: process.env.PATH ?? '', HOME: machine.work, ...machine.env }
const folder = join(machine.work, 'context')
const dead = `127.0.0.1:${await freePort()}`

// What stands for the places of the stores, and what a record shows instead.
const places: Record<string, string> = {
  registry: registry.host,
  dead,
  folder,
  region: bucket.region,
  bucket: bucket.bucket,
  s3: bucket.url,
  id: bucket.keyId,
  key: bucket.key,
  azure: azurite.account.url,
  account: azurite.account.name,
  azurekey: azurite.account.key,
  service: service.url,
  token: token([{ Scope: 'refs/heads/main', Permission: 3 }]),
}
const shown: Record<string, string> = {
  registry: 'registry.example:5000',
  dead: 'dead.example:5000',
  folder: '/work',
  s3: 'http://s3.example',
  azure: 'http://azure.example/account',
  service: 'http://cache.example/',
}
const fill = (text: string): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole)
const hide = (text: string): string =>
  Object.entries(shown).reduce((all, [name, instead]) => all.replaceAll(places[name] ?? '', instead), text)

async function prepare(): Promise<void> {
  const root = join(machine.work, 'rootfs')
  makeRootfs(root, ['sh', 'cat', 'sleep', 'head', 'base64'])
  tarRootfs(root, `${root}.tar`)
  const layer = await makeLayer(`${root}.tar`, `${root}.layer`)
  await pushImage(registry.host, 'base', '1', layer)
  const OnBuild = ['COPY source /', 'RUN cat /source > /triggered']
  await pushImage(registry.host, 'onbuild', '1', layer, { OnBuild })
  mkdirSync(folder)
  writeFileSync(join(folder, '.dockerignore'), 'out\nstore\n')
  mkdirSync(target, { recursive: true })
}

const firsts = {
  forget: async () => machine.prune(),
  'lose-registry-layers': async () => {
    const headers = { accept: 'application/vnd.oci.image.manifest.v1+json' }
    const answer = await fetch(`http://${registry.host}/v2/app/cache/manifests/main`, { headers })
    const { layers } = (await answer.json()) as { layers: { digest: string }[] }
    for (const { digest } of layers) {
      await fetch(`http://${registry.host}/v2/app/cache/blobs/${digest}`, { method: 'DELETE' })
    }
  },
  'lose-registry-blobs': async () => {
    const blobs = join(registry.directory, 'data/docker/registry/v2/repositories/app/cache/_layers')
    rmSync(blobs, { recursive: true })
  },
  'lose-azure-blobs': async () => {
    for (const blob of Object.keys(await azurite.blobs('cache'))) {
      if (blob.startsWith('blobs/')) await ask(azurite.account, 'DELETE', `/cache/${blob}`)
    }
  },
  'spoil-local': async () => {
    const blobs = join(folder, 'store/blobs/sha256')
    for (const name of readdirSync(blobs)) rmSync(join(blobs, name))
  },
}

async function build(scenario: Scenario): Promise<void> {
  for (const [name, text] of Object.entries(scenario.files ?? {})) writeFileSync(join(folder, name), text)
  if (scenario.dockerfile !== undefined) {
    writeFileSync(join(folder, 'Dockerfile'), fill(scenario.dockerfile))
  }
  for (const first of scenario.first ?? []) await firsts[first]()
  const metadata = join(machine.work, 'metadata.json')
  rmSync(metadata, { force: true })
  const args = ['build', '--metadata-file', metadata, ...(scenario.args ?? []).map(fill), folder]
  const began = Date.now()
  const printed = await run(args, scenario.interruptAt)
  const ended = Date.now()
  const ref = readRef(metadata)
  const history = await readHistory(
    buildx,
    { ref, builder: '', nodes: 1, began, ended, withImports: true },
    env,
  )
  if (typeof history === 'string') throw new Error(`${scenario.name}: ${history}`)
  if (names.length > 0 && !names.includes(scenario.name)) return
  const kept = {
    imports: history.imports?.map((it) => ({
      key: hide(it.key),
      type: it.type,
      attributes: Object.fromEntries(
        Object.entries(it.attributes)
          .filter(([name]) => !/token|_key/.test(name))
          .map(([name, value]) => [name, hide(value)]),
      ),
    })),
    printed: printed
      .split('\n')
      .filter((line) => line.includes('local cache import at '))
      .map(hide),
    record: history.records
      .join('\n')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map(withoutLogs)
      .map(hide),
  }
  const bytes = gzipSync(JSON.stringify(kept), { level: 9 })
  writeFileSync(join(target, `${scenario.name}.json.gz`), bytes)
  console.log(`${scenario.name}: ${bytes.length} bytes`)
}

/** What the steps printed is not looked at. */
function withoutLogs(line: string): string {
  const { logs, ...rest } = JSON.parse(line)
  return Object.keys(rest).length === 0 ? '{"logs":[]}' : JSON.stringify(rest)
}

function readRef(metadata: string): string | undefined {
  try {
    return JSON.parse(readFileSync(metadata, 'utf8'))['buildx.build.ref']
  } catch {
    return undefined
  }
}

async function run(args: string[], interruptAt: string | undefined): Promise<string> {
  const child = spawn(buildx.program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  let interrupted = false
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      printed += bytes
      if (interrupted || interruptAt === undefined || !/#\d+ [\d.]+ waiting/.test(printed)) return
      interrupted = true
      child.kill('SIGINT')
    })
  }
  await new Promise((done) => child.on('close', done))
  return printed
}

try {
  await prepare()
  for (const scenario of scenarios) await build(scenario)
} finally {
  for (const part of [machine, registry, bucket, service, azurite]) await part.stop()
}
