import { namesService } from './backends/gha.ts'
import { isOnGithub } from './backends/spec.ts'
import type { Builder } from './buildx/builder.ts'
import { insideContext } from './directory/in-context.ts'
import { defaultBranch } from './events/default-branch.ts'
import type { Run } from './events/run.ts'
import { isBuild } from './inputs/build-inputs.ts'
import type { Inputs } from './inputs/inputs.ts'
import { whyTooOld } from './plan/builder-support.ts'
import { automaticCache, whyNone } from './plan/default-cache.ts'
import type { Lost } from './plan/dropped-caches.ts'
import { makeEntries } from './plan/entries.ts'
import { withinService } from './plan/github-limits.ts'
import { asImage } from './plan/image-compression.ts'
import { describeBuild, type Written } from './plan/overwrite-check.ts'
import { withOwnDirectories } from './plan/own-directory.ts'
import { makePlan } from './plan/plan.ts'
import { type Planned, planNotices, planWarnings } from './plan/planned.ts'
import { nameWarnings } from './plan/run-names.ts'
import { keepApart } from './plan/separate-scopes.ts'
import { noPlanLines, planLines } from './report/plan-lines.ts'
import { archiveService } from './runner/archive-service.ts'
import { type CacheService, cacheService } from './runner/cache-service.ts'
import { group, info, notice, warning } from './runner/commands.ts'
import type { Environment } from './runner/environment.ts'
import { readJobFile, writeJobFile } from './runner/job-file.ts'

/** The event, the inputs and the facts about the builder -> the plan and its entries. Prints nothing. */
function chooseCaches(environment: Environment, run: Run, inputs: Inputs, builder: Builder | undefined) {
  const base = defaultBranch(environment)
  const gha = inputs.specs.filter(({ backend }) => backend.type === 'gha')
  const given = { variables: inputs.env, now: Date.now() / 1000, serverUrl: environment.serverUrl }
  const isForArchives = gha.length === 0 && inputs.specs.some(isOnGithub)
  const forBuildkit = (): CacheService =>
    cacheService({
      ...given,
      urlInSpecs: gha.length > 0 && gha.every(({ given }) => namesService(given)),
      tooOld: builder && whyTooOld(builder, 'gha'),
    })
  const service = isForArchives ? archiveService(given) : forBuildkit()
  const plan = withinService(makePlan(run, base, inputs.plan), service)
  const automatic = inputs.isAutomatic ? automaticCache(service, builder) : undefined
  const located = withOwnDirectories(automatic?.specs ?? inputs.specs, environment.tempDir, inputs.cacheName)
  const specs = asImage(located, inputs.build, builder)
  const all = makeEntries(plan, specs, inputs.cacheName)
  const entries = keepApart(all, plan, specs, { cacheName: inputs.cacheName, tags: inputs.build.tags })
  return { run, base, service, plan, specs, automatic, entries }
}

/** Records for the later steps of the job what a successful build wrote: all but the caches that it had to omit. */
export function leaveWritten({ environment, earlier, now }: Planned, lost: readonly Lost[]): void {
  const gone = lost.flatMap(({ side, entry }) => (side === 'export' ? entry.places : []))
  const places = now.places.filter((place) => !gone.includes(place))
  if (places.length > 0) writeJobFile(environment.tempDir, [...earlier, { ...now, places }])
}

/** The same, printed to the log. */
export function planCaches(
  environment: Environment,
  run: Run,
  inputs: Inputs,
  builder: Builder | undefined,
): Planned {
  const { automatic, ...choice } = chooseCaches(environment, run, inputs, builder)
  const { specs, entries } = choice

  const earlier = readJobFile<Written>(environment.tempDir)
  // A check builds nothing, and writes nothing.
  const places = isBuild(inputs.build) ? entries.to.flatMap((it) => it.places) : []
  const now = { places, ...describeBuild(inputs.build) }
  const planned: Planned = {
    ...choice,
    environment,
    inputs: inputs.build,
    planOnly: inputs.planOnly,
    earlier,
    now,
    whyNone: whyNone(automatic, inputs.offBy),
  }
  // A name made from context, file and target is JSON, and not chosen by the user.
  const givenName = inputs.cacheName.startsWith('[') ? '' : inputs.cacheName
  const warnings = [
    ...planWarnings(planned),
    ...nameWarnings(specs, givenName, environment),
    ...(inputs.planOnly ? [] : insideContext(specs, inputs.build)),
  ]
  for (const message of warnings) warning(message)
  for (const message of planNotices(planned)) notice(message)
  if (specs.length > 0) group('Cache plan', planLines(planned))
  else {
    for (const { text, isNotice } of noPlanLines(planned, automatic?.isForBuilder ?? false)) {
      const say = isNotice ? notice : info
      say(text)
    }
  }
  return planned
}
