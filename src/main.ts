import { makeArgv } from './buildx/argv.ts'
import { type Build, runBuild, withDirectory } from './buildx/build.ts'
import { type Builder, inspectBuilder } from './buildx/builder.ts'
import { prepare } from './buildx/prepare.ts'
import { type Buildx, findBuildx } from './buildx/run.ts'
import { isEmpty } from './buildx/usage.ts'
import { automaticCache } from './cache/automatic.ts'
import { makeEntries } from './cache/entries.ts'
import { whyTooOld } from './cache/gates.ts'
import { namesService } from './cache/gha.ts'
import { describeImage, type Written } from './cache/written-before.ts'
import { chooseBuilder } from './choose-builder.ts'
import { group, info, mask, setOutputs, warning } from './github/actions.ts'
import { type Asked, askApi } from './github/api.ts'
import { cacheService } from './github/cache-service.ts'
import { defaultBranch } from './github/default-branch.ts'
import type { Environment } from './github/environment.ts'
import { identify } from './github/identify.ts'
import { readJobFile, writeJobFile } from './github/job-file.ts'
import { questions } from './github/questions.ts'
import { leave } from './github/state.ts'
import { type Inputs, readInputs } from './inputs/inputs.ts'
import { readyBuilder } from './ready-builder.ts'
import { planOutputs } from './report/outputs.ts'
import { noPlanLines, planLines } from './report/plan-lines.ts'
import { type Planned, planWarnings } from './report/planned.ts'
import { withinService } from './scope/gha.ts'
import { makePlan } from './scope/plan.ts'
import { tell } from './tell.ts'

/** inputs + event -> plan -> cache entries -> argv -> build -> record -> report. */
export async function main(environment: Environment): Promise<void> {
  leave('main', 'true')
  const given = readInputs(environment)
  for (const secret of given.secrets) mask(secret)
  const asking = askApi(questions(identify(environment), given), {
    url: environment.apiUrl,
    token: given.build['github-token'],
    variables: given.env,
  })
  const buildx = given.planOnly ? undefined : await findBuildx()
  const wasEmpty = buildx && mayRead(given) ? isEmpty(buildx, given.build.builder, given.env) : false
  const found = buildx && (await inspectBuilder(buildx, given.build.builder, given.env))
  const choice = found && chooseBuilder(found, given)
  for (const message of choice?.warnings ?? []) warning(message)

  const plan = planCaches(environment, choice?.inputs ?? given, choice?.builder, await asking)
  setOutputs(planOutputs(plan.entries))
  if (!buildx || !choice) {
    info('plan-only: nothing is built.')
    return
  }
  const { builder, inputs, planned, own } = await readyBuilder(buildx, found, choice, plan)
  const result = await build(buildx, builder, planned, inputs)
  await tell({ result, planned, inputs, buildx, builderWasEmpty: own !== undefined || (await wasEmpty) })
}

/** Whether there may be a cache to read. */
function mayRead({ isAutomatic, specs }: Inputs): boolean {
  return isAutomatic || specs.length > 0
}

function planCaches(
  environment: Environment,
  inputs: Inputs,
  builder: Builder | undefined,
  asked: Asked,
): Planned {
  const run = identify(environment, asked)
  const base = defaultBranch(environment)
  const gha = inputs.specs.filter(({ backend }) => backend.type === 'gha')
  const service = cacheService({
    variables: inputs.env,
    now: Date.now() / 1000,
    urlInSpecs: gha.length > 0 && gha.every(({ given }) => namesService(given)),
    tooOld: builder && whyTooOld(builder, 'gha'),
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
  else noPlanLines(planned, automatic?.why).forEach(info)
  if (!inputs.planOnly) writeJobFile(environment.tempDir, [...earlier, now])
  return planned
}

function build(
  buildx: Buildx,
  builder: Builder,
  { environment, entries }: Planned,
  inputs: Inputs,
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
      {
        ...{ args, env: inputs.env, secrets: inputs.secrets, isCheck, files: prepared },
        builder: inputs.build.builder,
        nodes: builder.buildkits.length,
        withImports: entries.from.some(({ csv }) => !csv.startsWith('type=registry')),
      },
      info,
    )
  })
}
