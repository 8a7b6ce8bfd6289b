import { type Builder, inspectBuilder } from './buildx/builder.ts'
import { hasNoCheckout } from './buildx/dockerfile-text.ts'
import { checkoutHint } from './buildx/failure.ts'
import { type Buildx, findBuildx } from './buildx/run.ts'
import { isEmpty } from './buildx/usage.ts'
import type { CarriedMounts } from './carry-mounts.ts'
import type { LocalUse } from './directory/use-directory.ts'
import { ensureBuilder } from './ensure-builder.ts'
import { identify, withAnswers } from './events/identify.ts'
import { isBuild } from './inputs/build-inputs.ts'
import { type Inputs, readInputs, withAgents } from './inputs/inputs.ts'
import { marks, mayLose, recordOf } from './mark-scopes.ts'
import { chooseBuilder } from './plan/choose-builder.ts'
import type { Unkept } from './plan/dropped-caches.ts'
import { questions } from './plan/merge-questions.ts'
import type { Planned } from './plan/planned.ts'
import { leaveWritten, planCaches } from './plan-caches.ts'
import { publishReport } from './publish-report.ts'
import { findOverwritten } from './report/find-lost.ts'
import { planOutputs, resultOutputs } from './report/outputs.ts'
import { strictSentence } from './report/trouble.ts'
import { build } from './run-build.ts'
import { afterBuild } from './runner/after-build.ts'
import { debug, fail, hideSecrets, info, isDebug, setOutputs, warning } from './runner/commands.ts'
import type { Environment } from './runner/environment.ts'
import { askApi } from './runner/rest-api.ts'
import { saveState } from './runner/state.ts'

/** In milliseconds: the part of the time after the build that is reserved for the report. */
const FOR_REPORT = 60_000
/** In milliseconds: the most and the least time for saving cache mounts. */
const FOR_REPORT_AND_MARKS = 90_000
const LEAST_FOR_MOUNTS = 10_000

/** inputs + event -> plan -> cache entries -> argv -> build -> record -> report. */
export async function main(environment: Environment): Promise<void> {
  saveState('main', 'true')
  const identified = identify(environment)
  const read = readInputs(environment, identified)
  hideSecrets(read.secrets, read.known)
  const given = await withAgents(read)
  for (const message of given.warnings) warning(message)
  const asking = askApi(questions(identified, given), {
    url: environment.apiUrl,
    token: given.build['github-token'],
    variables: given.env,
  })
  const buildx = given.planOnly ? undefined : await findBuildx()
  const wasEmpty = buildx && mayRead(given) ? isEmpty(buildx, given.build.builder, given.env) : false
  const found = buildx && (await inspectBuilder(buildx, given.build.builder, given.env))
  const choice = found && chooseBuilder(found, given)
  for (const message of [...(choice?.troubles ?? given.leftOut), ...(choice?.warnings ?? [])])
    warning(message)

  const wanted = choice?.inputs ?? given
  const run = withAnswers(identified, await asking, environment.apiUrl)
  const plan = planCaches(environment, run, wanted, choice?.builder)
  if (isDebug()) {
    const { decisionLines } = await import('./report/debug-lines.ts')
    for (const line of decisionLines(plan)) debug(() => line)
  }
  setOutputs(planOutputs(plan.entries))
  if (!buildx || !choice) {
    info('plan-only: nothing is built.')
    return
  }
  const { builder, inputs, planned, own, troubles } = await ensureBuilder(buildx, found, choice, plan)
  const isOnlyOurs = async (): Promise<boolean> => own !== undefined || (await wasEmpty)
  const [local, mounts] = await Promise.all([
    localUse(planned, inputs, builder),
    carryMounts(planned, inputs, { buildx, builder, isOnlyOurs }),
  ])
  const used = local?.planned ?? planned
  const overwritten = mayLose(planned, inputs, builder)
    ? findOverwritten(planned.entries, { buildx, builder: inputs.build.builder, env: inputs.env })
    : Promise.resolve(new Map())
  const result = await build(buildx, builder, used, inputs, local?.lost ?? [])
  // Set the build's result first: nothing that follows can change it.
  setOutputs(resultOutputs(result.results))
  if (result.failure)
    fail(`${result.failure}${checkoutHint(result.failure, hasNoCheckout(inputs.build, environment))}`)

  const { attempt, left, until } = afterBuild()
  await attempt('The written caches could not be recorded', () => {
    if (result.failure === undefined) leaveWritten(planned, result.lost)
  })
  let unkept: Unkept[] = []
  await attempt('The local cache could not be published', async () => {
    unkept = (await local?.publish(result.failure === undefined, until(FOR_REPORT))) ?? []
  })
  await attempt('The cache mounts could not be saved', () =>
    mounts?.save(result.failure === undefined, Math.max(LEAST_FOR_MOUNTS, left() - FOR_REPORT_AND_MARKS)),
  )
  const directory = { unkept, restored: local?.restored }
  const isTold = await attempt('The report could not be made', async () => {
    const builderWasEmpty = await isOnlyOurs()
    const before = { overwritten, written: local?.written() ?? '' }
    await publishReport({
      result,
      planned: used,
      inputs,
      buildx,
      builder,
      builderWasEmpty,
      directory,
      before,
      troubles: [...troubles, ...(mounts?.troubles ?? [])],
      mounts: mounts?.lines ?? [],
    })
  })
  if (!isTold && inputs.strict && !result.failure) fail(strictSentence(['the report could not be made']))
  await attempt('The local cache could not be swept', async () => local?.close(until(0)))
  await attempt('The leftovers of the cache mounts could not be removed', () => mounts?.close())
  // Work that timed out may still be running.
  if (left() === 0) process.exit()
}

/** A cache in a directory; loaded only when there is one. */
async function localUse(planned: Planned, inputs: Inputs, builder: Builder): Promise<LocalUse | undefined> {
  const { from, to } = planned.entries
  if (![...from, ...to].some(({ backend }) => backend === 'local')) return undefined
  return (await import('./directory/use-directory.ts')).useLocal(planned, inputs, {
    isOn: marks(planned, builder),
    record: recordOf(planned, inputs),
  })
}

/** The cache mounts; loaded only when they are carried. */
async function carryMounts(
  planned: Planned,
  inputs: Inputs,
  host: { buildx: Buildx; builder: Builder; isOnlyOurs: () => Promise<boolean> },
): Promise<CarriedMounts | undefined> {
  if (inputs.mounts.wanted === 'none' || !isBuild(inputs.build)) return undefined
  return (await import('./carry-mounts.ts')).bringMountsIn({ planned, inputs, ...host })
}

/** Whether there may be a cache to read. */
function mayRead({ isAutomatic, specs, mounts }: Inputs): boolean {
  return isAutomatic || specs.length > 0 || mounts.wanted !== 'none'
}
