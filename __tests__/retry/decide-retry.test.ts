import { describe, expect, test } from '@jest/globals'
import type { BuildRun } from '../../src/buildx/build.ts'
import { flagOf } from '../../src/plan/entries.ts'
import { afterCut, afterFailure, type Next } from '../../src/retry/decide-retry.ts'
import type { Attempt } from '../../src/retry/run-attempt.ts'
import type { Cut } from '../../src/retry/watchdog.ts'
import { entries } from './entries.ts'
import { fakeOutside, own, remote, surelyWith } from './outside.ts'

const main = 'type=registry,ref=r.io/c:main'
const base = 'type=registry,ref=r.io/c:base'
const s3 = 'type=s3,region=r,bucket=b,name=main'
const all = entries([main, base, s3], [`${main},mode=max`, `${s3},mode=max`])
const REGISTRY = 'the registry cache at r.io'
const DIGEST = `sha256:${'d9'.repeat(32)}`

const run: BuildRun = { exitCode: 1, tail: '', errors: '', stdout: '', warnings: [], began: 0, ended: 1 }

function attempted(more: Partial<Attempt>): Attempt {
  return { run, cut: undefined, exporting: [], isHealed: false, silent: new Set(), ...more }
}

/** What is left out, one a word: `read registry:main`. */
function lostOf(next: Next | undefined): string[] | undefined {
  return next?.lost.map(({ side, entry }) => {
    const name = /ref=[^,]*:(\w+)|name=(\w+)/.exec(flagOf(entry))
    return `${side === 'import' ? 'read' : 'write'} ${entry.backend}:${name?.[1] ?? name?.[2]}`
  })
}

describe('after a run that was cut', () => {
  const cut = (kind: Cut['kind']): Cut => ({
    kind,
    limit: 3_000,
    entries: (kind === 'export' ? all.to : all.from).slice(0, 1),
  })
  const reads = ['read registry:main', 'read registry:base']
  const cases: [what: string, Partial<Attempt>, lost: string[]][] = [
    ['an import: all of its store is read no more', { cut: cut('import') }, reads],
    [
      'an import whose store is silent: nothing is written there either',
      { cut: cut('import'), silent: new Set([REGISTRY]) },
      [...reads, 'write registry:main'],
    ],
    ['a fetch: likewise', { cut: cut('fetch') }, reads],
    [
      'an export: nothing of its store is read either',
      { cut: cut('export') },
      [...reads, 'write registry:main'],
    ],
    ['a builder that said nothing: no cache is to blame', { cut: { ...cut('builder'), entries: [] } }, []],
  ]
  test.each(cases)('for %s', (_, more, expected) => {
    const next = afterCut(attempted(more), surelyWith(all, fakeOutside({}).outside), all)
    expect(lostOf(next)).toEqual(expected)
    expect(next.lost.every(({ why }) => why === 'it did not respond within 3 s')).toBe(true)
    expect(next.retry).toBe('')
  })

  test('what is left out already is not left out again', () => {
    const left = { ...all, from: all.from.slice(1), to: [] }
    const next = afterCut(
      attempted({ cut: cut('import'), silent: new Set([REGISTRY]) }),
      surelyWith(all, fakeOutside({}).outside),
      left,
    )
    expect(lostOf(next)).toEqual(['read registry:base'])
  })

  test.each<[Cut['kind'], isHealed: boolean, noCache: boolean, isTrouble: boolean, mayHang: boolean]>([
    ['import', true, false, false, true],
    ['import', false, false, true, true],
    ['fetch', true, false, false, true],
    ['fetch', false, true, false, true],
    ['export', false, false, false, false],
  ])(
    'a cut %s, builder healed %s: without the builder’s cache %s, said %s, may hang again %s',
    (kind, isHealed, noCache, isTrouble, mayHang) => {
      const surely = surelyWith(all, fakeOutside({}).outside, { builder: remote })
      const next = afterCut(attempted({ cut: cut(kind), isHealed }), surely, all)
      expect(next.noCache).toBe(noCache)
      expect(next.trouble).toBe(isTrouble ? next.mayHang : '')
      expect(next.mayHang !== '').toBe(mayHang)
      if (mayHang) expect(next.mayHang).toMatch(/the registry cache at r\.io.*: restart its buildkitd\.$/)
    },
  )
})

describe('after a run that failed', () => {
  const SOLVE = 'ERROR: failed to build: failed to solve: '
  const failed = (errors: string, exporting: string[] = []): Attempt =>
    attempted({ run: { ...run, errors: `#9 ERROR: something\n------\n${errors}\n` }, exporting })
  const gone = `${SOLVE}failed to copy: httpReadSeeker: failed open: could not fetch content descriptor ${DIGEST} from remote: not found`
  const manifests: Record<string, string> = {
    'r.io/c:main': JSON.stringify({ layers: [{ digest: DIGEST }] }),
    'r.io/c:base': JSON.stringify({ layers: [] }),
  }
  const docker = (args: readonly string[]): string | undefined =>
    args[0] === 'kill' ? '' : manifests[args.at(-1) ?? '']
  const after = (
    it: Attempt,
    { left = all, builder = own, answer = docker } = {},
  ): { next: Promise<Next | undefined>; questions: string[] } => {
    const { outside, questions } = fakeOutside({ answer })
    return { next: afterFailure(it, surelyWith(all, outside, { builder }), left, true), questions }
  }

  test.each([
    ['a step’s own', `${SOLVE}process "/bin/sh -c make" did not complete successfully: exit code: 2`],
    ['a base image that is not there', `${SOLVE}r.io/base:1: failed to resolve source metadata: not found`],
    ['none that buildx names', 'something else'],
  ])('where the failure is %s, it is not run again', async (_, error) => {
    const { next, questions } = after(failed(error))
    expect(await next).toBeUndefined()
    expect(questions).toEqual([])
  })

  test('a layer that is gone: its store is read no more, and still written', async () => {
    const found = await after(failed(gone)).next
    expect(lostOf(found)).toEqual(['read registry:main', 'read registry:base'])
    expect(found).toMatchObject({ retry: '', noCache: false, trouble: '', mayHang: '' })
    expect(found?.lost[0]?.why).toMatch(/^failed to copy: httpReadSeeker: /)
  })

  test('a layer that no cache names is the build’s own', async () => {
    const answer = (): string => JSON.stringify({ layers: [] })
    expect(await after(failed(gone), { answer }).next).toBeUndefined()
  })

  test('an exporter that cannot be configured is left out alone', async () => {
    const found = await after(failed('ERROR: failed to build: failed to configure s3 cache exporter: x')).next
    expect(lostOf(found)).toEqual(['write s3:main'])
  })

  test('the same with no import left is what the builder remembers: once more, from nothing', async () => {
    const left = { ...all, from: [] }
    const found = await after(failed(gone), { left }).next
    expect(found).toMatchObject({ lost: [], noCache: true, trouble: '', mayHang: '' })
    expect(found?.retry).not.toBe('')
  })

  test('azblob’s container, made by another in the same moment: once more, with all', async () => {
    const error = `${SOLVE}failed to configure azblob cache exporter: PUT https://a/c\nERROR CODE: ContainerAlreadyExists`
    const found = await after(failed(error)).next
    expect(found).toMatchObject({ lost: [], noCache: false, trouble: '', mayHang: '' })
    expect(found?.retry).not.toBe('')
  })

  const spoilt = failed(`${SOLVE}failed to prepare abc as def: parent snapshot ghi does not exist: not found`)

  test('a builder that lost its own data is restarted, and keeps its cache', async () => {
    const { next, questions } = after(spoilt)
    expect(await next).toMatchObject({ lost: [], noCache: false, trouble: '' })
    expect(questions).toEqual(['kill buildx_buildkit_n0'])
  })

  test('a builder that the action must not restart: its cache is not used, and the log says so', async () => {
    const found = await after(spoilt, { builder: remote }).next
    expect(found).toMatchObject({ lost: [], noCache: true, mayHang: '' })
    expect(found?.trouble).toMatch(/restart its buildkitd\.$/)
  })

  test('a builder that read no cache lost its data without us', async () => {
    const { outside, questions } = fakeOutside({})
    const none = entries([], [])
    expect(await afterFailure(spoilt, surelyWith(none, outside), none, true)).toBeUndefined()
    expect(questions).toEqual([])
  })
})
