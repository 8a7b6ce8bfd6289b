import type { Spec } from '../backends/spec.ts'
import type { Environment } from '../runner/environment.ts'

/**
 * Warnings of names that are another one in each run or on each branch, as `scope=${{ github.ref_name }}` was written
 * before there was a scope for each branch: then no branch finds the cache of another. `cacheName` as the user gave it.
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

/** What of the run a name is or holds, in words. */
function whatItHolds(
  name: string,
  { ref, headRef, sha, runName }: Pick<Environment, 'ref' | 'headRef' | 'sha' | 'runName'>,
): string | undefined {
  const words = name.toLowerCase().split(/[^0-9a-z]+/)
  if (words.some((word) => word.length >= 7 && sha !== '' && sha.toLowerCase().startsWith(word)))
    return 'the commit'
  const [run = ''] = runName.split('-')
  // The numbers of runs are long; a short one may be a version.
  if (run.length >= 6 && words.includes(run)) return "the run's number"
  const short = ref.replace(/^refs\/(heads|tags|pull)\//, '')
  const branches = [ref, short, headRef].filter((it) => it !== '').map(plain)
  const it = plain(name)
  // A part of the name may be called as a branch is, if that is a plain word.
  const isPart = (branch: string): boolean => branch.includes('-') && `-${it}-`.includes(`-${branch}-`)
  return branches.some((branch) => it === branch || isPart(branch)) ? THE_BRANCH : undefined
}

/** As users spell a branch where no `/` is allowed. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^0-9a-z]+/g, '-')
}
