import { describe, expect, test } from '@jest/globals'
import { parseDockerfile } from '../../src/report/dockerfile.ts'
import { locator } from '../../src/report/locate.ts'
import { parseRecord } from '../../src/report/record.ts'
import { findSteps } from '../../src/report/steps.ts'
import { dockerfileOf, readRecorded } from './recorded.ts'

describe('the instructions of a Dockerfile', () => {
  test.each<[string, string, [line: number, text: string][]]>([
    [
      'one a line',
      'FROM a\nRUN b\n',
      [
        [1, 'FROM a'],
        [2, 'RUN b'],
      ],
    ],
    [
      'keywords in small letters',
      'from a\nrun b',
      [
        [1, 'FROM a'],
        [2, 'RUN b'],
      ],
    ],
    [
      'comments and empty lines',
      '# c\n\nFROM a\n  # d\nRUN b # e',
      [
        [3, 'FROM a'],
        [5, 'RUN b # e'],
      ],
    ],
    [
      'joined lines',
      'FROM a\nRUN b \\\n  c \\\n  d\nRUN e',
      [
        [1, 'FROM a'],
        [2, 'RUN b   c   d'],
        [5, 'RUN e'],
      ],
    ],
    [
      'a comment in the midst',
      'FROM a\nRUN b \\\n# c\n\n  d\nRUN e',
      [
        [1, 'FROM a'],
        [2, 'RUN b   d'],
        [6, 'RUN e'],
      ],
    ],
    [
      'another escape',
      '# escape=`\nFROM a\nRUN b `\n c\nRUN d \\\nRUN e',
      [
        [2, 'FROM a'],
        [3, 'RUN b  c'],
        [5, 'RUN d \\'],
        [6, 'RUN e'],
      ],
    ],
    [
      'a heredoc',
      'FROM a\nRUN <<EOF\nRUN no\nEOF\nRUN b',
      [
        [1, 'FROM a'],
        [2, 'RUN <<EOF'],
        [5, 'RUN b'],
      ],
    ],
    [
      'two heredocs',
      'FROM a\nCOPY <<A <<"B" /x\n1\nA\nRUN no\nB\nRUN b',
      [
        [1, 'FROM a'],
        [2, 'COPY <<A <<"B" /x'],
        [7, 'RUN b'],
      ],
    ],
    [
      'a heredoc with tabs',
      'FROM a\nRUN <<-EOF cat\n\tx\n\tEOF\nRUN b',
      [
        [1, 'FROM a'],
        [2, 'RUN <<-EOF cat'],
        [5, 'RUN b'],
      ],
    ],
    [
      'no heredoc: a here-string, a shift',
      'FROM a\nRUN cat <<<x\nENV A=1<<2\nRUN b',
      [
        [1, 'FROM a'],
        [2, 'RUN cat <<<x'],
        [3, 'ENV A=1<<2'],
        [4, 'RUN b'],
      ],
    ],
    [
      'lines that end as on Windows',
      'FROM a\r\nRUN b \\\r\n c\r\n',
      [
        [1, 'FROM a'],
        [2, 'RUN b  c'],
      ],
    ],
    [
      'an end in the midst',
      'FROM a\nRUN b \\',
      [
        [1, 'FROM a'],
        [2, 'RUN b \\'],
      ],
    ],
    [
      'a heredoc that never ends',
      'FROM a\nRUN <<EOF\nx',
      [
        [1, 'FROM a'],
        [2, 'RUN <<EOF'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_, source, expected) => {
    expect(parseDockerfile(source).map(({ line, text }) => [line, text])).toEqual(expected)
  })

  test('stages', () => {
    const source = 'ARG a\nFROM x AS Build\nRUN b\nFROM y\nRUN c'
    expect(parseDockerfile(source).map(({ stage, stageName }) => [stage, stageName])).toEqual([
      [-1, ''],
      [0, 'build'],
      [0, 'build'],
      [1, ''],
      [1, ''],
    ])
  })
})

describe('the line of a step', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the Dockerfile's
  const one = 'FROM a\nRUN make\nRUN  make \\\n  test\nCOPY . .\nRUN echo $A ${B:-x}\n'
  const two = 'FROM a AS one\nRUN make\nRUN twice\nRUN twice\nFROM a\nRUN make\n'
  test.each<[string, string, string, string, number | undefined]>([
    ['a stage without a name', one, '', 'RUN make', 2],
    ['joined lines', one, '', 'RUN make   test', 3],
    ['variables that BuildKit put in', one, '', 'RUN echo 1 $C', 6],
    ['one that is not there', one, '', 'RUN other', undefined],
    ['a trigger of the base image', one, '', 'ONBUILD RUN make', undefined],
    ['a named stage', two, 'one', 'RUN make', 2],
    ['a stage with a number', two, 'stage-1', 'RUN make', 6],
    ['an unknown stage', two, 'three', 'RUN make', undefined],
    ['twice in one stage: it can be either', two, 'one', 'RUN twice', undefined],
    ['no stage where there are two', two, '', 'RUN make', undefined],
  ])('%s', (_, source, stage, instruction, line) => {
    expect(locator(source)({ stage, instruction })).toBe(line)
  })

  test('without a Dockerfile there is none', () => {
    expect(locator(undefined)({ stage: '', instruction: 'RUN make' })).toBeUndefined()
  })

  test.each(['stages-cold', 'heredoc', 'markup', 'cross', 'mounts', 'two-misses', 'platforms', 'cold'])(
    'all steps of a real build: %s',
    (name) => {
      const locate = locator(dockerfileOf(name))
      const lines = dockerfileOf(name).split('\n')
      for (const step of findSteps(parseRecord(readRecorded(name).record))) {
        const line = locate(step)
        expect([step.instruction, lines[(line ?? 0) - 1]?.split(' ')[0]]).toEqual([
          step.instruction,
          step.instruction.split(' ')[0],
        ])
      }
    },
  )
})
