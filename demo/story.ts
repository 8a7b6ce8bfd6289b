import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pullRequest, pushTo } from '../e2e/events/simple.ts'
import { type Outcome, runStep } from '../e2e/runner.ts'
import type { Lab } from './lab.ts'
import { showSteps } from './progress.ts'
import { heading, say, showOutcome } from './report.ts'

const example = join(import.meta.dirname, '../example')

/** Three runs of the built action on the example. False: the pull request did not take main's cache. */
export async function tellStory(lab: Lab, verbose: boolean): Promise<boolean> {
  const cache = `type=registry,ref=${lab.registry}/example/cache`
  const [one, two] = lab.machines
  const first = checkOut(one.work)
  const run = async (
    machine: typeof one,
    workspace: string,
    event: Parameters<typeof runStep>[0]['event'],
  ) => {
    const outcome = await runStep({
      inputs: { context: '.', cache, ...(lab.base && { 'build-args': `BASE=${lab.base}` }) },
      event,
      workspace,
      env: machine.env,
      temp: machine.work,
      onOutput: verbose ? (text) => process.stdout.write(text) : showSteps(),
    })
    showOutcome(outcome)
    if (outcome.exitCode !== 0) throw new Error('The build failed: all that it printed is above.')
    return outcome
  }

  heading('1. A push to main, on builder one. No cache exists yet.')
  const main = await run(one, first, pushTo('main'))

  heading('2. A pull request from the branch "warm-words", on builder two. It has never built anything.')
  say('The branch has no cache of its own, so it should take what main wrote: no step runs.')
  const branch = checkOut(two.work)
  const pull = await run(two, branch, pullRequest('warm-words', 'main', 'opened'))

  heading('3. Another push to the branch, on builder two, emptied again. It changes one source file.')
  say('Both installs should come from the cache; the tests and the compiler run.')
  two.empty()
  change(join(branch, 'src/greeting.ts'))
  await run(two, branch, pullRequest('warm-words', 'main', 'synchronize'))

  return judge(main, pull)
}

/** The repository as actions/checkout leaves it. */
function checkOut(folder: string): string {
  const workspace = join(folder, 'app')
  rmSync(workspace, { recursive: true, force: true })
  cpSync(example, workspace, { recursive: true })
  return workspace
}

function change(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace('Hello, ', 'A warm welcome, '))
}

function judge(main: Outcome, pull: Outcome): boolean {
  const took = pull.outputs['cache-hit'] === 'true'
  const seconds = (it: Outcome): string => (it.milliseconds / 1000).toFixed(1)
  heading(
    took
      ? `The pull request took main's cache: ${seconds(pull)} s instead of ${seconds(main)} s.`
      : "The pull request did NOT take main's cache. script/demo --verbose shows all that was printed.",
  )
  return took
}
