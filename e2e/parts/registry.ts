import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, type Part, partDirectory, startPart } from './part.ts'

/** An image registry on loopback. */
export type Registry = Part & {
  /** host:port */
  host: string
  tags: (repository: string) => Promise<string[]>
  /** The digest of a tag's manifest; empty where there is none. */
  digest: (repository: string, tag: string) => Promise<string>
}

/**
 * `anyIndex`: it takes an index whose children are no manifests, as BuildKit before 0.21 writes its cache unless told
 * otherwise. By default this registry refuses one; most do not look.
 */
export async function startRegistry({ anyIndex = false } = {}): Promise<Registry> {
  const directory = partDirectory('registry')
  const config = join(directory, 'config.yml')
  mkdirSync(join(directory, 'data'))
  writeFileSync(
    config,
    JSON.stringify({
      version: '0.1',
      storage: { filesystem: { rootdirectory: join(directory, 'data') }, delete: { enabled: true } },
      http: { addr: '127.0.0.1:0' },
      ...(anyIndex ? { validation: { manifests: { indexes: { platforms: 'none' } } } } : {}),
    }),
  )
  const part = await startPart(
    {
      name: 'the registry',
      directory,
      command: [join(bin, 'registry'), 'serve', config],
      env: { OTEL_TRACES_EXPORTER: 'none' },
    },
    // It says which port the system gave it.
    async (log) => /listening on (127\.0\.0\.1:\d+)/.exec(log)?.[1],
  )
  const host = part.ready
  return {
    ...part,
    host,
    tags: async (repository) => {
      const answer = await fetch(`http://${host}/v2/${repository}/tags/list`)
      const { tags } = (await answer.json()) as { tags?: string[] | null }
      return (tags ?? []).sort()
    },
    digest: async (repository, tag) => {
      const headers = { accept: 'application/vnd.oci.image.manifest.v1+json' }
      const answer = await fetch(`http://${host}/v2/${repository}/manifests/${tag}`, { headers })
      return answer.headers.get('docker-content-digest') ?? ''
    },
  }
}
