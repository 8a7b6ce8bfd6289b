/** What ends with the action, however it ends: processes it waits for, folders with secrets. */
const endings = new Set<() => void>()

/** Who deals with a signal of the runner's instead of ending the action: the last that asked for it. */
const handlers: ((signal: NodeJS.Signals) => void)[] = []

const control = new AbortController()

/** Aborted as soon as the job is cancelled: nothing new is begun then. */
export const cancelled: AbortSignal = control.signal

/**
 * A cancelled job gets SIGINT, after 7.5 s SIGTERM, and after 2.5 s more it is killed (docs.github.com, "Workflow
 * cancellation reference"). The action ends at once, unless somebody has a process to end first.
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

/** Has `handler` deal with signals until the function that it gives back is called. */
export function onCancel(handler: (signal: NodeJS.Signals) => void): () => void {
  handlers.push(handler)
  return () => {
    handlers.splice(handlers.indexOf(handler), 1)
  }
}

/** Has `work`, which must not wait or throw, done when the action ends, unless the function it gives back is called. */
export function atEnd(work: () => void): () => void {
  endings.add(work)
  return () => {
    endings.delete(work)
  }
}
