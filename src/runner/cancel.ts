/** Cleanup for when the action ends, however it ends: processes it waits for, folders with secrets. */
const endings = new Set<() => void>()

/** The handlers of signals, instead of ending the action: the last one registered is called. */
const handlers: ((signal: NodeJS.Signals) => void)[] = []

const control = new AbortController()

/** Aborted as soon as the job is cancelled: then nothing new is started. */
export const cancelled: AbortSignal = control.signal

/**
 * A cancelled job gets SIGINT, after 7.5 s SIGTERM, and after 2.5 s more it is killed (docs.github.com, "Workflow
 * cancellation reference"). The action ends at once, unless a handler has a process to end first.
 */
export function listenForCancel(): void {
  const hear = (signal: NodeJS.Signals): void => {
    control.abort()
    const handler = handlers.at(-1) ?? end
    handler(signal)
  }
  process.on('SIGINT', hear).on('SIGTERM', hear)
  process.on('exit', () => {
    for (const work of endings) work()
  })
}

function end(signal: NodeJS.Signals): never {
  process.stdout.write(`::error::cancelled by ${signal}\n`)
  process.exit(1)
}

/** `handler` handles signals until the returned function is called. */
export function onCancel(handler: (signal: NodeJS.Signals) => void): () => void {
  handlers.push(handler)
  return () => {
    handlers.splice(handlers.indexOf(handler), 1)
  }
}

/**
 * Runs `work`, which must be synchronous and not throw, when the action ends, unless the returned function is called.
 */
export function atEnd(work: () => void): () => void {
  endings.add(work)
  return () => {
    endings.delete(work)
  }
}
