import type { Builder } from './buildx/builder.ts'
import { type DockerfileText, readDockerfile } from './buildx/dockerfile-text.ts'
import { readHistory } from './buildx/history.ts'
import { readLayers } from './buildx/manifests.ts'
import type { Buildx } from './buildx/run.ts'
import type { Restored } from './directory/restore.ts'
import { isGitContext } from './events/git-context.ts'
import { isBuild } from './inputs/build-inputs.ts'
import type { Inputs } from './inputs/inputs.ts'
import { markScopes } from './mark-scopes.ts'
import type { Unkept } from './plan/dropped-caches.ts'
import type { Planned } from './plan/planned.ts'
import { checkAnnotations } from './report/check-annotations.ts'
import { fenced, sentence } from './report/escape.ts'
import { type Before, findLost } from './report/find-lost.ts'
import { fold } from './report/fold.ts'
import { countHeld, worthReading } from './report/layer-attribution.ts'
import { noIndex } from './report/lost-caches.ts'
import { judgeOutcome, type Outcome } from './report/outcome.ts'
import { outcomeLines, outcomeWarnings } from './report/outcome-lines.ts'
import { NOT_BEGUN } from './report/outcome-text.ts'
import { cacheOutputs } from './report/outputs.ts'
import { unreadable, unwritten } from './report/plan-lines.ts'
import { summary } from './report/summary.ts'
import { titleOf } from './report/title.ts'
import { strictSentence, troublesOf } from './report/trouble.ts'
import type { Rescued } from './retry/fallback-types.ts'
import { addSummary, fail, group, setOutputs, warning } from './runner/commands.ts'

/** A finished build, and how to query its builder. */
export type Ended = {
  result: Rescued
  planned: Planned
  inputs: Inputs
  buildx: Buildx
  builder: Builder
  builderWasEmpty: boolean
  /** For a cache in a directory: what could not be published, and the result of restoring it. */
  directory: { unkept: Unkept[]; restored: Restored | undefined }
  before: Before
  /** The caches that were skipped before the build, already printed, a sentence each. */
  troubles: readonly string[]
  /** The results of the cache mounts, already printed, a line each. */
  mounts: readonly string[]
}

/** Reports what the caches did in a build: in outputs, log, annotations and job summary. */
export async function publishReport(ended: Ended): Promise<void> {
  const { result, planned, inputs } = ended
  const { environment, entries, specs, plan } = planned
  const hasCache = entries.from.length + entries.to.length > 0
  const dockerfile = readDockerfile(inputs.build, environment)
  const { restored } = ended.directory
  const judged = await judgeBuild(ended, dockerfile)
  const areMarked = markScopes(planned, judged, inputs, ended)
  const outcome = await lookCloser(judged, ended)
  const notWritten = unwritten(plan, specs)
  setOutputs(cacheOutputs(outcome, hasCache))
  const annotations = checkAnnotations(result.results.metadata, dockerfile, {
    annotateChecks: environment.switches.annotateChecks,
    isFetched: isGitContext(inputs.build.context),
  })
  for (const [message, place] of annotations) warning(message, place)
  const { title, lines } = outcomeLines(outcome, notWritten, dockerfile.path)
  const builds = isBuild(inputs.build)
  if (builds && (hasCache || outcome.steps.length > 0)) group(title, lines)
  const troubles = result.troubles.filter((it) => it !== result.failure)
  for (const message of [...troubles, ...outcomeWarnings(outcome)]) warning(message)
  const said = [...ended.troubles, ...(restored?.isTrouble ? [restored.said] : [])]
  const trouble = strictSentence([...said, ...troublesOf(outcome, planned), ...troubles])
  if (inputs.strict && !result.failure && trouble !== '') fail(trouble)
  if (environment.switches.summary && builds) {
    const more = [planned.whyNone ?? '', restored?.said ?? '']
    const mounts = ended.mounts.length > 0 ? [fold('Cache mounts', fenced(ended.mounts))] : []
    const text = summary(outcome, titleOf(planned, inputs, dockerfile.path), notWritten)
    addSummary(
      environment.summaryFile,
      [text, ...more.filter((it) => it !== '').map((it) => `${sentence(it)}\n`), ...mounts].join('\n'),
    )
  }
  await areMarked()
}

/** The outcome of a build, from its record. */
async function judgeBuild(ended: Ended, dockerfile: DockerfileText): Promise<Outcome> {
  const { result, planned, inputs, buildx, builderWasEmpty, directory } = ended
  const { entries, specs, plan } = planned
  const { build, env } = inputs
  const secrets = [...inputs.secrets, ...inputs.known]
  const [history, unindexed, there] = await Promise.all([
    result.hasBegun ? readHistory(buildx, result.wanted, env, ended.builder.buildx) : NOT_BEGUN,
    result.unindexed(),
    result.there(),
  ])
  return judgeOutcome(history, {
    entries,
    specs,
    builderWasEmpty,
    secrets,
    warnings: result.warnings,
    dockerfile: dockerfile.text,
    lost: result.lost,
    unkept: [...unindexed.map(noIndex), ...directory.unkept],
    failed: result.failure !== undefined,
    hasContexts: build['build-contexts'].length > 0,
    there,
    unreadable: unreadable({ plan, specs, entries }),
    withoutCache: build['no-cache'] || build['no-cache-filters'].length > 0,
  })
}

/** The same, completed from manifests and configs: which caches have the fetched layers, and which steps were lost. */
async function lookCloser(outcome: Outcome, ended: Ended): Promise<Outcome> {
  const { buildx, planned, inputs } = ended
  const { entries } = planned
  const { env } = inputs
  const { builder } = inputs.build
  const layers = worthReading(outcome, entries).map(async (source) => {
    const digests = await readLayers(buildx, builder, source.manifest, env)
    return digests ? [countHeld(source, digests, outcome.cost.layers)] : []
  })
  const lost = findLost(outcome, entries, ended.before, { buildx, builder, env })
  const [missed, ...held] = await Promise.all([lost, ...layers])
  return { ...outcome, held: held.flat(), advice: { ...outcome.advice, missed } }
}
