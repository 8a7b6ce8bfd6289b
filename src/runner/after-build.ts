import { cancelled } from './cancel.ts'
import { notice } from './commands.ts'

/** In milliseconds: what the action itself does after the build, all together. */
const LIMIT = 5 * 60_000

/** Work after a build, which must not change its result. */
export type AfterBuild = {
  /** Runs a task with a name for people; an error or a timeout becomes a note. False if it was not completed. */
  attempt: (what: string, work: () => Promise<void> | void) => Promise<boolean>
  /** In milliseconds: the time left for all tasks. */
  left: () => number
  /** Aborted, with an Error for the user, once no more than `rest` milliseconds are left. */
  until: (rest: number) => AbortSignal
}

/** Starts when the build has ended. */
export function afterBuild(limit = LIMIT): AfterBuild {
  const end = performance.now() + limit
  const left = (): number => Math.max(0, end - performance.now())
  const until = (rest: number): AbortSignal => {
    const control = new AbortController()
    // The timer does not keep the action alive.
    setTimeout(() => control.abort(new Late(TOO_LONG)), Math.max(0, left() - rest)).unref()
    return control.signal
  }
  return {
    left,
    until,
    attempt: async (what, work) => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, fail) => {
        timer = setTimeout(() => fail(new Late(TOO_LONG)), left())
      })
      try {
        await Promise.race([(async () => work())(), late])
        return true
      } catch (error) {
        if (!cancelled.aborted) notice(`${what}: ${inWords(error)}. The build is not affected.`)
        return false
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

const TOO_LONG = 'it took too long'

class Late extends Error {}

/** The message of an unexpected error may contain a secret: only its type and location are shown. */
function inWords(error: unknown): string {
  if (error instanceof Late) return error.message
  const { name = 'Error', code, stack = '' } = (error ?? {}) as NodeJS.ErrnoException
  const place = /([\w.-]+:\d+:\d+)\)?$/m.exec(stack)?.[1]
  return [code ?? name, ...(place ? [`at ${place}`] : [])].join(' ')
}
