import type { World } from './world.ts'

/** A text that the code depends on, and how to make BuildKit or buildx print it. */
export type Row = {
  /** What it is, and the file that depends on it. */
  name: string
  usedBy: string
  /** Why it is not provoked. */
  unprovoked?: string
  /** The pair that says it, where the other does not. */
  only?: 'newest' | 'old'
  /** Makes it be said: what was seen, and whether the code takes it for what it is. */
  provoke?: (world: World) => Promise<{ holds: boolean; seen: string }>
}

export type Verdict = 'holds' | 'GONE' | 'not provoked' | 'other pair'

export type Result = { row: Row; verdict: Verdict; seen: string }

/** A provocation that itself fails is a text that is gone: nothing shows that it still holds. */
export async function tryRow(world: World, row: Row, pair: 'newest' | 'old'): Promise<Result> {
  if (!row.provoke) return { row, verdict: 'not provoked', seen: row.unprovoked ?? '' }
  if (row.only && row.only !== pair) return { row, verdict: 'other pair', seen: '' }
  try {
    const { holds, seen } = await row.provoke(world)
    return { row, verdict: holds ? 'holds' : 'GONE', seen }
  } catch (error) {
    return { row, verdict: 'GONE', seen: `the provocation failed: ${(error as Error).message}` }
  }
}
