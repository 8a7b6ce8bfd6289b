import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  isProtected,
  judgeKey,
  judgeScope,
  type ListedScope,
  livingParts,
  type Rules,
} from '../../src/clean/alive.ts'
import { type Branch, branch } from '../../src/events/branch.ts'
import { namePart } from '../../src/keys/cache-name.ts'
import { branchPart, formatKey } from '../../src/keys/key.ts'
import { parseShard } from '../../src/keys/shard.ts'
import type { ScopeRecord } from '../../src/marking/scope-record.ts'

const DAY = 86_400_000
const NOW = 1_800_000_000_000

const rules = (more: Partial<Rules> = {}): Rules => ({
  repository: 'octo/app',
  living: livingParts({ branches: ['main', 'Feature/A'], pulls: [7] }),
  names: undefined,
  branches: [],
  takesNamed: false,
  adopts: false,
  keep: 7 * DAY,
  only: undefined,
  now: NOW,
  ...more,
})

const recordOf = (whose: Branch, more: Partial<ScopeRecord> = {}): ScopeRecord => ({
  repository: 'octo/app',
  branch: whose,
  isNamed: false,
  ...more,
})

const scope = (whose: Branch, more: Partial<ListedScope> = {}): ListedScope => ({
  key: branchPart(whose),
  record: recordOf(whose),
  written: NOW - 30 * DAY,
  size: 1,
  ...more,
})

const gone = branch('gone')
const goneHashed = branch('gone/Too')

describe('what becomes of a scope', () => {
  test.each<[string, ListedScope, Partial<Rules>, string, string]>([
    ['of a branch', scope(branch('main')), {}, 'kept', 'its branch exists'],
    ['of a branch whose name is hashed', scope(branch('Feature/A')), {}, 'kept', 'its branch exists'],
    ['of an open pull request', scope({ kind: 'pull', number: 7 }), {}, 'kept', 'its pull request is open'],
    ['of the queue of a branch', scope({ kind: 'queue', base: 'main' }), {}, 'kept', 'its branch exists'],
    ['of a branch that is gone', scope(gone), {}, 'dead', 'its branch is gone'],
    ['of one whose name is hashed', scope(goneHashed), {}, 'dead', 'its branch is gone'],
    [
      'of a pull request that is closed',
      scope({ kind: 'pull', number: 8 }),
      {},
      'dead',
      'its pull request is closed',
    ],
    [
      'of the queue of a branch that is gone',
      scope({ kind: 'queue', base: 'gone' }),
      {},
      'dead',
      'the branch of its queue is gone',
    ],
    [
      'an image and a shard of it',
      scope(gone, { key: 'api__gone..arm64' }),
      {},
      'dead',
      'its branch is gone',
    ],
    ['written lately', scope(gone, { written: NOW - 7 * DAY + 1 }), {}, 'kept', 'written within `keep`'],
    ['of unknown age', scope(gone, { written: undefined }), {}, 'kept', 'the store does not report its age'],
    [
      'of unknown age, where no age counts',
      scope(gone, { written: undefined }),
      { keep: 0 },
      'dead',
      'its branch is gone',
    ],
    [
      'of another repository',
      scope(gone, { record: recordOf(gone, { repository: 'octo/other' }) }),
      {},
      'foreign',
      'of the repository octo/other',
    ],
    [
      'of another repository, adopted or not',
      scope(gone, { record: recordOf(gone, { repository: 'octo/other' }) }),
      { adopts: true },
      'foreign',
      'of the repository octo/other',
    ],
    [
      'a copy under another name',
      scope(gone, { key: 'stable' }),
      {},
      'foreign',
      'its record belongs to another scope',
    ],
    ['without a record', scope(gone, { record: undefined }), {}, 'kept', 'no scope record: see `adopt`'],
    [
      'without a record, adopted',
      scope(gone, { record: undefined }),
      { adopts: true },
      'dead',
      'its branch is gone',
    ],
    [
      'made by cache-branch',
      scope(gone, { record: recordOf(gone, { isNamed: true }) }),
      {},
      'kept',
      'made by cache-branch',
    ],
    [
      'made by cache-branch, branches: none',
      scope(gone, { record: recordOf(gone, { isNamed: true }) }),
      { takesNamed: true },
      'dead',
      'its branch is gone',
    ],
    ['named in branches', scope(goneHashed), { branches: ['gone/*'] }, 'kept', 'named in `branches`'],
    ['not named in branches', scope(goneHashed), { branches: ['gone/*x'] }, 'dead', 'its branch is gone'],
    [
      'of another image',
      scope(gone, { key: 'api__gone' }),
      { names: new Set(['web']) },
      'kept',
      'of an image that is not in `images`',
    ],
    [
      'of that image',
      scope(gone, { key: 'api__gone' }),
      { names: new Set(['api']) },
      'dead',
      'its branch is gone',
    ],
    [
      'not what the event is about',
      scope(gone),
      { only: [branch('other')] },
      'kept',
      'not of the branch in the event',
    ],
    ['what the event is about', scope(gone), { only: [gone], keep: 0 }, 'dead', 'its branch is gone'],
    ['no key', scope(gone, { key: 'v1.0_RC' }), {}, 'foreign', 'its name is not a key'],
  ])('%s', (_, listed, more, fate, why) => {
    expect(judgeScope(listed, rules(more))).toMatchObject({ fate, why })
  })
})

describe('a branch that stays whatever happens', () => {
  test.each<[string, string, boolean]>([
    ['release/1.0', 'release/1.0', true],
    ['release/1.0', 'release/1.00', false],
    ['release/*', 'release/1.0', true],
    ['release/*', 'release/a/b', true],
    ['*', 'any/thing', true],
    ['*-lts', '1-lts', true],
    ['*-lts', '1-lts-2', false],
    ['a*b*c', 'a1b2c', true],
    ['a*b*c', 'ac', false],
    ['ab*ba', 'aba', false],
    ['a.c', 'abc', false],
  ])('%s: %s is %s', (pattern, name, expected) => {
    expect(isProtected(branchPart(branch(name)), branch(name), [pattern])).toBe(expected)
  })
})

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((it) => it.isWellFormed()),
  fc.stringMatching(/^(queue-|pr-|x-|X\/|release\/)?[A-Ca-c0-9/._-]{1,8}$/),
  fc.constantFrom('main', 'pr', 'queue', 'pr-7', 'queue-main', 'PR', 'QUEUE/a', 'release/1.0', 'x', '日本'),
)

const scopesOf = (whose: fc.Arbitrary<Branch>) =>
  fc.record({ whose, name: fc.oneof(fc.constant(''), text), shard: fc.oneof(fc.constant(''), text) })
const keyOf = (it: { whose: Branch; name: string; shard: string }): string =>
  formatKey({ name: namePart(it.name, ''), branch: it.whose, shard: parseShard(`s${it.shard}`).part })

const anyRules = fc.record({
  names: fc.option(
    fc.array(text).map((all) => new Set(all.map((it) => namePart(it, '')))),
    { nil: undefined },
  ),
  branches: fc.array(text),
  takesNamed: fc.boolean(),
  adopts: fc.boolean(),
  keep: fc.constantFrom(0, DAY),
})

test('no living scope is ever dead, whatever its record says and whatever the inputs are', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1 }),
      fc.array(fc.integer({ min: 1, max: 50 })),
      fc.nat(),
      scopesOf(fc.constant(gone)),
      anyRules,
      fc.option(text),
      (branches, pulls, choice, { name, shard }, inputs, recorded) => {
        const all: Branch[] = [
          ...branches.flatMap((it): Branch[] => [branch(it), { kind: 'queue', base: it }]),
          ...pulls.map((number): Branch => ({ kind: 'pull', number })),
        ]
        const whose = all[choice % all.length] as Branch
        const record = recorded === null ? undefined : recordOf(branch(recorded))
        const listed = { ...scope(whose, { record }), key: keyOf({ whose, name, shard }), written: 0 }
        const given = { ...rules(inputs), living: livingParts({ branches, pulls }) }
        for (const only of [undefined, [whose]]) {
          expect(judgeScope(listed, { ...given, only }).fate).not.toBe('dead')
          expect(judgeKey(listed.key, { ...given, only })?.fate).toBe('kept')
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test('a branch that `branches` names is never dead, known by its record or not', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), fc.boolean(), (name, a, b, isQueue) => {
      const letters = [...name]
      const [from, to] = [a % (letters.length + 1), b % (letters.length + 1)].sort((x, y) => x - y)
      const pattern = `${letters.slice(0, from).join('')}*${letters.slice(to).join('')}`
      const whose: Branch = isQueue ? { kind: 'queue', base: name } : branch(name)
      for (const record of [undefined, recordOf(whose)]) {
        for (const branches of [[pattern], [name.replaceAll('*', '')].filter((it) => it === name)]) {
          if (branches.length === 0) continue
          const given = rules({ adopts: true, keep: 0, branches, living: new Set() })
          expect(judgeScope(scope(whose, { record }), given).fate).toBe('kept')
        }
      }
    }),
    { numRuns: 2000 },
  )
})

test('exactly the others are dead', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 2 }), fc.nat(), (names, choice) => {
      const whose = branch(names[choice % names.length] as string)
      const living = livingParts({ branches: names.filter((_, i) => i !== choice % names.length), pulls: [] })
      expect(judgeScope(scope(whose), rules({ living })).fate).toBe('dead')
    }),
    { numRuns: 1000 },
  )
})
