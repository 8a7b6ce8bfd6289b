import type { BuildInputs } from '../inputs/build-inputs.ts'
import { hasExporter } from '../inputs/exporters.ts'
import { type VersionGate, versionGates } from './version-gates.ts'

/**
 * The parts of the command that are not in the inputs: the action's cache entries, files, and values derived from other
 * inputs.
 */
export type Prepared = {
  context: string
  buildContexts: readonly string[]
  cacheFrom: readonly string[]
  cacheTo: readonly string[]
  attests: readonly string[]
  /** The values of --secret that precede --file, and those that follow the attestations. */
  secretVariables: readonly string[]
  secrets: readonly string[]
  imageIdFile: string
  metadataFile: string
}

/**
 * The arguments of `buildx`, in the order of docker/build-push-action, the action's cache entries before the user's.
 * Flags that this version of buildx does not support are omitted.
 */
export function makeArgv(inputs: BuildInputs, prepared: Prepared, buildxVersion: string): string[] {
  const knows = versionGates(buildxVersion)
  const gated = (gate: VersionGate, args: string[]): string[] => (knows(gate) ? args : [])
  const hasFiles = hasExporter('local', inputs.outputs) || hasExporter('tar', inputs.outputs)
  return [
    'build',
    ...each('--add-host', inputs['add-hosts']),
    ...each('--allow', inputs.allow),
    ...gated('annotations', each('--annotation', inputs.annotations)),
    ...each('--build-arg', inputs['build-args']),
    ...gated('build-contexts', each('--build-context', prepared.buildContexts)),
    ...each('--cache-from', [...prepared.cacheFrom, ...inputs['cache-from']]),
    ...each('--cache-to', [...prepared.cacheTo, ...inputs['cache-to']]),
    ...text('--call', inputs.call),
    ...text('--cgroup-parent', inputs['cgroup-parent']),
    ...each('--secret', prepared.secretVariables),
    ...text('--file', inputs.file),
    ...(hasFiles || (inputs.platforms.length > 0 && !knows('image-id'))
      ? []
      : ['--iidfile', prepared.imageIdFile]),
    ...each('--label', inputs.labels),
    ...each('--no-cache-filter', inputs['no-cache-filters']),
    ...each('--output', inputs.outputs),
    ...text('--platform', inputs.platforms.join(',')),
    ...gated('attests', [...prepared.attests]),
    ...each('--secret', prepared.secrets),
    ...text('--shm-size', inputs['shm-size']),
    ...each('--ssh', inputs.ssh),
    ...each('--tag', inputs.tags),
    ...text('--target', inputs.target),
    ...each('--ulimit', inputs.ulimit),
    ...text('--builder', inputs.builder),
    ...on('--load', inputs.load),
    ...gated('metadata', ['--metadata-file', prepared.metadataFile]),
    ...text('--network', inputs.network),
    ...on('--no-cache', inputs['no-cache']),
    ...on('--pull', inputs.pull),
    ...on('--push', inputs.push),
    prepared.context,
  ]
}

const each = (flag: string, values: readonly string[]): string[] => values.flatMap((value) => [flag, value])
const text = (flag: string, value: string): string[] => (value === '' ? [] : [flag, value])
const on = (flag: string, value: boolean): string[] => (value ? [flag] : [])
