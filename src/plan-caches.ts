import type { Builder } from './buildx/builder.ts'
import { automaticCache, whyNone } from './cache/automatic.ts'
import { makeEntries } from './cache/entries.ts'
import { whyTooOld } from './cache/gates.ts'
import { namesService } from './cache/gha.ts'
import { keepApart } from './cache/keep-apart.ts'
import { nameWarnings } from './cache/name-of-run.ts'
import { isOnGithub } from './cache/spec.ts'
import { describeBuild, type Written } from './cache/written-before.ts'
import { group, info, notice, warning } from './github/actions.ts'
import type { Asked } from './github/api.ts'
import { archiveService } from './github/archive-service.ts'
import { type CacheService, cacheService } from './github/cache-service.ts'
import { defaultBranch } from './github/default-branch.ts'
import type { Environment } from './github/environment.ts'
import { identify } from './github/identify.ts'
import { readJobFile, writeJobFile } from './github/job-file.ts'
import type { Inputs } from './inputs/inputs.ts'
import { insideContext } from './local/in-context.ts'
import { withOwnDirectories } from './owned/own-directory.ts'
import { noPlanLines, planLines } from './report/plan-lines.ts'
import { type Planned, planNotices, planWarnings } from './report/planned.ts'
import type { Lost } from './rescue/lost.ts'
import { withinService } from './scope/gha.ts'
import { makePlan } from './scope/plan.ts'

/** The event, the inputs and what is known of the builder -> the plan and its entries. Says nothing. */
function chooseCaches(environment: Environment, inputs: Inputs, builder: Builder | undefined, asked: Asked) {
  const run = identify(environment, asked)
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
  const specs = withOwnDirectories(automatic?.specs ?? inputs.specs, environment.tempDir, inputs.cacheName)
  const all = makeEntries(plan, specs, inputs.cacheName)
  const entries = keepApart(all, plan, specs, { cacheName: inputs.cacheName, tags: inputs.build.tags })
  return { run, base, service, plan, specs, automatic, entries }
}

/** Tells the later steps of the job what a build that succeeded wrote: all but what it had to go without. */
export function leaveWritten({ environment, earlier, now }: Planned, lost: readonly Lost[]): void {
  const gone = lost.flatMap(({ side, entry }) => (side === 'export' ? entry.places : []))
  const places = now.places.filter((place) => !gone.includes(place))
  if (places.length > 0) writeJobFile(environment.tempDir, [...earlier, { ...now, places }])
}

/** The same, told to the user in the log. */
export function planCaches(
  environment: Environment,
  inputs: Inputs,
  builder: Builder | undefined,
  asked: Asked,
): Planned {
  const { automatic, ...choice } = chooseCaches(environment, inputs, builder, asked)
  const { specs, entries } = choice

  const earlier = readJobFile<Written>(environment.tempDir)
  // A check builds nothing, and writes nothing.
  const isBuild = inputs.build.call === '' || inputs.build.call === 'build'
  const places = isBuild ? entries.to.flatMap((it) => it.places) : []
  const now = { places, ...describeBuild(inputs.build) }
  const planned: Planned = {
    ...choice,
    ...{ environment, inputs: inputs.build, planOnly: inputs.planOnly, earlier, now },
    whyNone: whyNone(automatic, inputs.offBy),
  }
  // A name that is made of context, file and target is JSON, and nobody's to change.
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
