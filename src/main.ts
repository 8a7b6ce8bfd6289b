import { makeArgv } from './buildx/argv.ts'
import { type Build, runBuild, withDirectory } from './buildx/build.ts'
import { type Builder, inspectBuilder } from './buildx/builder.ts'
import { prepare } from './buildx/prepare.ts'
import { type Buildx, findBuildx } from './buildx/run.ts'
import { automaticCache } from './cache/automatic.ts'
import { type Entries, makeEntries } from './cache/entries.ts'
import { whyTooOldForGha } from './cache/gates.ts'
import { namesService } from './cache/gha.ts'
import { describeImage, type Written } from './cache/written-before.ts'
import { fail, group, info, mask, setOutput, warning } from './github/actions.ts'
import { type Asked, askApi } from './github/api.ts'
import { cacheService } from './github/cache-service.ts'
import { defaultBranch } from './github/default-branch.ts'
import { type Environment, readEnvironment } from './github/environment.ts'
import { identify } from './github/identify.ts'
import { readJobFile, writeJobFile } from './github/job-file.ts'
import { questions } from './github/questions.ts'
import { type Inputs, readInputs } from './inputs/inputs.ts'
import { checkAnnotations } from './report/check-annotations.ts'
import { judge } from './report/outcome.ts'
import { outcomeLines, outcomeWarnings } from './report/outcome-lines.ts'
import { buildOutputs, type Outputs, planOutputs } from './report/outputs.ts'
import { planLines } from './report/plan-lines.ts'
import { type Planned, planWarnings } from './report/planned.ts'
import { withinService } from './scope/gha.ts'
import { makePlan } from './scope/plan.ts'

/** inputs + event -> plan -> cache entries -> argv -> build -> record -> report. */
export async function main(): Promise<void> {
  const environment = readEnvironment()
  const inputs = readInputs(environment)
  for (const secret of inputs.secrets) mask(secret)
  const asking = askApi(questions(identify(environment), inputs), {
    url: environment.apiUrl,
    token: inputs.build['github-token'],
    variables: inputs.env,
  })
  const buildx = inputs.planOnly ? undefined : await findBuildx()
  const builder = buildx && (await inspectBuilder(buildx, inputs.build.builder, inputs.env))

  const entries = planCaches(environment, inputs, builder, await asking)
  set(planOutputs(entries))
  if (!buildx || !builder) {
    info('plan-only: nothing is built.')
    return
  }
  const result = await build(buildx, builder, environment, inputs, entries)
  report(result, environment, inputs, entries)
}

function planCaches(
  environment: Environment,
  inputs: Inputs,
  builder: Builder | undefined,
  asked: Asked,
): Entries {
  const run = identify(environment, asked)
  const base = defaultBranch(environment)
  const gha = inputs.specs.filter(({ backend }) => backend.type === 'gha')
  const service = cacheService({
    variables: inputs.env,
    now: Date.now() / 1000,
    urlInSpecs: gha.length > 0 && gha.every(({ given }) => namesService(given)),
    tooOld: builder && whyTooOldForGha(builder),
  })
  const plan = withinService(makePlan(run, base, inputs.plan), service)
  const automatic = inputs.isAutomatic ? automaticCache(service, builder) : undefined
  const specs = automatic?.specs ?? inputs.specs
  const entries = makeEntries(plan, specs, inputs.cacheName)

  const earlier = readJobFile<Written>(environment.tempDir)
  const now = { places: entries.to.flatMap(({ places }) => places), image: describeImage(inputs.build) }
  const planned: Planned = {
    environment,
    run,
    base,
    plan,
    service,
    specs,
    entries,
    inputs: inputs.build,
    earlier,
    now,
  }
  for (const message of planWarnings(planned)) warning(message)
  if (specs.length > 0) group('Cache plan', planLines(planned))
  else if (automatic) info(`No cache: ${automatic.why}.`)
  if (!inputs.planOnly) writeJobFile(environment.tempDir, [...earlier, now])
  return entries
}

function build(
  buildx: Buildx,
  builder: Builder,
  environment: Environment,
  inputs: Inputs,
  entries: Entries,
): Promise<Build> {
  return withDirectory(environment.tempDir, (directory) => {
    const { prepared, warnings } = prepare(inputs.build, environment, builder, directory)
    for (const message of warnings) warning(message)
    const cacheFrom = entries.from.map(({ csv }) => csv)
    const cacheTo = entries.to.map(({ csv }) => csv)
    const args = makeArgv(inputs.build, { ...prepared, cacheFrom, cacheTo }, builder.buildx)
    const isCheck = inputs.build.call === 'check'
    return runBuild(
      buildx,
      { args, env: inputs.env, secrets: inputs.secrets, isCheck, files: prepared },
      info,
    )
  })
}

function report(result: Build, environment: Environment, inputs: Inputs, entries: Entries): void {
  const hasCache = entries.from.length + entries.to.length > 0
  const outcome = judge(result.record, entries)
  set(buildOutputs(result, outcome, hasCache))
  for (const [message, place] of checkAnnotations(result.results.metadata, inputs.build, environment)) {
    warning(message, place)
  }
  if (result.failure) fail(result.failure)
  else if (hasCache) group('Cache', outcomeLines(outcome, entries))
  for (const message of outcomeWarnings(outcome)) warning(message)
}

function set(outputs: Outputs): void {
  for (const [name, value] of outputs) setOutput(name, value)
}
