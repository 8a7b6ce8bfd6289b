import { parse } from 'csv-parse/sync'
import type { BuildInputs } from '../inputs/build-inputs.ts'
import { hasExporter, isAttestation, readRecords } from '../inputs/exporters.ts'
import { goBoolean } from '../lib/go-boolean.ts'

/** What the default provenance depends on besides the inputs. */
export type AttestFacts = {
  /** The URL of this run's attempt: the builder's ID. */
  runUrl: string
  /** Undefined if the event does not say whether the repository is private. */
  isPrivate: boolean | undefined
  /** BUILDX_NO_DEFAULT_ATTESTATIONS */
  noDefault: boolean
  builderCanAttest: boolean
}

/** The --attest flags: `provenance` and `sbom` override `attests` of their type, as upstream. */
export function attestArgs(inputs: BuildInputs, facts: AttestFacts): string[] {
  const provenance = provenanceAttributes(inputs, facts)
  const values = [
    ...(provenance === undefined ? [] : [provenance]),
    ...(inputs.sbom === '' ? [] : [withoutBooleans(`type=sbom,${inputs.sbom}`)]),
    ...inputs.attests.flatMap((attest) => {
      if (isAttestation('provenance', attest)) {
        return provenance === undefined ? [withBuilderId(attest, facts.runUrl)] : []
      }
      if (isAttestation('sbom', attest)) return inputs.sbom === '' ? [attest] : []
      return [withoutBooleans(attest)]
    }),
  ]
  return values.flatMap((value) => ['--attest', value])
}

function provenanceAttributes(inputs: BuildInputs, facts: AttestFacts): string | undefined {
  const { provenance } = inputs
  if (/^(true|True|TRUE)$/.test(provenance)) return `type=provenance,builder-id=${facts.runUrl}`
  if (/^(false|False|FALSE)$/.test(provenance)) return withoutBooleans('type=provenance,false')
  if (provenance !== '') return withoutBooleans(`type=provenance,${withBuilderId(provenance, facts.runUrl)}`)
  const isGiven = inputs.attests.some((attest) => isAttestation('provenance', attest))
  const isForDocker = inputs.load || hasExporter('docker', inputs.outputs)
  if (isGiven || facts.noDefault || !facts.builderCanAttest || isForDocker) return undefined
  // Full provenance contains build arguments: a repository that is not known to be public counts as private.
  const mode = facts.isPrivate === false ? 'mode=max' : 'mode=min,inline-only=true'
  return `type=provenance,${withBuilderId(mode, facts.runUrl)}`
}

function withBuilderId(attributes: string, runUrl: string): string {
  const [fields = []] = parse(attributes, { relax_column_count: true, skip_empty_lines: true }) as string[][]
  const isGiven = fields.some((field) => field.split('=')[0]?.trim() === 'builder-id')
  return isGiven ? attributes : `${attributes},builder-id=${runUrl}`
}

/** buildx takes `true` and `false` only as `disabled=` (its util/buildflags/attests.go). */
function withoutBooleans(attributes: string): string {
  return readRecords(attributes)
    .flat()
    .map((field) => {
      const isOn = goBoolean(field)
      return isOn === undefined ? field : `disabled=${!isOn}`
    })
    .join(',')
}
