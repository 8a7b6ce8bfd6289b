/** The line of work a run belongs to. Only the event makes a pull or a queue; a name is always a branch. */
export type Branch =
  | { kind: 'branch'; name: string }
  | { kind: 'pull'; number: number }
  | { kind: 'queue'; base: string }

export const branch = (name: string): Branch => ({ kind: 'branch', name })

/** How the log speaks of a branch. */
export function describeBranch(it: Branch): string {
  if (it.kind === 'pull') return `pull request ${it.number}`
  return it.kind === 'queue' ? `the merge queue of ${it.base}` : it.name
}
