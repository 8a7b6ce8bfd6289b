import { pullRequest, pushTo } from '../../e2e/events/simple.ts'
import { runMatrix, shardKey, stepOf } from '../../e2e/matrix.ts'
import type { Machine } from '../../e2e/parts/buildkitd.ts'
import type { Project } from '../../e2e/project.ts'
import type { Step } from '../../e2e/runner.ts'
import { buildOn } from '../../e2e/stage.ts'
import type { Store } from '../../e2e/stores/store.ts'
import { parseSpecs } from '../../src/backends/spec.ts'

/** The result of one run: how many caches it read, and the milliseconds until BuildKit named the first step. */
export type Start = { imports: number; milliseconds: number }

const job = (i: number) => ({ node: i, os: 'alpine' })

/** Puts the shards of `size` jobs of main and the common scope into the store, all in one build. */
export async function fill(machine: Machine, store: Store, project: Project, size: number): Promise<void> {
  const { inputs = {}, env = {} } = store.step(pushTo('main'), [])
  const keys = ['main', ...Array.from({ length: size }, (_, i) => shardKey(job(i)))]
  const [spec] = parseSpecs([inputs.cache ?? ''], {})
  if (!spec) throw new Error('no spec')
  const { type } = spec.backend
  const flags = spec.backend
    .exportTo(spec.given, keys)
    .map((fields) => [['type', type], ['mode', 'max'], ...fields].map(([a, b]) => `${a}=${b}`).join(','))
  const step = stepOf(job(0), 0, project, { inputs: { 'cache-to': flags.join('\n') }, env })
  await runMatrix([machine], [step])
  const { scopes } = await store.contents()
  const missing = keys.filter((key) => !Object.hasOwn(scopes, key))
  if (missing.length > 0) throw new Error(`not in the store: ${missing.slice(0, 3)}`)
}

/** The last job of such a matrix, in a pull request against main, on an empty machine. */
export async function start(
  machine: Machine,
  store: Store,
  project: Project,
  size: number,
  inputs: Record<string, string> = {},
): Promise<Start> {
  machine.prune()
  const event = pullRequest('fix', 'main')
  const setting = store.step(event, [])
  const step = stepOf(job(size - 1), size - 1, project, setting)
  const began = performance.now()
  let first = Number.NaN
  const onOutput: Step['onOutput'] = (text) => {
    if (Number.isNaN(first) && /^#\d+ \[(?!internal|auth)/m.test(text)) first = performance.now() - began
  }
  const all = { ...step.inputs, 'cache-write': 'never', ...inputs }
  const { exitCode, log, outputs } = await buildOn(machine, { ...step, event, onOutput, inputs: all })
  if (exitCode !== 0) throw new Error(log)
  return { imports: (outputs['cache-from'] ?? '').split('\n').length, milliseconds: first }
}
