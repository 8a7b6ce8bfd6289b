import { clean } from './clean.ts'
import { listenForCancel } from './runner/cancel.ts'
import { fail, showDebug } from './runner/commands.ts'
import { readEnvironment } from './runner/environment.ts'

let isOver = false
listenForCancel()
process.stdout.on('error', () => {}) // the reader is gone
process.on('exit', () => {
  if (!isOver && !process.exitCode) process.exitCode = 1
})
const environment = readEnvironment()
showDebug(environment.isDebug)
clean(environment)
  .catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
  .finally(() => {
    isOver = true
  })
