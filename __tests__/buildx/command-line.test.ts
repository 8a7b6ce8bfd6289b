import { spawnSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatCommand } from '../../src/buildx/command-line.ts'
import { LEAST, withoutCredentials } from '../../src/runner/hide.ts'
import { isVisible, safeLine } from '../../src/runner/safe-line.ts'

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

/** What is not in the command as it is: no quotes hold it whole. */
const isHidden = (word: string): boolean =>
  !isVisible(word) || word.includes('##[') || (word.includes("'") && /["$`\\!]/.test(word))

test('a shell reads the same words back, or a word without its value', () => {
  const word = fc.oneof(printable, nasty, controls, fc.string({ unit: 'binary', maxLength: 6 }))
  const commands = fc
    .sample(fc.array(word, { minLength: 1, maxLength: 6 }), 400)
    // A NUL is in no argument, and a URL may be redacted.
    .filter((list) => list.every((it) => !['\0', '://'].some((sign) => it.includes(sign))))
  expect(commands.length).toBeGreaterThan(100)
  const read = readByShell(
    'sh',
    commands.map((words) => formatCommand(words)),
  )
  const shown = commands.map((words) => words.map((it) => (isHidden(it) ? '***' : it)))
  expect(read.map((words) => words.map((it) => it.replace(/^[\w@%+:,./-]+=\*\*\*$/, '***')))).toEqual(
    shown.map((words) => words.map((it) => it.replace(/^[\w@%+:,./-]+=\*\*\*$/, '***'))),
  )
})

test.each([
  ["it's", `"it's"`],
  ['a "b" $(c)', `'a "b" $(c)'`],
  ['A=it\'s "b"', "'A=***'"],
  ['A=a\nb', "'A=***'"],
  ['n=q##[set-env name=A;]b', "'n=***'"],
  ['a\u202eb', "'***'"],
])('%j stands whole or not at all', (word, shown) => {
  expect(formatCommand([word])).toBe(shown)
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
      ['--build-arg', 'HTTP_PROXY=http://me:pass@proxy:8080', '.'],
      "--build-arg 'HTTP_PROXY=***' .",
    ],
    ['a URL with an unknown query', ['https://h/r?token=K'], "'https://h/r?***'"],
    [
      'a short key of a cache',
      ['--cache-from', 'type=azblob,secret_access_key=K,name=x'],
      "--cache-from 'type=azblob,secret_access_key=***,name=x'",
    ],
    ['two in a word', ['A=http://a:b@c,D=https://e:f@g', '.'], "'A=***' ."],
    ['an @ in a secret behind https://', ['A=https://pa@ss.word/rest', '.'], "'A=***' ."],
    ['a password without a host', ['A=https://u:pass', '--label', 'b=@c', '.'], "'A=***' --label b=@c ."],
    ['a query without a name', ['https://a:b=c?d=e', '.'], "'***' ."],
    [
      'in a cache',
      ['--cache-to', 'type=s3,endpoint_url=https://u:p@h', '.'],
      "--cache-to 'type=s3,endpoint_url=https://***' .",
    ],
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
    ['a port', ['A=http://localhost:5000/x', 'b@c'], 'A=http://localhost:5000/x b@c'],
    [
      'a build context',
      ['a=docker-image://r.io/a:1@sha256:00', '.'],
      'a=docker-image://r.io/a:1@sha256:00 .',
    ],
  ])('and nothing else: %s', (_, words, command) => {
    expect(formatCommand(words)).toBe(command)
  })
})

test('nothing is left of a secret that only the runner knows', () => {
  const piece = fc.constantFrom(
    ...['://', 'https://', '@', '?', '=', ':', '/', '&', '#', ',', '.', '%', "'", '"', '$', ' ', 'ab', 'c7'],
    ...['sha256:', '***', '?k=v', '://***', '@sha256:'],
  )
  const secret = fc
    .array(piece, { minLength: 3, maxLength: 12 })
    .map((pieces) => pieces.join(''))
    .filter((it) => it.trim().length >= LEAST)
  const before = fc.constantFrom('', 'https://', 'https://h/', 'https://u:', 'https://h/?k=', '--x=', ' ')
  const after = fc.constantFrom('', '@h/x', '/x@y', '?a=b', '#c', ' @', '@sha256:00')
  fc.assert(
    fc.property(secret, before, after, (it, front, back) => {
      const shownWith = (secret: string): string =>
        safeLine(
          withoutCredentials(
            formatCommand([`A=${front}${secret}${back}`, 'r.io/a@b', `B=${secret}`, 'n=x@y', '.']),
          ),
        )
      const [left, plain] = [shownWith(it).replaceAll(it, '·'), shownWith('x')]
      for (let at = 0; at + LEAST <= it.length; at++) {
        const part = it.slice(at, at + LEAST)
        // What stands in a secret's place could be a piece of one.
        if (part.includes('***')) continue
        if (![`A=${front}`, `${back} `, plain].some((own) => own.includes(part)))
          expect(left).not.toContain(part)
      }
    }),
    { numRuns: 2_000 },
  )
})

describe('secrets are left out wherever they stand', () => {
  test.each<[string, string[], string[], string]>([
    ['in a value', ['--build-arg', 'A=s3cr3t!'], ['s3cr3t'], "--build-arg 'A=***!'"],
    ['twice in a word', ['s3cr3t,s3cr3t'], ['s3cr3t'], "'***,***'"],
    ['of several lines', ['A=abcdef\nghijkl'], ['abcdef\nghijkl'], "'A=***'"],
    ['that need quotes', ["A=it's me"], ["it's me"], "'A=***'"],
    ['what a pattern would take for something else', ['a.cdef', 'abcdef'], ['a.cdef'], "'***' abcdef"],
    ['one that begins another', ['long-secret'], ['long-s', 'long-secret'], "'***'"],
    ['as CSV quotes it', ['"a=b""cdef"'], ['b"cdef'], '\'"a=***"\''],
    ['nowhere', ['a', 'b'], ['s3cr3t'], 'a b'],
    ['not where it could be any word', ['app:1.0'], ['1'], 'app:1.0'],
  ])('%s', (_, words, secrets, command) => {
    expect(formatCommand(words, secrets)).toBe(command)
  })
})
