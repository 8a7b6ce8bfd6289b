import { namesLoopback } from '../lib/loopback.ts'
import { hasNoPlugin, NO_PLUGIN } from './failure.ts'
import { type Buildx, query } from './run.ts'

/** The builder that exists; texts are empty if unknown. */
export type Builder = {
  name: string
  driver: string
  /** The version of buildx, such as `0.37.2`; empty if built from a commit, which counts as new. */
  buildx: string
  /** The BuildKit version of each node, as buildx reports it: `v0.33.1`, or for a Docker Engine `v0.33.1-moby`. */
  buildkits: string[]
  /** The name of each node. */
  nodes: string[]
  /** The address of each node: a URL, or the name of a docker context. */
  endpoints: string[]
  /** Its own platform, such as `linux/amd64`, for which it builds by default. */
  platform?: string
  /** The builder keeps images in a containerd store: the docker driver exports a cache only then. */
  containerdStore: boolean
}

/**
 * Asks buildx for its version and the builder concurrently; what it does not answer in time is unknown. Throws only if
 * docker has no buildx.
 */
export async function inspectBuilder(
  buildx: Buildx,
  name: string,
  env: Record<string, string>,
): Promise<Builder> {
  const [version, inspection] = await Promise.all([
    query(buildx, ['version'], env),
    query(buildx, ['inspect', ...(name === '' ? [] : [name])], env),
  ])
  if (version.exitCode !== 0 && hasNoPlugin(version.stdout + version.stderr)) throw new Error(NO_PLUGIN)
  return parseBuilder(version.stdout, inspection.stdout)
}

/** The texts of `buildx version` and `buildx inspect` -> what is known of the builder. */
export function parseBuilder(version: string, inspection: string): Builder {
  const nodes =
    inspection
      .split(/^Nodes:.*$/m)[1]
      ?.split(/^Name:/m)
      .slice(1) ?? []
  return {
    name: /^Name:[ \t]*(\S+)/m.exec(inspection)?.[1] ?? '',
    driver: /^Driver:[ \t]*(\S+)/m.exec(inspection)?.[1] ?? '',
    buildx: /\sv?(\d[0-9.]*)(?=[\s+-]|$)/.exec(version)?.[1] ?? '',
    buildkits: nodes.map((node) => /^BuildKit(?: version)?:[ \t]*(\S+)/im.exec(node)?.[1] ?? ''),
    nodes: nodes.map((node) => /^[ \t]*(\S+)/.exec(node)?.[1] ?? ''),
    endpoints: nodes.map((node) => /^Endpoint:[ \t]*(\S+)/m.exec(node)?.[1] ?? ''),
    platform: /^Platforms:[ \t]*([\w/.-]+)/m.exec(inspection)?.[1] ?? '',
    containerdStore: /^[ \t]*org\.mobyproject\.buildkit\.worker\.snapshotter:/m.test(inspection),
  }
}

/**
 * Whether the builder is on another machine or in another network, and may reach hosts that the action cannot. `env`:
 * buildx's environment.
 */
export function isElsewhere(
  { driver, endpoints }: Pick<Builder, 'driver' | 'endpoints'>,
  env: Record<string, string>,
): boolean {
  if (!['', 'docker', 'docker-container'].includes(driver)) return true
  const docker = [...endpoints, env.DOCKER_HOST ?? '']
  return docker.some((it) => /^(ssh|tcp|https?):\/\//.test(it) && !namesLoopback([it]))
}

/**
 * Whether `version` (with or without a `v`) is `least` or newer. Unknown versions count as new, and so does
 * `v0.0.0+unknown`, the version of BuildKit and buildx built without a release tag.
 */
export function isAtLeast(version: string, least: string): boolean {
  const number = version.replace(/^v/, '')
  if (number === '' || /^0\.0\.0(?![.\d])/.test(number)) return true
  const [given, wanted] = [number, least].map((it) => (/^[\d.]*/.exec(it)?.[0] ?? '').split('.').map(Number))
  // A missing part is 0: `0.12` is `0.12.0`.
  const differing = [0, 1, 2].find((i) => (given?.[i] ?? 0) !== (wanted?.[i] ?? 0))
  return differing === undefined || (given?.[differing] ?? 0) > (wanted?.[differing] ?? 0)
}

/** Whether all nodes can attest by default: a release of BuildKit 0.11 or newer, as upstream asks. */
export function canAttest({ driver, buildkits }: Builder): boolean {
  return buildkits.every((version) => {
    const isMoby = version.endsWith('-moby')
    const release = version.replace(/-moby$/, '')
    if (!/^v?\d+\.\d+\.\d+(\+\S*)?$/.test(release) || (driver === 'docker' && !isMoby)) return false
    return isAtLeast(release, '0.11.0')
  })
}
