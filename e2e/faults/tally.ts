/** How many faults were tried and what came of them. */
export type Tally = {
  survived: string[]
  /** What cannot be survived, and why. */
  lost: string[]
  /** What is no fault there, and why. */
  senseless: string[]
  failed: string[]
}

export function newTally(): Tally {
  return { survived: [], lost: [], senseless: [], failed: [] }
}

export function tallyText({ survived, lost, senseless, failed }: Tally): string {
  const tried = survived.length + lost.length + failed.length
  const list = (title: string, names: string[]): string[] => names.map((name) => `  ${title}: ${name}\n`)
  return [
    `cells tried: ${tried}, survived: ${survived.length}; no cell: ${senseless.length}\n`,
    ...list('not survived', lost),
    ...list('no cell', senseless),
    ...list('RED', failed),
  ].join('')
}
