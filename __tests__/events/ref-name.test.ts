import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { branchOfRef, whyNotABranchName } from '../../src/events/ref-name.ts'

/** What git itself says of each name: true where it takes it for a branch. One shell, a git a name. */
function askGit(names: readonly string[]): boolean[] {
  const script = 'for name; do git check-ref-format --branch "$name" >/dev/null 2>&1; echo $?; done'
  const { stdout } = spawnSync('sh', ['-c', script, 'sh', ...names], {
    // Outside a repository: inside one git expands @{-1}.
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: tmpdir() },
    encoding: 'utf8',
  })
  const answers = stdout.trim().split('\n')
  expect(answers).toHaveLength(names.length)
  return answers.map((answer) => answer === '0')
}

const taken = [
  'main',
  'feature/a',
  'a,b',
  "it's",
  'a"b',
  'a=b',
  'a;b',
  '$(id)',
  '`id`',
  'a#1',
  'a@b',
  '@',
  '@a',
  '@/a',
  '100%',
  'a&b',
  'a|b',
  '<a>',
  'a!',
  'a+b',
  '{a}',
  'a{1,2}',
  ']',
  'pr-7',
  'queue-main',
  'refs/heads/x',
  'heads',
  'a-',
  'a/-b',
  'a.b',
  'a.lockx',
  'head',
  'HEAD/a',
  'a/HEAD',
  'é',
  '日本',
  '🐛',
  '#1',
  'a'.repeat(200),
  'a\u00a0b',
  '\u202e',
]

const refused = [
  '',
  '-a',
  '--help',
  '-',
  'HEAD',
  'a b',
  ' a',
  'a ',
  'a\tb',
  'a\nb',
  'a\u0001b',
  'a\u007fb',
  'a~1',
  'a^',
  'a:b',
  'a?',
  'a*',
  'a[b',
  'a\\b',
  'a..b',
  '..',
  '../a',
  'a@{1}',
  '@{-1}',
  '@{',
  '/a',
  'a/',
  'a//b',
  '/',
  '.a',
  '.',
  'a/.b',
  'a.lock',
  'a.lock/b',
  '.lock',
  'a.',
]

test.each(taken)('%j is a branch name', (name) => {
  expect(whyNotABranchName(name)).toBeUndefined()
})

test.each(refused)('%j is none, and the reason is said in words', (name) => {
  expect(whyNotABranchName(name)).toMatch(/^(it|a part of it|a "\/") /)
})

test('git agrees with both lists', () => {
  const names = [...taken, ...refused]
  const answers = askGit(names)
  expect(names.filter((_, i) => answers[i])).toEqual(taken)
})

test('git agrees on names made at random of what the rules are about', () => {
  const bits = [
    'a',
    'b/',
    '/',
    '.',
    '..',
    '.lock',
    '-',
    '@',
    '{',
    '@{',
    '~',
    ':',
    ' ',
    '\\',
    '[',
    '\t',
    'é',
    '🐛',
  ]
  const names = fc.sample(fc.array(fc.constantFrom(...bits), { maxLength: 4 }), 250).map((it) => it.join(''))
  const answers = askGit(names)
  const differ = names.filter((name, i) => (whyNotABranchName(name) === undefined) !== answers[i])
  expect(differ).toEqual([])
})

describe('what is not well-formed Unicode is refused, since two names would become one', () => {
  test.each(['a\ud800', '\udc00a', 'a\ufffd'])('%j', (name) => {
    expect(whyNotABranchName(name)).toBe('it is not well-formed Unicode')
  })
})

test.each([
  ['refs/heads/main', 'main'],
  ['refs/heads/refs/heads/main', 'refs/heads/main'],
  ['main', 'main'],
  ['heads/main', 'heads/main'],
  ['refs/tags/v1', 'refs/tags/v1'],
  ['a/refs/heads/b', 'a/refs/heads/b'],
  ['', ''],
])('refs/heads/ is taken off %j once', (ref, name) => {
  expect(branchOfRef(ref)).toBe(name)
})
