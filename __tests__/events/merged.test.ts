import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commitsOf, mergedByMessages, newest, tellsItsMerge } from '../../src/events/merged.ts'
import { whyNotABranchName } from '../../src/events/ref-name.ts'

const merged = (...messages: unknown[]): string[] => mergedIn(messages.map((message) => ({ message })))

const mergedIn = (commits: unknown[], repository = 'octo/app'): string[] =>
  newest(mergedByMessages(commits, 'main', repository), 'main').map(({ name }) => name)

describe('messages that merge a branch of this repository', () => {
  test.each([
    ['Merge pull request #3 from octo/feature', 'feature'],
    ['Merge pull request #3 from octo/feature\n\nIts title', 'feature'],
    ['Merge pull request #3 from octo/feature\r\n\r\nIts title', 'feature'],
    ['Merge pull request #3 from octo/feature/a', 'feature/a'],
    ['Merge pull request #3 from Octo/feature', 'feature'],
    ['Merge pull request #3 from octo/pr-7', 'pr-7'],
    ['Merge pull request #3 from octo/octo/x', 'octo/x'],
    ["Merge pull request #3 from octo/it's", "it's"],
    ["Merge pull request 'A title' (#5) from feat/x into main", 'feat/x'],
    ["Merge pull request 'A title' (!5) from feat/x into main\n\nReviewed-on: https://x", 'feat/x'],
    ["Merge pull request '' (#5) from feature into main", 'feature'],
    ["Merge pull request 'x' (#1) from evil into main' (#5) from feature into main", 'feature'],
    ["Merge branch 'feature'", 'feature'],
    ["Merge branch 'feature' into main", 'feature'],
    ["Merge branch 'feature/a'\n\nBody", 'feature/a'],
    ["Merge branch 'it's'", "it's"],
    ["Merge branch 'queue-main'", 'queue-main'],
    ["Merge remote-tracking branch 'origin/feature'", 'feature'],
    ["Merge remote-tracking branch 'origin/feature/a'", 'feature/a'],
    ["Merge remote-tracking branch 'origin/feature' into main", 'feature'],
    ["Merge remote-tracking branch 'origin/origin/x'", 'origin/x'],
  ])('%j', (message, name) => {
    expect(merged(message)).toEqual([name])
  })
})

describe('messages that merge none', () => {
  test.each([
    'Merge pull request #3 from mallory/feature',
    'Merge pull request #3 from octo-cat/feature',
    'Merge pull request #3 from octo',
    'Merge pull request #3 from octo/',
    'Merge pull request #3 from /feature',
    'Merge pull request #x from octo/feature',
    'Merge pull request #3 from octo/main',
    'Merge pull request #3 from octo/feature into main',
    'Merge pull request #3 from octo/a b',
    'Merge pull request #3 from octo/../../main',
    'Merge pull request #3 from octo/a..b',
    'Merge pull request #3 from octo/-x',
    'Merge pull request #3 from octo/a.lock',
    'Merge pull request #3 from octo/\u0000',
    'Merge pull request #3 from octo/a\ud800',
    "Merge pull request 'A title' (#5) from mallory/app:feature into main",
    "Merge pull request 'x' (#1) from evil into main' (#5) from mallory/app:feature into main",
    "Merge pull request 'x' (#1) from evil into main' (#5) from feature into dev",
    "Merge pull request 'A title' (#5) from feature into dev",
    "Merge pull request 'A title' (#5) from feature",
    "Merge pull request 'A title' (#x) from feature into main",
    "Merge pull request 'A title' from feature into main",
    'Merge pull request "A title" (#5) from feature into main',
    'Revert "Merge pull request \'A title\' (#5) from feature into main"',
    "Merge branch 'main'",
    "Merge branch 'feature' into dev",
    "Merge branch 'feature' of github.com:octo/app",
    "Merge branch 'feature' of https://github.com/mallory/app",
    "Merge branch 'main' of https://github.com/octo/app into feature",
    "Merge branches 'a' and 'b' into dev",
    "Merge branches 'a' and 'b' of https://github.com/mallory/app",
    "Merge branches 'a', 'b'",
    "Merge branches 'a'",
    "Merge branches 'a' and 'b', 'c'",
    "Merge branches 'a' and 'b c'",
    'Merge branches a and b',
    "Merge branch 'a' and 'b'",
    "Merge branch 'a', 'b'",
    "Merge branch 'a'; branch 'b' of https://github.com/mallory/app",
    "Merge branches 'main' and '..'",
    "Merge tag 'v1'",
    "Merge commit 'abc'",
    "Merge remote-tracking branch 'upstream/feature'",
    "Merge remote-tracking branch 'mallory/feature'",
    "Merge remote-tracking branch 'origin'",
    "Merge remote-tracking branch 'origin/'",
    "Merge remote-tracking branch 'origin/main'",
    "Merge remote-tracking branch 'origin/feature' into dev",
    "Merge remote-tracking branches 'upstream/a' and 'mallory/b'",
    "Merge remote-tracking branches 'origin/a' and 'origin/b' into dev",
    "Merge remote-tracking branch 'origin/a', branch 'b'",
    "Merge branch 'feature' of ../elsewhere",
    'Reapply "Merge pull request #3 from octo/feature"',
    'Merge branch "feature"',
    'Merge branch feature',
    'A title (#3)',
    'Revert "Merge pull request #3 from octo/feature"',
    'x\nMerge pull request #3 from octo/feature',
    ' Merge pull request #3 from octo/feature',
    '',
    7,
    null,
    ['Merge pull request #3 from octo/feature'],
  ])('%j', (message) => {
    expect(merged(message)).toEqual([])
  })
})

describe('messages that merge several at once, in the order of the message', () => {
  test.each([
    ["Merge branches 'a' and 'b'", ['a', 'b']],
    ["Merge branches 'a' and 'b' into main\n\nBody", ['a', 'b']],
    ["Merge branches 'a', 'b/x' and 'c' into main", ['a', 'b/x', 'c']],
    ["Merge branches 'a', 'b', 'c' and 'd'", ['a', 'b', 'c']],
    ["Merge branches 'a', 'a', 'main' and 'd'", ['a', 'd']],
    ["Merge branches 'a,' and 'and'", ['a,', 'and']],
    ["Merge branches ''a'' and 'b','c'", ["'a'", "b','c"]],
    ["Merge remote-tracking branches 'origin/a' and 'origin/b/c'", ['a', 'b/c']],
    ["Merge remote-tracking branches 'upstream/a', 'origin/b' and 'origin/main'", ['b']],
    ["Merge branch 'a', remote-tracking branch 'origin/b'", ['a', 'b']],
    ["Merge branches 'a' and 'b', remote-tracking branches 'origin/c' and 'x/d' into main", ['a', 'b', 'c']],
  ])('%j', (message, names) => {
    expect(merged(message)).toEqual(names)
  })

  test('three in all, those of the newest commit first', () => {
    expect(merged("Merge branches 'a', 'b' and 'c'", "Merge branches 'd' and 'e'")).toEqual(['d', 'e', 'a'])
  })

  test('whatever the branches are called, what git writes of them is read back', () => {
    const name = fc
      .string({ unit: fc.constantFrom("'", ',', 'a', 'd', 'n', '/', ';', 'é', 'origin/'), minLength: 1 })
      .filter((it) => whyNotABranchName(it) === undefined && it !== 'main')
    const listed = (names: string[]): string => {
      const quoted = names.map((it) => `'${it}'`)
      return quoted.length === 1
        ? `branch ${quoted[0]}`
        : `branches ${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
    }
    const some = fc.uniqueArray(name, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(some, some, fc.constantFrom('', ' into main'), (here, there, into) => {
        const remote = listed(there.map((it) => `origin/${it}`))
        expect(merged(`Merge ${listed(here)}${into}`)).toEqual(here)
        expect(merged(`Merge remote-tracking ${remote}${into}`)).toEqual(there)
        const all = [...new Set([...here, ...there])].slice(0, 3)
        expect(merged(`Merge ${listed(here)}, remote-tracking ${remote}${into}`)).toEqual(all)
      }),
    )
  })
})

test('the newest three, each once, the last commit first', () => {
  const messages = ['a', 'b', 'a', 'c', 'd'].map((name) => `Merge pull request #3 from octo/${name}`)
  expect(merged(...messages)).toEqual(['d', 'c', 'a'])
})

test('what is left out does not count among the three', () => {
  const names = ['octo/a', 'octo/b', 'octo/c', 'mallory/x', 'octo/main', 'octo/..']
  expect(merged(...names.map((name) => `Merge pull request #3 from ${name}`))).toEqual(['c', 'b', 'a'])
})

test('how each was learnt, by the commit where it has an id', () => {
  const commits = [
    { message: "Merge branch 'a'" },
    { id: '0123456789abcdef', message: 'Merge pull request #3 from octo/b' },
    { id: 7, message: "Merge branch 'c'" },
  ]
  expect(mergedByMessages(commits, 'main', 'octo/app')).toEqual([
    { name: 'c', why: 'the message of the merge commit' },
    { name: 'b', why: 'the message of the merge commit 0123456' },
    { name: 'a', why: 'the message of the merge commit' },
  ])
})

describe('a commit tells its merge, also of what is not read', () => {
  test.each([
    ['Merge pull request #3 from octo/feature', true],
    ['Merge pull request #3 from mallory/feature', true],
    ['Merge pull request #3 from octo/main', true],
    ["Merge pull request 'A title' (#5) from feature into main", true],
    ["Merge pull request 'A title' (#5) from mallory/app:feature into main", true],
    ["Merge pull request 'A title' (#5) from feature into dev", false],
    ["Merge branch 'feature'", true],
    ["Merge branch 'main'", true],
    ["Merge remote-tracking branch 'origin/feature'", true],
    ["Merge branches 'a' and 'b'", true],
    ["Merge remote-tracking branches 'origin/a' and 'upstream/b'", true],
    ["Merge remote-tracking branches 'upstream/a' and 'upstream/b'", false],
    ["Merge branches 'a' and 'b' of github.com:octo/app", false],
    ["Merge branch 'feature' into dev", false],
    ["Merge branch 'feature' of github.com:octo/app", false],
    ['A title (#3)', false],
    ['Words', false],
    ['Revert "Merge pull request #3 from octo/feature"', false],
    ['', false],
    [7, false],
  ])('%j: %p', (message, tells) => {
    expect(tellsItsMerge({ message }, 'main', 'octo/app')).toBe(tells)
  })

  test.each([undefined, null, 7, 'x', []])('%j tells nothing', (commit) => {
    expect(tellsItsMerge(commit, 'main', 'octo/app')).toBe(false)
  })
})

describe('the commits of a push', () => {
  const [a, b] = [
    { id: 'a', message: '1' },
    { id: 'b', message: '2' },
  ]
  test.each<[string, unknown, unknown[]]>([
    ['as they are', { commits: [a, b], head_commit: b }, [a, b]],
    ['the head, where they were too many for the event', { commits: [a], head_commit: b }, [a, b]],
    ['the head alone', { head_commit: b }, [b]],
    ['no head', { commits: [a], head_commit: null }, [a]],
    ['a head without an id', { commits: [a], head_commit: { message: '2' } }, [a]],
    ['none', {}, []],
    ['another shape', { commits: { length: 1 }, head_commit: [b] }, []],
    ['no payload', undefined, []],
  ])('%s', (_, payload, commits) => {
    expect(commitsOf(payload)).toEqual(commits)
  })
})

test.each([[], [null], [7], [[]], ['x'], [undefined]])(
  'commits of another shape merge none: %j',
  (...commits) => {
    expect(mergedIn(commits)).toEqual([])
  },
)

test('without a repository nothing is of this repository', () => {
  const messages = ['Merge pull request #3 from octo/a', "Merge branch 'a'"]
  expect(
    mergedIn(
      messages.map((message) => ({ message })),
      '',
    ),
  ).toEqual([])
})

test('the commits are left as they are', () => {
  const commits = [{ message: '1' }, { message: '2' }]
  mergedIn(commits)
  expect(commits).toEqual([{ message: '1' }, { message: '2' }])
})
