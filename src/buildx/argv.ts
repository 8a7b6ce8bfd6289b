import type { BuildInputs } from '../inputs/inputs.ts'

/** Files that buildx writes its results to. */
export type ResultFiles = { imageId: string; metadata: string }

/** The arguments of `buildx`, in the order of docker/build-push-action, our cache entries before the user's. */
export function makeArgv(
  inputs: BuildInputs,
  cache: { from: readonly string[]; to: readonly string[] },
  files: ResultFiles,
): string[] {
  const each = (flag: string, values: readonly string[]): string[] => values.flatMap((value) => [flag, value])
  const text = (flag: string, value: string): string[] => (value === '' ? [] : [flag, value])
  const on = (flag: string, value: boolean): string[] => (value ? [flag] : [])
  return [
    'build',
    ...each('--build-arg', inputs['build-args']),
    ...each('--cache-from', [...cache.from, ...inputs['cache-from']]),
    ...each('--cache-to', [...cache.to, ...inputs['cache-to']]),
    ...text('--file', inputs.file),
    ...['--iidfile', files.imageId],
    ...text('--platform', inputs.platforms.join(',')),
    ...each('--tag', inputs.tags),
    ...text('--target', inputs.target),
    ...text('--builder', inputs.builder),
    ...on('--load', inputs.load),
    ...['--metadata-file', files.metadata],
    ...on('--push', inputs.push),
    inputs.context,
  ]
}
