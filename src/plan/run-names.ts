import type { Spec } from '../backends/spec.ts'
import type { Environment } from '../runner/environment.ts'

/**
 * Warnings about names that differ in each run or on each branch, as with the common `scope=${{ github.ref_name }}`:
 * then no branch finds the cache of another. `cacheName` as the user wrote it.
 */
export function nameWarnings(
  specs: readonly Spec[],
  cacheName: string,
  environment: Pick<Environment, 'ref' | 'headRef' | 'sha' | 'runName'>,
): string[] {
  const named: [string, string][] = [
    ...(cacheName === '' || specs.length === 0 ? [] : [['cache-name', cacheName] as [string, string]]),
    ...specs.filter(({ name }) => name !== '').map(({ name }): [string, string] => ['cache', name]),
  ]
  const warnings = named.flatMap(([input, name]) => {
    const what = whatItHolds(name, environment)
    return what === undefined
      ? []
      : `${input}: the name ${JSON.stringify(name)} contains ${what}, so ${what === THE_BRANCH ? 'branches' : 'runs'} cannot find each other's caches. Remove it: the action adds the branch to each name.`
  })
  return [...new Set(warnings)]
}

const THE_BRANCH = 'the branch or tag'

/** The property of the run that a name contains, for the user. */
function whatItHolds(
  name: string,
  { ref, headRef, sha, runName }: Pick<Environment, 'ref' | 'headRef' | 'sha' | 'runName'>,
): string | undefined {
  const words = name.toLowerCase().split(/[^0-9a-z]+/)
  if (words.some((word) => word.length >= 7 && sha !== '' && sha.toLowerCase().startsWith(word)))
    return 'the commit'
  const [run = ''] = runName.split('-')
  // Run numbers are long; a short number may be a version.
  if (run.length >= 6 && words.includes(run)) return "the run's number"
  const short = ref.replace(/^refs\/(heads|tags|pull)\//, '')
  const branches = [ref, short, headRef].filter((it) => it !== '').map(plain)
  const it = plain(name)
  // A part of the name may equal the branch by chance, if that is a common word.
  const isPart = (branch: string): boolean => branch.includes('-') && `-${it}-`.includes(`-${branch}-`)
  return branches.some((branch) => it === branch || isPart(branch)) ? THE_BRANCH : undefined
}

/** The spellings of a branch that users write where `/` is not allowed. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^0-9a-z]+/g, '-')
}
