import type { Builder } from './builder.ts'

/**
 * A warning for a build that several nodes may share: each exports its caches to the same place, and the last
 * overwrites the others (docker/buildx#1044). `exports`: whether there are any, other than inline ones.
 */
export function nodeWarnings(
  { buildkits }: Pick<Builder, 'buildkits'>,
  platforms: readonly string[],
  exports: boolean,
): string[] {
  const several = new Set(platforms).size
  if (!exports || buildkits.length < 2 || several < 2) return []
  return [
    `The builder has ${buildkits.length} nodes and the build ${several} platforms: each node writes its cache to the ` +
      'same place, and the last one overwrites the others (docker/buildx#1044). Build each platform in its own job: ' +
      'docs/matrix.md, "Several platforms on several runners".',
  ]
}
