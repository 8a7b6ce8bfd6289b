import { cancelled, onCancel } from './runner/cancel.ts'
import { warning } from './runner/commands.ts'
import type { Environment } from './runner/environment.ts'
import { getState } from './runner/state.ts'

/**
 * What must happen after the job's other steps, also after a failure or a cancellation. It never fails the job. Cleanup
 * comes first, and continues even if the job is cancelled.
 */
export async function post(environment: Environment): Promise<void> {
  const release = onCancel(() => {})
  await attempt("The build's files could not be removed", async () => {
    const directory = getState(environment, 'directory')
    if (directory !== undefined) (await import('./buildx/build.ts')).removeDirectory(directory)
  })
  await attempt('The builder of this step could not be removed', async () => {
    const builder = getState(environment, 'builder')
    if (builder === undefined) return
    const [{ removeBuilder }, { findBuildx }] = await Promise.all([
      import('./buildx/own-builder.ts'),
      import('./buildx/run.ts'),
    ])
    await removeBuilder(await findBuildx(), builder, environment.forDocker)
  })
  release()
  if (cancelled.aborted) return
  await attempt('The cache could not be saved', async () => {
    const given = getState(environment, 'save')
    if (given !== undefined) await (await import('./directory/save.ts')).save(JSON.parse(given), environment)
  })
}

/** `what` failed: the text of a warning. Code is loaded only if there is something to do. */
async function attempt(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    warning(`${what}: ${(error as Error).message}`)
  }
}
