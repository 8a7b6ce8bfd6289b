import { describe, expect, test } from '@jest/globals'
import { checkoutHint, hasNoPlugin, whatChecksFound, whyFailed } from '../../src/buildx/failure.ts'

test.each([
  [
    'the last ERROR',
    '#5 ERROR: process "false"\n------\nERROR: failed to build: exit code: 1\n\nView build details: x\n',
    'buildx failed with: ERROR: failed to build: exit code: 1',
  ],
  ['the last of several', 'ERROR: one\nERROR: two\n', 'buildx failed with: ERROR: two'],
  ['Windows line ends', 'ERROR: one\r\n', 'buildx failed with: ERROR: one'],
  ['the last line where there is no ERROR', 'something\nis wrong\n\n', 'buildx failed with: is wrong'],
  ['nothing printed', '', 'buildx failed with: exit code 3'],
  ['blank lines', '\n  \n', 'buildx failed with: exit code 3'],
  [
    'a step that prints an error is not the reason',
    'ERROR: of the build\nsaid ERROR: of a step',
    'buildx failed with: ERROR: of the build',
  ],
  [
    'no plugin (new docker)',
    'docker: unknown command: docker buildx\n\nRun docker --help',
    'docker has no buildx plugin: add docker/setup-buildx-action before this step',
  ],
  [
    'no plugin (old docker)',
    "docker: 'buildx' is not a docker command.\nSee 'docker --help'",
    'docker has no buildx plugin: add docker/setup-buildx-action before this step',
  ],
])('%s', (_, tail, sentence) => {
  expect(whyFailed(tail, 3, '')).toBe(sentence)
})

const output = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `1.${i} line ${i + 1} of the step`)

/** The end of a build whose step failed, as buildx prints it. */
const failed = (lines: readonly string[], after: readonly string[] = []): string =>
  [
    '#7 [2/3] RUN make',
    ...lines.map((line) => `#7 ${line}`),
    '#7 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 2',
    '------',
    ' > [2/3] RUN make:',
    ...lines,
    '------',
    ...after,
    'Dockerfile:2',
    '--------------------',
    '   1 |     FROM alpine',
    '   2 | >>> RUN make',
    '--------------------',
    'ERROR: failed to build: failed to solve: process "/bin/sh -c make" did not complete: exit code: 2',
    '',
  ].join('\n')

describe('the failing step and its last lines', () => {
  const reason =
    'buildx failed with: ERROR: failed to build: failed to solve: process "/bin/sh -c make" did not complete: exit code: 2'

  test('are part of the message', () => {
    expect(whyFailed(failed(output(2)), 1, '').split('\n')).toEqual([
      reason,
      '> [2/3] RUN make:',
      ...output(2),
    ])
  })

  test('the last ten of many', () => {
    expect(whyFailed(failed(output(40)), 1, '').split('\n')).toEqual([
      reason,
      '> [2/3] RUN make:',
      ...output(40).slice(-10),
    ])
  })

  test('a step that printed nothing', () => {
    expect(whyFailed(failed([]), 1, '').split('\n')).toEqual([reason, '> [2/3] RUN make:'])
  })

  test('a step that prints dashes and errors of its own', () => {
    const lines = ['-----', 'ERROR: of the step', ' > not a step']
    expect(whyFailed(failed(lines), 1, '').split('\n')).toEqual([reason, '> [2/3] RUN make:', ...lines])
  })

  test('an output that begins with the step', () => {
    expect(whyFailed(' > [2/3] RUN make:\n1.0 no\n------\nERROR: x', 1, '').split('\n')).toEqual([
      'buildx failed with: ERROR: x',
      '> [2/3] RUN make:',
      '1.0 no',
    ])
  })

  test('the last of several steps, as the error is', () => {
    const blocks = ['a', 'b'].flatMap((name) => [
      '------',
      ` > [${name} 2/2] RUN x:`,
      `1.0 ${name}`,
      '------',
    ])
    expect(whyFailed([...blocks, 'ERROR: b'].join('\n'), 1, '').split('\n')).toEqual([
      'buildx failed with: ERROR: b',
      '> [b 2/2] RUN x:',
      '1.0 b',
    ])
  })

  test('a step of one of several platforms', () => {
    const tail = failed(['no']).replace(
      ' > [2/3] RUN make:',
      ' > [linux/arm64 build 2/3] RUN make && make install:',
    )
    expect(whyFailed(tail, 1, '').split('\n')[1]).toBe('> [linux/arm64 build 2/3] RUN make && make install:')
  })

  test('Windows line ends', () => {
    expect(whyFailed(failed(output(1)).replaceAll('\n', '\r\n'), 1, '').split('\n')).toEqual([
      reason,
      '> [2/3] RUN make:',
      ...output(1),
    ])
  })

  test('warnings between the step and the error are not the step’s', () => {
    const after = ['', ' 1 warning found (use docker --debug to expand):', ' - FromAsCasing: x (line 1)']
    expect(whyFailed(failed(output(1), after), 1, '').split('\n')).toHaveLength(3)
  })

  test('an end that was cut off within the step', () => {
    expect(whyFailed('------\n > [2/3] RUN make:\n1.0 one\n1.1 two', 137, '').split('\n')).toEqual([
      'buildx failed with: 1.1 two',
      '> [2/3] RUN make:',
      '1.0 one',
      '1.1 two',
    ])
  })
})

describe('what is too long is left out as a whole', () => {
  const script = 'echo a-secret; '.repeat(1_000)

  test('the script of the failing step, and a line that it prints', () => {
    const tail = failed(['1.0 one', `1.1 ${script}`]).replaceAll('make', script)
    expect(whyFailed(tail, 1, '').split('\n')).toEqual([
      'buildx failed with: ERROR: failed to build: failed to solve: process "…" did not complete: exit code: 2',
      ...['> [2/3] RUN …:', '1.0 one', '…'],
    ])
  })

  test.each([`ERROR: ${script}`, script])('an error of another kind', (tail) => {
    expect(whyFailed(tail, 3, '')).toBe('buildx failed with: exit code 3')
  })
})

describe('a failed check', () => {
  test('says what it found', () => {
    expect(whyFailed('ERROR: lint violations found', 1, 'Check complete, 2 warnings have been found!')).toBe(
      'Check complete, 2 warnings have been found!',
    )
  })

  test('unless there was no plugin to check with', () => {
    expect(whyFailed('docker: unknown command: docker buildx', 1, 'Usage: docker')).toMatch(
      /no buildx plugin/,
    )
  })
})

test.each<[string, boolean]>([
  ["docker: unknown command: docker buildx\n\nRun 'docker --help' for more information", true],
  ["docker: 'buildx' is not a docker command.\nSee 'docker --help'", true],
  [
    "unknown flag: --iidfile\n\nUsage:  docker [OPTIONS] COMMAND\n\nRun 'docker --help' for more information",
    true,
  ],
  ['github.com/docker/buildx v0.38.2', false],
  ['permission denied', false],
])('%j: docker has no buildx plugin: %j', (output, is) => {
  expect(hasNoPlugin(output)).toBe(is)
})

test.each([
  ['Check complete, 1 warning has been found!\n\nWARNING: x\n', 'Check complete, 1 warning has been found!'],
  ['\nWARNING: JSONArgsRecommended - https://docs\n', 'WARNING: JSONArgsRecommended - https://docs'],
  ['{\n  "warnings": []\n}\n', 'the build checks found problems: their JSON is in the log'],
  ['', ''],
])('what failed checks found: %j', (stdout, words) => {
  expect(whatChecksFound(stdout)).toBe(words)
})

test.each([
  [
    'ERROR: failed to build: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory',
    true,
  ],
  ['ERROR: failed to build: unable to prepare context: path "./app" not found', true],
  ['ERROR: failed to build: invalid tag "A:B": invalid reference format', false],
  ['ERROR: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2', false],
])('where the workspace is empty, a missing file has the hint: %s', (error, isMissing) => {
  const hint = '\nThe workspace is empty: add actions/checkout before this step.'
  expect(checkoutHint(`buildx failed with: ${error}`, true)).toBe(isMissing ? hint : '')
  expect(checkoutHint(`buildx failed with: ${error}`, false)).toBe('')
})
