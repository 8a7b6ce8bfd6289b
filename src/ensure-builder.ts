import { type Builder, inspectBuilder } from './buildx/builder.ts'
import { makeBuilder, type OwnBuilder, ownBuilderName } from './buildx/own-builder.ts'
import type { Buildx } from './buildx/run.ts'
import { type BuildInputs, isBuild } from './inputs/build-inputs.ts'
import type { Inputs } from './inputs/inputs.ts'
import { goBoolean } from './lib/go-boolean.ts'
import { namesLoopback } from './lib/loopback.ts'
import { canExport, canImport, whyTooOld } from './plan/builder-support.ts'
import type { BuilderChoice } from './plan/choose-builder.ts'
import { type Entry, shownFlag } from './plan/entries.ts'
import type { Planned } from './plan/planned.ts'
import { groupWork, warning } from './runner/commands.ts'
import { saveState } from './runner/state.ts'

/** The existing builder, and what it has to do. */
export type Ready = {
  builder: Builder
  inputs: Inputs
  planned: Planned
  /** How it was created, if for this step. */
  own: OwnBuilder | undefined
  /** The caches that are not used, a sentence each. */
  troubles: string[]
}

/**
 * Creates the chosen builder if it does not exist yet and the plan needs it. If that fails, the build continues with
 * `found` and the caches that it supports. Throws if the job is cancelled.
 */
export async function ensureBuilder(
  buildx: Buildx,
  found: Builder,
  { builder, inputs, instead, troubles }: BuilderChoice,
  planned: Planned,
): Promise<Ready> {
  const { from, to } = planned.entries
  if (instead === undefined) return { builder, inputs, planned, own: undefined, troubles }
  if (from.length + to.length === 0) return { builder: found, inputs, planned, own: undefined, troubles }
  const own = { name: ownBuilderName(), onHost: namesLoopback(addresses(planned, inputs)) }
  saveState('builder', own.name)
  const where = own.onHost ? ', on the host network' : ''
  const isMade = await groupWork(`Creating a builder for this step${where}, because ${instead}`, () =>
    makeBuilder(buildx, own, inputs.env),
  )
  if (!isMade) {
    const trouble = `No builder could be created; the build continues without the cache, because ${instead}.`
    warning(trouble)
    const rest = without(planned, found)
    return { builder: found, inputs, planned: rest, own: undefined, troubles: [...troubles, trouble] }
  }
  const build = onOwn(inputs.build, own.name, found, inputs.env)
  const made = await inspectBuilder(buildx, own.name, inputs.env)
  return { builder: made, inputs: { ...inputs, build }, planned, own, troubles }
}

/** The places that the builder itself reads or writes, as far as the workflow names them. */
function addresses({ entries }: Planned, { build, env }: Inputs): string[] {
  const ours = [...entries.from, ...entries.to]
  const service = [env.ACTIONS_RESULTS_URL ?? '', env.ACTIONS_CACHE_URL ?? '']
  return [
    ...ours.map(shownFlag),
    ...(ours.some(({ backend }) => backend === 'gha') ? service : []),
    ...[...build['cache-from'], ...build['cache-to'], ...build.outputs, ...build['build-contexts']],
    ...(build.push ? build.tags : []),
  ]
}

/** The builder by name; the image is loaded into the engine, where the docker driver would have put it. */
export function onOwn(
  build: BuildInputs,
  name: string,
  { containerdStore }: Pick<Builder, 'containerdStore'>,
  env: Record<string, string>,
): BuildInputs {
  const hasOutput = build.push || build.load || build.outputs.length > 0
  const isOff = goBoolean(env.BUILDX_NO_DEFAULT_LOAD) === true
  // Only a containerd store supports multi-platform images.
  const fits = containerdStore || build.platforms.length < 2
  return { ...build, builder: name, load: build.load || (!hasOutput && isBuild(build) && !isOff && fits) }
}

/** The plan with only the caches that a builder supports. */
function without(planned: Planned, builder: Builder): Planned {
  const { from, to } = planned.entries
  const isKnown = ({ backend }: Entry): boolean => whyTooOld(builder, backend) === undefined
  const entries = {
    ...planned.entries,
    from: from.filter((entry) => isKnown(entry) && canImport(builder, entry.backend)),
    to: to.filter((entry) => isKnown(entry) && canExport(builder, entry.backend)),
  }
  return { ...planned, entries }
}
