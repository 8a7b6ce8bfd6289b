import { cancelled, listenForCancel } from './runner/cancel.ts'
import { fail, info, showDebug } from './runner/commands.ts'
import { readEnvironment } from './runner/environment.ts'
import { isPost } from './runner/state.ts'

/** Main or post: the runner starts the same file for both, and each loads only its own code. */
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
 * The last resort: errors of concurrent work are caught where it is started. An uncaught error does not end the build,
 * and its message is not shown, since it may contain a secret.
 */
function stray(error: unknown): void {
  const { name = 'Error', code = name } = (error ?? {}) as NodeJS.ErrnoException
  info(`An error outside the build was ignored: ${code}`)
}

let isOver = false
let isPostOver = false
listenForCancel()
process.stdout.on('error', () => {}) // the reader is gone
process
  .on('uncaughtException', stray)
  .on('unhandledRejection', stray)
  .on('exit', () => {
    // Nothing is left to wait for, but the work is not finished: the step must fail.
    if (!isOver && !process.exitCode) process.exitCode = 1
  })
run()
  .catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
  .finally(() => {
    isOver = true
    if (cancelled.aborted) process.exit()
    // Do not wait for a slow removal of a builder; it continues on its own.
    if (isPostOver) process.exit()
  })
