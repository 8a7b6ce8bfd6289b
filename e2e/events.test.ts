import { describe, expect, test } from '@jest/globals'
import { hostileNames } from './events/hostile-names.ts'
import { pullPayload, repo } from './events/payloads.ts'
import { onPull, push, type Row, rows } from './events/rows.ts'
import { tempFolder } from './project.ts'
import { readsIn, recordStep, valuesOf } from './recording.ts'

const caches = tempFolder('caches')
// A build reads and writes a view of its own of the directory (docs/local.md).
const VIEW = /\/\.branch-cache\/views\/view-\w+(\/none)?/
// For a run that does not write, it is in the runner's temporary folder.
const VIEW_TO_READ = /[^=]*\/buildx-branch-cache-view-\w+(\/none)?/

const ref = 'registry.example.org:5000/octo/app/cache'
const stores = [
  {
    cache: `type=registry,ref=${ref}`,
    from: (key: string) => `type=registry,ref=${ref}:${key}`,
    to: (key: string) => `type=registry,ref=${ref}:${key},mode=max,ignore-error=true`,
  },
  {
    cache: `type=local,dest=${caches}`,
    from: (key: string) => `type=local,src=${caches},tag=${key}`,
    to: (key: string) => `type=local,dest=${caches},mode=max,ignore-error=true,tag=${key}`,
  },
]

/** The whole call of docker, for each store. */
async function expectCall({ event, reads, writes, inputs }: Omit<Row, 'title'>): Promise<void> {
  await Promise.all(
    stores.map(async ({ cache, from, to }) => {
      const { exitCode, log, build } = await recordStep({ event, inputs: { context: '.', cache, ...inputs } })
      expect({ exitCode, errors: log.match(/^::(error|warning)::.*/gm) }).toEqual({
        exitCode: 0,
        errors: null,
      })
      expect(readsIn(log)).toEqual(reads)
      // The order of the flags has a test of its own (__tests__/plan/command-order.test.ts).
      const flags = valuesOf('--cache-from', build).map((it) =>
        it.replace(VIEW, '').replace(VIEW_TO_READ, caches),
      )
      expect(flags.toSorted()).toEqual(reads.map(from).sort())
      expect(build?.argv.map((it) => it.replace(VIEW, '').replace(VIEW_TO_READ, caches))).toEqual([
        ...['buildx', 'build'],
        ...flags.flatMap((it) => ['--cache-from', it]),
        ...writes.flatMap((key) => ['--cache-to', to(key)]),
        ...['--iidfile', ...valuesOf('--iidfile', build)],
        ...['--metadata-file', ...valuesOf('--metadata-file', build), '.'],
      ])
    }),
  )
}

describe('what each event reads and writes', () => {
  test.each(rows)('$title', ({ title: _, ...row }) => expectCall(row))
})

describe('a branch whatever it is called', () => {
  test.each(hostileNames)('push to %s', (name, key) =>
    expectCall({ event: push(name), reads: [key, 'main'], writes: [key] }),
  )

  // A head's full ref is read as its branch's; GitHub allows no branch whose name begins so.
  const heads = hostileNames.filter(([name]) => !name.startsWith('refs/heads/'))
  test.each(heads)('pull request from %s', (name, key) =>
    expectCall({
      event: onPull(pullPayload({ head: name })),
      reads: [key, 'main', 'queue-main'],
      writes: [key],
    }),
  )

  test.each(hostileNames.slice(0, 12))('a fork’s %s is no scope', (name) => {
    const event = onPull(pullPayload({ head: name, headRepo: repo('mallory/app') }))
    return expectCall({ event, reads: ['pr-7', 'main'], writes: [] })
  })
})

test('no two of these names share a key', () => {
  expect(new Set(hostileNames.map(([, key]) => key)).size).toBe(hostileNames.length)
})
