// What a matrix costs and saves: steps run again with a shard for each job and with one scope for all, and what a job's
// start costs, by the size of its matrix. Real builders and real stores; a word names the stores, else all five.
import { jobs, matrixProject } from '../../e2e/matrix.ts'
import { type Machine, startBuildkitd } from '../../e2e/parts/buildkitd.ts'
import { startAll } from '../../e2e/parts/start-all.ts'
import { startStores } from '../../e2e/stores/all.ts'
import { runAgain } from './again.ts'
import { fill, type Start, start } from './flat.ts'

const SIZES = [1, 10, 100, 256]
const RUNS = 7

const types = process.argv.length > 2 ? process.argv.slice(2) : ['registry', 'gha', 's3', 'azblob', 'local']
const stores = await startStores()
const machines = await startAll(...jobs.map((_, i) => startBuildkitd(`m${i}`)))
try {
  console.log(`Steps run again by each of the ${jobs.length} jobs, in all, when nothing has changed:\n`)
  console.log('| store | this action | without markers | one scope for all jobs |\n| --- | --- | --- | --- |')
  for (const type of types) {
    const make = () => stores.make(type)
    const three = { ours: await make(), unmarked: await make(), byHand: await make() }
    const again = await runAgain(machines, three, type === 'local')
    const cells = [again.ours, again.unmarked, again.byHand].map(formatSteps)
    console.log(`| ${type} | ${cells.join(' | ')} |`)
  }
  console.log(
    `\nCaches read, and time to the first step (median of ${RUNS}, in turn), by the size of the matrix:\n`,
  )
  const sizes = SIZES.map((size) => `${size} job${size > 1 ? 's' : ''}`)
  console.log(`| store | ${sizes.join(' | ')} | without a shard |\n|${' --- |'.repeat(SIZES.length + 2)}`)
  // One build writes one scope of a directory, and a directory is looked up in an index, whatever its length.
  for (const type of types.filter((it) => it !== 'local')) {
    console.log(`| ${type} | ${(await starts(machines[0] as Machine, type)).map(formatStart).join(' | ')} |`)
  }
} finally {
  await Promise.all([...machines, stores].map((part) => part.stop()))
}

/** One median for each size, and one for the same job without a shard. */
async function starts(machine: Machine, type: string): Promise<Start[]> {
  const project = matrixProject()
  const filled = []
  for (const size of SIZES) {
    const store = await stores.make(type)
    await fill(machine, store, project, size)
    filled.push({ store, size, inputs: {} })
  }
  const cases = [...filled, { ...(filled[0] as (typeof filled)[0]), inputs: { 'cache-shard': '' } }]
  const runs: Start[][] = cases.map(() => [])
  for (let i = 0; i < RUNS; i++) {
    for (const [at, { store, size, inputs }] of cases.entries()) {
      runs[at]?.push(await start(machine, store, project, size, inputs))
    }
  }
  return runs.map(
    (all) => all.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(RUNS / 2)] as Start,
  )
}

function formatSteps(steps: readonly number[]): string {
  return `${steps.reduce((sum, it) => sum + it, 0)} (${steps.join(', ')})`
}

function formatStart({ imports, milliseconds }: Start): string {
  return `${imports}, ${(milliseconds / 1000).toFixed(2)} s`
}
