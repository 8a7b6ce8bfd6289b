import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, type Part, partDirectory, startPart } from '../../parts/part.ts'
import { startRegistry } from '../../parts/registry.ts'
import type { Toxiproxy } from '../../parts/toxiproxy.ts'
import { mountDisk } from '../disk.ts'
import { startFaultProxy } from '../fault-proxy.ts'
import { mortal } from '../mortal.ts'
import type { FaultyStore } from '../subject.ts'

export async function faultyRegistry(toxiproxy: Toxiproxy): Promise<FaultyStore> {
  const registry = await startRegistry()
  const disk = mountDisk(`${registry.directory}/data`)
  const server = mortal<Part & { host: string }>(registry, () => again(registry))
  const proxy = await startFaultProxy(() => `http://${server.now().host}`)
  const wire = await toxiproxy.wire('registry', proxy.host)
  /** A cache's configuration is a blob as its layers are, and read with the index. */
  const isJson = (path: string): boolean => {
    const hex = path.split('sha256:')[1] ?? ''
    const file = `${disk.path}/docker/registry/v2/blobs/sha256/${hex.slice(0, 2)}/${hex}/data`
    return readFileSync(file).subarray(0, 1).toString() === '{'
  }
  return {
    name: 'registry',
    step: { inputs: { cache: `type=registry,ref=${wire.host}/app/cache` } },
    wire,
    proxy,
    disk,
    isIndex: ({ method, path }) => /^(GET|HEAD)$/.test(method) && path.includes('/manifests/'),
    isLayer: ({ method, path }) => method === 'GET' && path.includes('/blobs/') && !isJson(path),
    isWrite: ({ method, path }) =>
      /^(POST|PUT|PATCH)$/.test(method) || /^HEAD .*\/blobs\//.test(`${method} ${path}`),
    refusal: (status, message) => ({
      status,
      body: JSON.stringify({ errors: [{ code: status === 401 ? 'UNAUTHORIZED' : 'DENIED', message }] }),
      headers: {
        'content-type': 'application/json',
        ...(status === 401 && { 'www-authenticate': 'Basic realm="the cache"' }),
      },
    }),
    kill: server.kill,
    mend: async () => {
      proxy.setRule(undefined)
      disk.mend()
      await server.revive()
      await wire.mend()
    },
    stop: async () => {
      await proxy.stop()
      await server.stop()
    },
  }
}

/** Another process on the same files. */
async function again(registry: Part): Promise<Part & { host: string }> {
  const part = await startPart(
    {
      name: 'the registry',
      directory: partDirectory('registry'),
      command: [join(bin, 'registry'), 'serve', join(registry.directory, 'config.yml')],
      env: { OTEL_TRACES_EXPORTER: 'none' },
    },
    async (log) => /listening on (127\.0\.0\.1:\d+)/.exec(log)?.[1],
  )
  return { ...part, host: part.ready }
}
