import { attribute } from '../backends/backend.ts'
import type { Spec } from '../backends/spec.ts'
import type { Builder } from '../buildx/builder.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { InputError } from '../runner/input-error.ts'
import { canExport, ignoredAttributes, whyNotIgnored, whyTooOld } from './builder-support.ts'

/** The builder to use, and the inputs that it supports. */
export type BuilderChoice = {
  builder: Builder
  inputs: Inputs
  /** Why `builder` must be created, for the user: the existing one cannot be used. */
  instead: string | undefined
  warnings: string[]
  /** The caches that are not used, a sentence each. */
  troubles: string[]
}

/**
 * The existing builder or, if its driver or version does not support a cache of the input `cache` and the user chose no
 * builder, a new one. Throws InputError if the user chose a builder whose driver does not support it.
 */
export function chooseBuilder(found: Builder, inputs: Inputs): BuilderChoice {
  const types = inputs.specs.map(({ backend }) => backend.type)
  const cannot = types.find((type) => !canExport(found, type))
  const named = namedBuilder(inputs)
  if (cannot !== undefined && named) throw new InputError(named[0], whyNot(named[1], cannot))
  if (named || found.driver !== 'docker') return { ...fitting(found, inputs), instead: undefined }
  const own: Builder = { ...found, driver: 'docker-container', containerdStore: true, buildkits: [''] }
  const old = types.find((type) => whyTooOld(found, type) && !whyTooOld(own, type))
  const instead = cannot === undefined ? old && whyTooOld(found, old) : driverCannot(cannot)
  return { ...fitting(instead ? own : found, inputs), instead }
}

/** The input or variable that names a builder, and the name; a selected builder is never one of the docker driver. */
function namedBuilder({ build, env }: Inputs): [by: string, name: string] | undefined {
  if (build.builder !== '') return ['builder', build.builder]
  return env.BUILDX_BUILDER ? ['BUILDX_BUILDER', env.BUILDX_BUILDER] : undefined
}

const driverCannot = (type: string): string => `the docker driver cannot write a cache of type ${type}`

function whyNot(name: string, type: string): string {
  return (
    `"${name}" cannot write a cache of type ${type}, because its driver is docker; specify one with the driver ` +
    'docker-container, remote, kubernetes or cloud (docker/setup-buildx-action creates one, and so does ' +
    '"docker buildx create --driver docker-container"), or specify none, and the action creates one for this step.'
  )
}

/** Without the specs that a builder is too old for; for gha, runner/cache-service.ts decides. */
function fitting(builder: Builder, inputs: Inputs): Omit<BuilderChoice, 'instead'> {
  const old = inputs.specs.flatMap((spec) => {
    const why = spec.backend.type === 'gha' ? undefined : whyTooOld(builder, spec.backend.type)
    return why === undefined ? [] : [{ spec, why }]
  })
  const specs = inputs.specs.filter((spec) => old.every((it) => it.spec !== spec))
  const fatal =
    specs.some(ignoresErrors) && inputs.plan.write !== 'never' ? whyNotIgnored(builder) : undefined
  return {
    builder,
    inputs: { ...inputs, specs },
    warnings: [
      ...(fatal ? [`cache: ${fatal}.`] : []),
      ...specs.flatMap((spec) => ignoredAttributes(builder, spec).map((it) => `cache: ${it}`)),
    ],
    troubles: [...inputs.leftOut, ...new Set(old.map(({ why }) => `cache: ${why}; it is ignored.`))],
  }
}

/** The user did not set ignore-error=false, and the backend can fail. */
function ignoresErrors({ backend, given }: Spec): boolean {
  return Object.hasOwn(backend.attributes, 'ignore-error') && attribute(given, 'ignore-error') !== 'false'
}
