import { type Builder, isAtLeast } from '../buildx/builder.ts'

const GHA = { buildx: '0.21.0', buildkit: '0.20.0' }

/** Whether the builder can write a cache of this type (buildx driver/docker, moby daemon/internal/builder-next). */
export function canExport({ driver, containerdStore }: Builder, type: string): boolean {
  if (driver !== 'docker' || type === 'inline') return true
  return containerdStore && ['gha', 'local', 'registry'].includes(type)
}

/** Why this builder cannot use GitHub's cache service, version 2, in words; undefined where it can. */
export function whyTooOldForGha({ buildx, buildkits }: Builder): string | undefined {
  if (!isAtLeast(buildx, GHA.buildx)) return `gha needs buildx ${GHA.buildx} or newer, and this is ${buildx}`
  const old = buildkits.find((version) => !isAtLeast(version, GHA.buildkit))
  return old && `gha needs BuildKit ${GHA.buildkit} or newer, and the builder has ${old}`
}
