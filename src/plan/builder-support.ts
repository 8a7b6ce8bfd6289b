import type { Spec } from '../backends/spec.ts'
import { type Builder, isAtLeast } from '../buildx/builder.ts'

// The first versions that know a type (BuildKit's and buildx's release notes); the other types are older than scopes.
export const first: Record<string, { buildx?: string; buildkit: string }> = {
  gha: { buildx: '0.21.0', buildkit: '0.20.0' },
  s3: { buildkit: '0.11.0' },
  azblob: { buildkit: '0.11.0' },
}

export const IGNORE_ERROR = '0.12.0'

/** Whether the builder can write a cache of this type (buildx driver/docker, moby daemon/internal/builder-next). */
export function canExport({ driver, containerdStore }: Builder, type: string): boolean {
  if (driver !== 'docker' || type === 'inline') return true
  return containerdStore && ['gha', 'local', 'registry'].includes(type)
}

/** Whether it can read one, likewise; it reads an inline cache as a registry's. */
export function canImport({ driver, containerdStore }: Builder, type: string): boolean {
  if (driver !== 'docker' || ['inline', 'local', 'registry'].includes(type)) return true
  return containerdStore && type === 'gha'
}

/** Why this builder does not support this type of cache, for the user; undefined if it does, or if unknown. */
export function whyTooOld({ buildx, buildkits }: Builder, type: string): string | undefined {
  const least = first[type]
  if (least?.buildx !== undefined && !isAtLeast(buildx, least.buildx)) {
    return `${type} needs buildx ${least.buildx} or newer, but this is ${buildx}`
  }
  const old = least && olderThan(least.buildkit, buildkits)
  return old && `${type} needs BuildKit ${least.buildkit} or newer, but the builder has ${old}`
}

/** Why a failed export would fail the build, for the user; undefined if it would not. */
export function whyNotIgnored({ buildkits }: Builder): string | undefined {
  const old = olderThan(IGNORE_ERROR, buildkits)
  return (
    old &&
    `a cache that cannot be written may fail the build: ignore-error needs BuildKit ${IGNORE_ERROR} or newer, but the builder has ${old}`
  )
}

/** The attributes of a spec that the builder is too old for and therefore ignores, a sentence each. */
export function ignoredAttributes({ buildkits }: Builder, { backend, given }: Spec): string[] {
  return given.flatMap(([name]) => {
    const [, least] = /BuildKit (\d+\.\d+)/.exec(backend.attributes[name]?.since ?? '') ?? []
    const old = least && olderThan(`${least}.0`, buildkits)
    const needs = `${name} of ${backend.type} needs BuildKit ${least} or newer, but the builder has ${old}`
    return old ? [`${needs}; BuildKit ignores it.`] : []
  })
}

/** The first version that is older; the versions of stopped nodes are empty, and unknown. */
function olderThan(least: string, versions: readonly string[]): string | undefined {
  return versions.find((version) => !isAtLeast(version, least))
}
