import type { BuildInputs } from '../inputs/build-inputs.ts'
import { exportsPart } from '../inputs/exporters.ts'
import { InputError } from '../runner/input-error.ts'
import { isAtLeast } from './builder.ts'

// The first buildx that supports each flag, as upstream checks it.
export const gates = {
  annotations: '0.12.0',
  attests: '0.10.0',
  'build-contexts': '0.8.0',
  call: '0.15.0',
  'image-id': '0.4.2',
  metadata: '0.6.0',
  'git-query': '0.29.0',
} as const

/** The first BuildKit that supports `src` of an output (its exporter/local/fs.go); an older one exports everything. */
export const OUTPUT_SRC = '0.34'

export type VersionGate = keyof typeof gates

/** Which flags a version of buildx supports. */
export function versionGates(version: string): (gate: VersionGate) => boolean {
  return (gate) => isAtLeast(version, gates[gate])
}

/**
 * A sentence for each input that this buildx or the nodes' BuildKit does not support; throws InputError where upstream
 * fails.
 */
export function gateWarnings(
  inputs: BuildInputs,
  version: string,
  buildkits: readonly string[] = [],
): string[] {
  const knows = versionGates(version)
  const needs = (gate: VersionGate): string => `needs buildx ${gates[gate]} or newer, but this is ${version}`
  if (inputs.call !== '' && !knows('call')) throw new InputError('call', `it ${needs('call')}.`)
  const leftOut = (names: readonly (keyof BuildInputs)[], gate: VersionGate): string[] =>
    knows(gate)
      ? []
      : names
          .filter((name) => inputs[name].toString() !== '')
          .map((name) => `${name} ${needs(gate)}; it is ignored.`)
  const old = buildkits.find((it) => !isAtLeast(it, OUTPUT_SRC))
  return [
    ...leftOut(['annotations'], 'annotations'),
    ...leftOut(['build-contexts'], 'build-contexts'),
    ...leftOut(['attests', 'provenance', 'sbom'], 'attests'),
    ...(old !== undefined && exportsPart(inputs.outputs)
      ? [
          `outputs: src needs BuildKit ${OUTPUT_SRC} or newer, but the builder has ${old}, which exports everything.`,
        ]
      : []),
  ]
}
