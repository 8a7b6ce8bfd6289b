import { describe, expect, test } from '@jest/globals'
import { parseRecord } from '../../src/buildkit/record.ts'
import type { Import } from '../../src/buildx/history.ts'
import { branch } from '../../src/events/branch.ts'
import type { Entry } from '../../src/plan/entries.ts'
import { flagOf } from '../../src/plan/entries.ts'
import { findOrigin } from '../../src/report/origin.ts'
import { findSources, type Source } from '../../src/report/sources.ts'
import { findSteps } from '../../src/report/steps.ts'
import { entryOf } from '../entry.ts'
import { cached, line, ran, status } from './rawjson.ts'

const entry = (csv: string, key: string, role = 'own', name = key): Entry =>
  entryOf(csv, { keys: [key], branch: branch(name), role })
const registry = (key: string, role?: string): Entry => entry(`type=registry,ref=r.io/a:${key}`, key, role)
const gha = (key: string): Entry => entry(`type=gha,scope=${key}-`, key)
const imported = (key: string, given: Parameters<typeof line>[1] = {}): string =>
  line(`importing cache manifest from ${key}`, { started: 0, completed: 2, ...given })

type Given = { imports?: Import[]; warnings?: string[] }
const sources = (entries: Entry[], lines: string[], { imports, warnings = [] }: Given = {}): Source[] =>
  findSources(parseRecord(lines.join('\n')), entries, imports, warnings)
const short = (list: Source[]): string[] =>
  list.map(({ backend, scope, state }) => [backend, scope, state].filter((it) => it !== '').join(' '))

describe('a registry', () => {
  const missing = 'failed to configure registry cache importer: r.io/a:main: not found'
  test.each<[string, string[], string]>([
    ['found', [imported('r.io/a:main')], 'found'],
    ['missing', [imported('r.io/a:main', { error: missing })], 'missing'],
    [
      'another error that ends the same',
      [imported('r.io/a:main', { error: 'blob sha256:0: not found' })],
      'failed',
    ],
    ['cut off', [line('importing cache manifest from r.io/a:main', { started: 0 })], 'failed'],
    ['not reached', [], 'unread'],
  ])('%s', (_, lines, state) => {
    expect(sources([registry('main')], lines)).toMatchObject([{ scope: 'main', state }])
  })
})

describe('azblob says how many layers there are, where there are some', () => {
  const azblob = entry('type=azblob,name=main', 'main')
  const imports = [
    { key: 'azblob:123456789012345678', type: 'azblob', attributes: { name: 'main', container: 'c' } },
  ]
  const name = 'importing cache manifest from azblob:123456789012345678'
  test.each([
    ['found', [imported('azblob:123456789012345678'), status(name, 'found 5 layers in cache', {})]],
    ['missing', [imported('azblob:123456789012345678')]],
  ])('%s', (state, lines) => {
    expect(sources([azblob], lines, { imports })).toMatchObject([{ state }])
  })
})

describe('two of azblob with as many layers: BuildKit shows the message of one', () => {
  const [one, two] = ['feature', 'main'].map((name) => entry(`type=azblob,name=${name}`, name)) as [
    Entry,
    Entry,
  ]
  const keys = ['azblob:123456789012345671', 'azblob:123456789012345672'] as const
  const imports = ['feature', 'main'].map((name, i) => ({
    key: keys[i] ?? '',
    type: 'azblob',
    attributes: { name, container: 'c' },
  }))
  const found = status(`importing cache manifest from ${keys[1]}`, 'found 5 layers in cache', {})
  const told = (first: Parameters<typeof line>[1], there?: Map<string, boolean>): string[] =>
    short(
      findSources(
        parseRecord([imported(keys[0], first), imported(keys[1]), found].join('\n')),
        [one, two],
        imports,
        [],
        there,
      ),
    )

  test('at the same time: unknown', () => {
    expect(told({})).toEqual(['azblob feature read', 'azblob main found'])
  })

  test('the store knows', () => {
    expect(told({}, new Map([[flagOf(one), true]]))).toEqual(['azblob feature found', 'azblob main found'])
    expect(told({}, new Map([[flagOf(one), false]]))).toEqual(['azblob feature missing', 'azblob main found'])
  })

  test('long before: it was not there', () => {
    expect(told({ started: -9, completed: -8 })).toEqual(['azblob feature missing', 'azblob main found'])
  })

  test('what failed, failed, whatever the store says', () => {
    expect(told({ error: 'x' }, new Map([[flagOf(one), true]]))[0]).toBe('azblob feature failed')
  })
})

describe('gha and s3 do not say whether it was there', () => {
  const imports = ['feature', 'main'].map((key, i) => ({
    key: `gha:12345678901234567${i}`,
    type: 'gha',
    attributes: { scope: `${key}-`, token: 't' },
  }))
  const [one = '', two = ''] = imports.map(({ key }) => key)

  test('each by its name', () => {
    const lines = [imported(two, { error: 'permission_denied' }), imported(one)]
    expect(short(sources([gha('feature'), gha('main')], lines, { imports }))).toEqual([
      'gha feature read',
      'gha main failed',
    ])
  })

  test('without the names all that went the same way are told, by scope', () => {
    expect(short(sources([gha('feature'), gha('main')], [imported(one), imported(two)]))).toEqual([
      'gha feature read',
      'gha main read',
    ])
  })

  test('where the service was asked, what it said', () => {
    const there = new Map([
      [flagOf(gha('feature')), false],
      [flagOf(gha('main')), true],
    ])
    const lines = [imported(one), imported(two)]
    for (const known of [imports, undefined]) {
      const record = parseRecord(lines.join('\n'))
      expect(short(findSources(record, [gha('feature'), gha('main')], known, [], there))).toEqual([
        'gha feature missing',
        'gha main found',
      ])
    }
  })

  test('and those that did not are told by the backend', () => {
    const lines = [imported(one), imported(two, { error: 'permission_denied' })]
    expect(short(sources([gha('feature'), gha('main')], lines))).toEqual(['gha read', 'gha failed'])
  })
})

describe('local', () => {
  const local = (tag: string): Entry => entry(`type=local,src=/c,tag=${tag}`, tag)
  const warn = (text: string): string => `WARNING: local cache import at /c ${text}`
  test.each<[string, string[], string[]]>([
    ['no such tag', [warn('skipped: no digest found for tag main')], ['local main missing']],
    [
      'no directory',
      [
        warn(
          'skipped due to err: could not read /c/index.json: open /c/index.json: no such file or directory',
        ),
      ],
      ['local main missing'],
    ],
    [
      'an index that is no index',
      [warn('skipped due to err: could not unmarshal /c/index.json ("x"): invalid')],
      ['local main failed'],
    ],
    [
      'a manifest that is gone',
      [warn('skipped: digest sha256:00 unavailable: content sha256:00: not found')],
      ['local main failed'],
    ],
    ['nothing was said', [], ['local main unread']],
    [
      'of another directory',
      [warn('skipped: no digest found for tag main').replace('/c', '/d')],
      ['local main unread'],
    ],
    ['of another tag', [warn('skipped: no digest found for tag mainline')], ['local main unread']],
  ])('%s', (_, warnings, expected) => {
    expect(short(sources([local('main')], [], { warnings }))).toEqual(expected)
  })
})

test('entries of the user next to the action’s own', () => {
  const lines = [imported('r.io/a:main'), imported('r.io/mine:1'), imported('s3:123456789012345678')]
  expect(sources([registry('main')], lines).slice(1)).toMatchObject([
    { backend: 'registry', scope: 'r.io/mine:1', role: 'yours', state: 'found' },
    { backend: 's3', scope: '', role: 'yours', state: 'read' },
  ])
})

test('the scope that all jobs of a matrix read', () => {
  const read = sources([registry('main..s'), registry('main')], [])
  expect(read.map(({ isCommon }) => isCommon)).toEqual([false, true])
  expect(sources([registry('main')], [])[0]?.isCommon).toBe(false)
})

describe('where the cached steps came from', () => {
  const steps = (...lines: string[][]) => findSteps(parseRecord(lines.flat().join('\n')))
  const hit = steps(cached('[2/3] RUN a'), ran('[3/3] RUN b'))
  const source = (scope: string, state: Source['state']): Source => ({
    backend: 's3',
    scope,
    role: 'own',
    branch: scope,
    isCommon: false,
    state,
    why: '',
    seconds: 0,
    manifest: '',
  })
  const origin = (list: Source[], wasEmpty: boolean, of = hit) => {
    const { origin: it, sources: judged } = findOrigin(of, list, wasEmpty)
    return [it.steps, it.sources.map(({ scope }) => scope), it.maybeBuilder, judged.map(({ state }) => state)]
  }

  test.each<[string, Source[], boolean, unknown]>([
    [
      'one found, the builder empty',
      [source('a', 'missing'), source('b', 'found')],
      true,
      [1, ['b'], false, ['missing', 'found']],
    ],
    [
      'one read, the builder empty: so it was there',
      [source('a', 'read')],
      true,
      [1, ['a'], false, ['found']],
    ],
    [
      'two read: either',
      [source('a', 'read'), source('b', 'read')],
      true,
      [1, ['a', 'b'], false, ['read', 'read']],
    ],
    ['the builder had something', [source('a', 'read')], false, [1, ['a'], true, ['read']]],
    ['none', [source('a', 'failed')], false, [1, [], true, ['failed']]],
  ])('%s', (_, list, wasEmpty, expected) => {
    expect(origin(list, wasEmpty)).toEqual(expected)
  })

  test('where nothing was cached nothing came', () => {
    expect(origin([source('a', 'read')], true, steps(ran('[2/3] RUN a')))).toEqual([0, [], false, ['read']])
  })
})
