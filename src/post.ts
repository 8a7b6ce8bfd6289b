import { warning } from './github/actions.ts'
import type { Environment } from './github/environment.ts'
import { left } from './github/state.ts'

/** What must happen after the job's other steps, also after a failure or a cancellation. It never fails the job. */
export async function post(environment: Environment): Promise<void> {
  for (const [what, work] of Object.entries(CHORES)) {
    try {
      await work(environment)
    } catch (error) {
      warning(`${what}: ${(error as Error).message}`)
    }
  }
}

/** What failed, in the words of a warning, and the work; in their order. Most steps leave none, and load none. */
const CHORES: Record<string, (environment: Environment) => Promise<void>> = {
  'The cache could not be saved': async (environment) => {
    const given = left(environment, 'save')
    if (given !== undefined) await (await import('./owned/save.ts')).save(JSON.parse(given), environment)
  },
  'The builder of this step could not be removed': async (environment) => {
    const builder = left(environment, 'builder')
    if (builder === undefined) return
    const [{ removeBuilder }, { findBuildx }] = await Promise.all([
      import('./buildx/own-builder.ts'),
      import('./buildx/run.ts'),
    ])
    await removeBuilder(await findBuildx(), builder, environment.forDocker)
  },
}
