import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Start } from './outside.ts'

// Runs of buildx 0.37 and BuildKit 0.33 on real stores, one after the other as the action started them: when each line
// of stderr came, in milliseconds, when the run was cut, and how it ended.

type Event = { at: number; what: 'line' | 'cut' | 'exit'; text: string }

/** In milliseconds: a run that waits to be cut waits no longer. */
const LONGEST = 3_600_000

/** The runs of `recorded/NAME.log`. */
export function recorded(name: string): Event[][] {
  const text = readFileSync(join(import.meta.dirname, 'recorded', `${name}.log`), 'utf8')
  return text
    .split('# a run of buildx\n')
    .slice(1)
    .map((run) =>
      run
        .trimEnd()
        .split('\n')
        .map((line): Event => {
          const [, at, what, rest = ''] = /^(\d+) (>|cut|exit) ?(.*)$/.exec(line) ?? []
          if (what === undefined) throw new Error(`${name}: ${line}`)
          return { at: Number(at), what: what === '>' ? 'line' : (what as 'cut' | 'exit'), text: rest }
        }),
    )
}

/** Plays recorded runs, each as long as it took; a run goes on past `cut` only when it is cut. `args` of each are kept. */
export function player(runs: readonly Event[][]): { stream: Start; args: string[][]; ends: number[] } {
  const args: string[][] = []
  const ends: number[] = []
  const stream: Start = async (_buildx, given, _env, { onOutput, cut }) => {
    const events = runs[args.length]
    args.push(given)
    if (!events) throw new Error(`${args.length} runs, of which ${runs.length} are recorded`)
    let last = 0
    for (const { at, what, text } of events) {
      if (what === 'cut') {
        last = at
        await isCut(cut)
        continue
      }
      await new Promise((done) => setTimeout(done, at - last))
      last = at
      if (what === 'line') onOutput(`${text}\n`, false)
      if (what !== 'exit') continue
      ends.push(Date.now())
      return Number(text)
    }
    throw new Error('a run without an end')
  }
  return { stream, args, ends }
}

function isCut(cut: AbortSignal | undefined): Promise<void> {
  return new Promise((done, fail) => {
    if (cut?.aborted) return done()
    const timer = setTimeout(() => fail(new Error('it waits, and is not cut')), LONGEST)
    cut?.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    })
  })
}
