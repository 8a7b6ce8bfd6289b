import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { entryOf } from '../../__tests__/entry.ts'
import { type History, readHistory } from '../../src/buildx/history.ts'
import type { About } from '../../src/report/outcome.ts'
import { askForUntold } from '../../src/stores/there.ts'
import { startCacheService } from '../cache-service/server.ts'
import { token } from '../cache-service/token.ts'
import { startAzurite } from '../parts/azurite.ts'
import { startBuildkitd } from '../parts/buildkitd.ts'
import { makeLayer, pushImage } from '../parts/image.ts'
import { bin } from '../parts/part.ts'
import { startRegistry } from '../parts/registry.ts'
import { makeRootfs, tarRootfs } from '../parts/rootfs.ts'
import { startVersitygw } from '../parts/versitygw.ts'
import { files, type Run, type Shape } from './shapes.ts'

export const stores = ['registry', 'local', 's3', 'azblob', 'gha'] as const
export type Store = (typeof stores)[number]

/** A builder, the images that the shapes start from, and the stores. */
export async function startSite(wanted: readonly Store[]) {
  const machine = await startBuildkitd('shapes')
  const registry = await startRegistry()
  const bucket = wanted.includes('s3') ? await startVersitygw() : undefined
  const azurite = wanted.includes('azblob') || wanted.includes('gha') ? await startAzurite() : undefined
  const service = azurite && wanted.includes('gha') ? await startCacheService(azurite) : undefined
  const web = createServer(({ url }, answer) => answer.end(`${url}\n`)).listen(0, '127.0.0.1')
  const root = join(machine.work, 'rootfs')
  makeRootfs(root, ['sh', 'cat'])
  writeFileSync(join(root, 'bin/tool'), 'tool\n')
  tarRootfs(root, `${root}.tar`)
  const layer = await makeLayer(`${root}.tar`, `${root}.layer`)
  const OnBuild = ['COPY lock /', 'RUN cat /lock > /deps']
  await pushImage(registry.host, 'base', '1', layer)
  await pushImage(registry.host, 'tools', '1', layer, { Env: ['A=b'] })
  await pushImage(registry.host, 'onbuild', '1', layer, { OnBuild })
  const places: Record<string, string> = {
    base: `${registry.host}/base:1`,
    tools: `${registry.host}/tools:1`,
    onbuild: `${registry.host}/onbuild:1`,
    url: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
  }
  const env: Record<string, string> = { PATH: process.env.PATH ?? '', HOME: machine.work, ...machine.env }
  const buildx = { program: join(bin, 'docker-buildx'), prefix: [] }
  const folder = join(machine.work, 'context')
  const jobToken = token([{ Scope: 'refs/heads/main', Permission: 3 }])
  // Not in the context: what copies all of it would copy it too.
  const file = join(machine.work, 'Dockerfile')

  function spell(store: Store, side: 'from' | 'to', key: string): string {
    const ways: Record<Store, string> = {
      registry: `type=registry,ref=${registry.host}/cache:${key}`,
      local: `type=local,${side === 'from' ? 'src' : 'dest'}=${join(machine.work, 'caches', key)}`,
      s3: `type=s3,region=${bucket?.region},bucket=${bucket?.bucket},endpoint_url=${bucket?.url},use_path_style=true,access_key_id=${bucket?.keyId},secret_access_key=${bucket?.key},name=${key}`,
      azblob: `type=azblob,account_url=${azurite?.account.url},account_name=${azurite?.account.name},container=cache,secret_access_key=${azurite?.account.key},name=${key}`,
      gha: `type=gha,token=${jobToken},url_v2=${service?.url},version=2,scope=${key}-`,
    }
    return side === 'to' ? `${ways[store]},mode=max` : ways[store]
  }

  /** Builds a run of a shape on an empty builder: the first writes the cache that the others read. */
  async function build(shape: Shape, run: Run, store: Store): Promise<{ history: History; about: About }> {
    machine.prune()
    writeContext(folder, run)
    const dockerfile = fill(shape.dockerfile, places)
    writeFileSync(file, dockerfile)
    const metadata = join(machine.work, 'metadata.json')
    rmSync(metadata, { force: true })
    const isCold = run === 'cold'
    const cache = spell(store, isCold ? 'to' : 'from', `${shape.name}-${store}`)
    const args = [
      ...['build', '--file', file, '--metadata-file', metadata, ...(shape.args ?? [])],
      ...(run === 'argument' ? ['--build-arg', shape.arg] : []),
      ...[isCold ? '--cache-to' : '--cache-from', cache, folder],
    ]
    const about = aboutOf(dockerfile, store, isCold ? undefined : cache)
    const keys = {
      AWS_ACCESS_KEY_ID: bucket?.keyId ?? '',
      AWS_SECRET_ACCESS_KEY: bucket?.key ?? '',
      ACTIONS_RUNTIME_TOKEN: jobToken,
    }
    const there = askForUntold(about.entries.from, { buildx, builder: '', env: keys })
    const began = Date.now()
    await promisify(execFile)(buildx.program, args, { env })
    const ref: string = JSON.parse(readFileSync(metadata, 'utf8'))['buildx.build.ref']
    const wanted = { ref, builder: '', nodes: 1, began, ended: Date.now(), withImports: true }
    const history = await readHistory(buildx, wanted, env)
    if (typeof history === 'string') throw new Error(history)
    return { history, about: { ...about, there: await there() } }
  }

  async function stop(): Promise<void> {
    web.close()
    for (const part of [machine, registry, bucket, service, azurite]) await part?.stop()
  }
  return { build, stop, places, machine, host: registry.host }
}

export function fill(text: string, places: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole)
}

/** The context of a run, alone in its folder. */
export function writeContext(folder: string, run: Run): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const changed: Partial<Record<Run, string>> = { source: 'src', lock: 'lock' }
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), changed[run] === name ? `${text}more\n` : text)
  }
}

/** What the action knows of such a build; `cache` is what it read, undefined for nothing. */
export function aboutOf(dockerfile: string, backend: string, cache: string | undefined): About {
  const from = cache === undefined ? [] : [entryOf(cache, { backend, role: 'default' })]
  return {
    entries: { from, to: [], ownKey: '' },
    specs: [],
    warnings: [],
    lost: [],
    unkept: [],
    failed: false,
    builderWasEmpty: true,
    withoutCache: false,
    dockerfile,
    secrets: [],
  }
}
