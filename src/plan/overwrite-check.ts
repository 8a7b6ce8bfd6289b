import type { BuildInputs } from '../inputs/build-inputs.ts'
import { sha256 } from '../lib/sha256.ts'
import { withoutCredentials } from '../runner/hide.ts'

/** What a step of this job wrote: the locations, and its build. */
export type Written = {
  places: string[]
  /** The build, for people. */
  image: string
  /** The other inputs that identify a build: a hash each, since a value may be a credential. */
  others: Record<string, string>
}

/** A build whose cache another one would overwrite, at least partly. */
export function describeBuild(build: BuildInputs): Pick<Written, 'image' | 'others'> {
  const { context, file, target, platforms } = build
  const parts = [
    `context ${context === '' ? '(default)' : withoutCredentials(context)}`,
    file && `file ${withoutCredentials(file)}`,
    target && `target ${target}`,
    platforms.length > 0 && `platforms ${platforms.toSorted().join(' and ')}`,
  ]
  // Inputs that locate the cache do not change the steps.
  const args = build['build-args'].filter((it) => !it.startsWith('BUILDKIT_INLINE_CACHE='))
  const others: [string, readonly string[]][] = [
    ['build-args', args],
    ...(['build-contexts', 'add-hosts', 'ulimit'] as const).map((name): [string, string[]] => [
      name,
      build[name],
    ]),
    ...(['network', 'shm-size', 'cgroup-parent'] as const).map((name): [string, string[]] => [
      name,
      build[name] === '' ? [] : [build[name]],
    ]),
  ]
  return {
    image: parts.filter((part) => part).join(', '),
    others: Object.fromEntries(
      others.flatMap(([name, values]) => (values.length === 0 ? [] : [[name, shortHash(values.toSorted())]])),
    ),
  }
}

/** Long enough to distinguish the builds of a job, too short to guess values by trying. */
function shortHash(values: readonly string[]): string {
  return sha256(JSON.stringify(values)).slice(0, 6)
}

/**
 * Locations that this step will write and an earlier step of the job has written: a warning if that was another build,
 * whose cache is then lost; a line if it was the same (load, test, push). `earlier` is read from a file: entries of
 * another shape, from another version of the action, are ignored.
 */
export function writtenBefore(
  earlier: readonly unknown[],
  now: Written,
): { warnings: string[]; lines: string[] } {
  const [warnings, lines]: [string[], string[]] = [[], []]
  const known = earlier.filter(isWritten)
  for (const place of now.places) {
    const before = known.findLast(({ places }) => places.includes(place))
    if (!before) continue
    const other = differences(before, now)
    if (other === '') lines.push(`the same build already wrote ${place} in this job`)
    else {
      warnings.push(
        `Two builds of this job write the same cache, ${place}, and the last one overwrites it: first ${before.image}, ` +
          `now ${other}. Give each its own cache-name.`,
      )
    }
  }
  return { warnings, lines }
}

/** How the build `now` differs from the earlier one; empty if it does not. */
function differences(before: Written, now: Written): string {
  if (before.image !== now.image) return now.image
  const names = Object.keys({ ...before.others, ...now.others })
  const other = names.filter((name) => before.others[name] !== now.others[name])
  return other.length === 0 ? '' : `the same with different ${other.join(', ')}`
}

function isWritten(it: unknown): it is Written {
  const { places, image, others } = (it ?? {}) as Partial<Written>
  return Array.isArray(places) && typeof image === 'string' && typeof others === 'object' && others !== null
}
