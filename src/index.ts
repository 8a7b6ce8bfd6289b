import { cancelled, listenForCancel } from './runner/cancel.ts'
import { fail, info, showDebug } from './runner/commands.ts'
import { readEnvironment } from './runner/environment.ts'
import { isPost } from './runner/state.ts'

/** Main or post: the runner starts the same file for both, and each loads what is its own. */
async function run(): Promise<void> {
  const environment = readEnvironment()
  showDebug(environment.isDebug)
  if (isPost(environment)) {
    await (await import('./post.ts')).post(environment)
    isPostOver = true
    return
  }
  return (await import('./build.ts')).main(environment)
}

/**
 * The last resort: what is started beside the build is caught where it is started. An error that nobody caught does not
 * end the build, and its message, which may hold anything, is not shown.
 */
function stray(error: unknown): void {
  const { name = 'Error', code = name } = (error ?? {}) as NodeJS.ErrnoException
  info(`An error outside the build was ignored: ${code}`)
}

let isOver = false
let isPostOver = false
listenForCancel()
process.stdout.on('error', () => {}) // nobody reads any more
process
  .on('uncaughtException', stray)
  .on('unhandledRejection', stray)
  .on('exit', () => {
    // Nothing is left to wait for, and the work has not come to its end: never green.
    if (!isOver && !process.exitCode) process.exitCode = 1
  })
run()
  .catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
  .finally(() => {
    isOver = true
    if (cancelled.aborted) process.exit()
    // A removal of a builder that takes too long goes on without us.
    if (isPostOver) process.exit()
  })
