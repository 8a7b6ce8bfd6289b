import { describe, expect, test } from '@jest/globals'
import { parseDockerfile } from '../../src/buildkit/dockerfile.ts'

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
        [2, 'RUN b'],
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
    [
      'an escape that is escaped joins nothing',
      'FROM a\nRUN b \\\\\nRUN c',
      [
        [1, 'FROM a'],
        [2, 'RUN b \\\\'],
        [3, 'RUN c'],
      ],
    ],
    [
      'a heredoc whose name stands apart, one that is quoted in the middle, one that is none',
      'FROM a\nRUN cat << EOF\nRUN no\nEOF\nRUN <<E"O"F\nRUN no\nEOF\nRUN ["a<<b"]\nRUN c',
      [
        [1, 'FROM a'],
        [2, 'RUN cat << EOF'],
        [5, 'RUN <<E"O"F'],
        [8, 'RUN ["a<<b"]'],
        [9, 'RUN c'],
      ],
    ],
    [
      'a sign of a heredoc in quotes',
      'FROM a\nRUN echo "<<EOF"\nRUN b',
      [
        [1, 'FROM a'],
        [2, 'RUN echo "<<EOF"'],
        [3, 'RUN b'],
      ],
    ],
    [
      'an escape alone on its line, and a keyword that is joined to what follows',
      'FROM a\n\\\nRUN b\nRUN\\\n c',
      [
        [1, 'FROM a'],
        [2, 'RUN b'],
        [4, 'RUN c'],
      ],
    ],
    ['nothing', '', []],
    ['more than anyone writes', `FROM a\n${'#'.repeat(1_000_000)}`, []],
  ])('%s', (_, source, expected) => {
    expect(parseDockerfile(source).instructions.map(({ line, text }) => [line, text])).toEqual(expected)
  })

  test('stages', () => {
    const source = 'ARG a\nFROM x AS Build\nRUN b\nFROM y\nRUN c'
    expect(parseDockerfile(source).instructions.map(({ stage, stageName }) => [stage, stageName])).toEqual([
      [-1, ''],
      [0, 'build'],
      [0, 'build'],
      [1, ''],
      [1, ''],
    ])
  })
})
