import { spawnSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatCommand } from '../../src/buildx/command-line.ts'

/** The words that a shell reads in each command: one shell for all. */
function readByShell(shell: string, commands: readonly string[]): string[][] {
  const show = 'show() { printf "%s\\0" "$@"; printf "\\001\\0"; }'
  const script = [show, ...commands.map((command) => `show ${command}`)].join('\n')
  const { stdout, stderr } = spawnSync(shell, ['-s'], { input: script, encoding: 'utf8' })
  expect(stderr).toBe('')
  const lists = stdout.split('\u0001\0').slice(0, -1)
  return lists.map((list) => list.split('\0').slice(0, -1))
}

const printable = fc.stringMatching(/^[\x20-\x7eé🐛]{0,12}$/u).filter((word) => !word.includes('://'))
const nasty = fc.constantFrom(
  '',
  "'",
  "''",
  '"',
  '\\',
  '$(id)',
  '`id`',
  '$HOME',
  '*',
  '~',
  '!!',
  '#x',
  ';',
  '&',
  '|',
  '-x',
  'a b',
  ' ',
  '{a,b}',
  '日本',
  "\\'",
)
const controls = fc.constantFrom('a\nb', '\n', "a'\n\\n", '\t', 'a\r\n::error::x', '\u001b[31m', "\u007f'1")

describe('the words that a shell reads back', () => {
  test('by any shell, where all characters can be printed', () => {
    const commands = fc.sample(fc.array(fc.oneof(printable, nasty), { minLength: 1, maxLength: 6 }), 400)
    expect(
      readByShell(
        'sh',
        commands.map((words) => formatCommand(words)),
      ),
    ).toEqual(commands)
  })

  test('by bash, whatever they hold', () => {
    const words = fc.oneof(printable, nasty, controls, fc.string({ unit: 'binary', maxLength: 6 }))
    const commands = fc
      .sample(fc.array(words, { minLength: 1, maxLength: 6 }), 400)
      // A NUL is in no argument, U+0001 ends a command here, and a URL may be redacted.
      .filter((list) => list.every((word) => !['\0', '\u0001', '://'].some((it) => word.includes(it))))
    expect(commands.length).toBeGreaterThan(100)
    expect(
      readByShell(
        'bash',
        commands.map((words) => formatCommand(words)),
      ),
    ).toEqual(commands)
  })
})

test('the command is one line: nothing in it begins a command of the runner’s', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(controls, nasty, printable)), (words) => {
      expect(formatCommand(words)).not.toMatch(/[\r\n]/)
    }),
  )
})

test('what needs no quotes has none', () => {
  expect(
    formatCommand(['docker', 'buildx', 'build', '--cache-to', 'type=registry,ref=r.io/a:main', 'a b', '.']),
  ).toBe("docker buildx build --cache-to type=registry,ref=r.io/a:main 'a b' .")
})

describe('credentials are left out', () => {
  test.each<[string, string[], string]>([
    ['a token', ['--build-arg', 'NPM_TOKEN=abc'], "--build-arg 'NPM_TOKEN=***'"],
    ['in lower case', ['--build-arg', 'npm_token=abc'], "--build-arg 'npm_token=***'"],
    ['a secret', ['--build-arg', 'CLIENT_SECRET_1=abc=def'], "--build-arg 'CLIENT_SECRET_1=***'"],
    ['a password', ['--build-arg', 'DB_PASSWORD=abc'], "--build-arg 'DB_PASSWORD=***'"],
    ['a passwd', ['--build-arg', 'PASSWD=abc'], "--build-arg 'PASSWD=***'"],
    ['a key of an API', ['--build-arg', 'APIKEY=abc'], "--build-arg 'APIKEY=***'"],
    ['a private key', ['--build-arg', 'PRIVATE_KEY=-----BEGIN\nabc'], "--build-arg 'PRIVATE_KEY=***'"],
    ['a user and password', ['https://me:pass@github.com/o/r.git'], "'https://***@github.com/o/r.git'"],
    ['a token as the user', ['https://ghp_abc@github.com/o/r.git#x'], "'https://***@github.com/o/r.git#x'"],
    [
      'in a build argument',
      ['--build-arg', 'HTTP_PROXY=http://me:pass@proxy:8080'],
      "--build-arg 'HTTP_PROXY=http://***@proxy:8080'",
    ],
    ['two in a word', ['A=http://a:b@c,D=https://e:f@g'], "'A=http://***@c,D=https://***@g'"],
  ])('%s', (_, words, command) => {
    expect(formatCommand(words)).toBe(command)
  })

  test.each<[string, string[], string]>([
    ['another argument', ['--build-arg', 'VERSION=1'], '--build-arg VERSION=1'],
    ['a name alone, whose value docker takes', ['--build-arg', 'NPM_TOKEN'], '--build-arg NPM_TOKEN'],
    ['an empty value', ['--build-arg', 'NPM_TOKEN='], '--build-arg NPM_TOKEN='],
    ['a value that speaks of a token', ['--build-arg', 'A=TOKEN=x'], '--build-arg A=TOKEN=x'],
    ['a tag', ['--tag', 'TOKEN=x'], '--tag TOKEN=x'],
    ['an image by digest', ['r.io/a@sha256:00'], 'r.io/a@sha256:00'],
    ['a URL without a user', ['https://github.com/o/r.git'], 'https://github.com/o/r.git'],
    ['an @ in a path', ['https://github.com/@scope/x'], 'https://github.com/@scope/x'],
  ])('and nothing else: %s', (_, words, command) => {
    expect(formatCommand(words)).toBe(command)
  })
})

describe('secrets are left out wherever they stand', () => {
  test.each<[string, string[], string[], string]>([
    ['in a value', ['--build-arg', 'A=s3cr3t!'], ['s3cr3t'], "--build-arg 'A=***!'"],
    ['twice in a word', ['s3cr3t,s3cr3t'], ['s3cr3t'], "'***,***'"],
    ['of several lines', ['A=a\nb'], ['a\nb'], "'A=***'"],
    ['that need quotes', ["A=it's"], ["it's"], "'A=***'"],
    ['what a pattern would take for something else', ['a.c', 'abc'], ['a.c'], "'***' abc"],
    ['one that begins another', ['long-secret'], ['long', 'long-secret'], "'***'"],
    ['nowhere', ['a', 'b'], ['s3cr3t'], 'a b'],
  ])('%s', (_, words, secrets, command) => {
    expect(formatCommand(words, secrets)).toBe(command)
  })

  test('also where one is part of another', () => {
    const word = fc.string({ unit: fc.constantFrom('x', 'y', '\n', "'", '$'), minLength: 2 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.array(word), (secrets, others) => {
        const words = [...others, ...secrets, ...secrets.map((it) => `A=${it}`)]
        const given = [...secrets]
        const command = formatCommand(words, given)
        expect(command.endsWith(secrets.map(() => "'A=***'").join(' '))).toBe(true)
        expect(given).toEqual(secrets)
      }),
    )
  })
})
