import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A docker configuration of its own, and buildx's. `config` and `plugins` are folders in `directory`. */
export type Client = { env: Record<string, string>; plugins: string }

/** Makes one; buildx as its plugin is the caller's to put into `plugins`. */
export function makeClient(directory: string): Client {
  const config = join(directory, 'docker')
  const plugins = join(config, 'cli-plugins')
  mkdirSync(plugins, { recursive: true })
  writeFileSync(join(config, 'config.json'), JSON.stringify({ proxies: { default: proxies() } }))
  const env = {
    DOCKER_CONFIG: config,
    BUILDX_CONFIG: join(directory, 'buildx'),
    // Otherwise an S3 cache without credentials asks the cloud's metadata service for some.
    AWS_EC2_METADATA_DISABLED: 'true',
  }
  return { env, plugins }
}

/** The machine's proxies, as docker hands them to RUN: they are no part of a step's identity. */
function proxies(): Record<string, string> {
  const names = { httpProxy: 'http_proxy', httpsProxy: 'https_proxy', noProxy: 'no_proxy' }
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, variable]) => {
      const value = process.env[variable] || process.env[variable.toUpperCase()]
      return value ? [[name, value]] : []
    }),
  )
}
