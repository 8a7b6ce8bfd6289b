import { cancelled } from './cancel.ts'
import { notice } from './commands.ts'

/** In milliseconds: what the action itself does after the build, all together. */
const LIMIT = 5 * 60_000

/** What comes after a build, which cannot break it. */
export type AfterBuild = {
  /**
   * Does a piece of work, whose name people understand; whatever it throws, and that it takes too long, becomes a note.
   * False where it was not done.
   */
  attempt: (what: string, work: () => Promise<void> | void) => Promise<boolean>
  /** In milliseconds: what is left of the time for all of it. */
  left: () => number
  /** Aborted, with an Error in words, once no more than `rest` milliseconds are left. */
  until: (rest: number) => AbortSignal
}

/** Begins when the build has ended. */
export function afterBuild(limit = LIMIT): AfterBuild {
  const end = performance.now() + limit
  const left = (): number => Math.max(0, end - performance.now())
  const until = (rest: number): AbortSignal => {
    const control = new AbortController()
    // It does not keep the action from its end.
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

/** An error that nobody foresaw may hold anything in its message: its kind and its place have to do. */
function inWords(error: unknown): string {
  if (error instanceof Late) return error.message
  const { name = 'Error', code, stack = '' } = (error ?? {}) as NodeJS.ErrnoException
  const place = /([\w.-]+:\d+:\d+)\)?$/m.exec(stack)?.[1]
  return [code ?? name, ...(place ? [`at ${place}`] : [])].join(' ')
}
