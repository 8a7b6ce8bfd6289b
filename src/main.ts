import { makeArgv } from './buildx/argv.ts'
import { type Build, runBuild } from './buildx/build.ts'
import { type Entries, makeEntries } from './cache/entries.ts'
import { checkTogether } from './cache/together.ts'
import { fail, group, info, setOutput, warning } from './github/actions.ts'
import { defaultBranch } from './github/default-branch.ts'
import { readEnvironment } from './github/environment.ts'
import { identify } from './github/identify.ts'
import { readBuildInputs, readCacheInputs } from './inputs/inputs.ts'
import { cacheHit, judge } from './report/outcome.ts'
import { outcomeLines } from './report/outcome-lines.ts'
import { planLines } from './report/plan-lines.ts'
import { cacheName } from './scope/name.ts'
import { makePlan } from './scope/plan.ts'

/** inputs + event -> plan -> cache entries -> argv -> build -> record -> report. */
export async function main(): Promise<void> {
  const environment = readEnvironment()
  const inputs = readBuildInputs(environment)
  const cache = readCacheInputs(environment)

  const name = cacheName(cache.cacheName, inputs, environment)
  checkTogether(cache.specs, { cacheTo: inputs['cache-to'], tags: inputs.tags, cacheName: name })

  const run = identify(environment)
  const base = defaultBranch(environment)
  const plan = makePlan(run, base, cache.plan)
  const entries = makeEntries(plan, cache.specs, name)

  const hasCache = cache.specs.length > 0
  if (hasCache && environment.payloadProblem)
    warning(`The event is not known: ${environment.payloadProblem}. No cache is written.`)
  else if (hasCache && !run.known && !plan.own)
    warning(`The branch is not known: ${run.ownWhy}. No cache is written.`)
  if (hasCache) group('Cache plan', planLines(environment.eventName, run, base, plan, entries))
  setPlanOutputs(entries)
  if (cache.planOnly) {
    info('plan-only: nothing is built.')
    return
  }

  const caches = { from: entries.from.map(({ csv }) => csv), to: entries.to.map(({ csv }) => csv) }
  const build = await runBuild(environment, (files) => makeArgv(inputs, caches, files), info)
  report(build, entries, hasCache)
}

function setPlanOutputs(entries: Entries): void {
  setOutput('cache-from', entries.from.map(({ csv }) => csv).join('\n'))
  setOutput('cache-to', entries.to.map(({ csv }) => csv).join('\n'))
  setOutput('cache-scope', entries.ownKey)
  setOutput('cache-written', 'false')
}

function report({ failure, results, record }: Build, entries: Entries, hasCache: boolean): void {
  const outcome = judge(record, entries)
  const { imageId, digest, metadata } = results
  if (imageId !== '') setOutput('imageid', imageId)
  if (digest !== '') setOutput('digest', digest)
  if (metadata) setOutput('metadata', JSON.stringify(metadata, null, 2))
  if (outcome.steps) {
    setOutput('steps-total', String(outcome.steps.total))
    setOutput('steps-cached', String(outcome.steps.cached))
    setOutput('cache-hit-ratio', outcome.steps.ratio.toFixed(2))
  }
  setOutput('cache-hit', cacheHit(outcome, hasCache))
  setOutput('cache-written', String(outcome.written))
  if (failure) fail(failure)
  else if (hasCache) group('Cache', outcomeLines(outcome, entries))
  for (const { backend, why } of outcome.failedExports)
    warning(`The ${backend} cache was not written: ${why}`)
}
