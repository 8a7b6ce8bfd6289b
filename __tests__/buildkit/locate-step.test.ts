import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Work } from '../../src/buildkit/dockerfile-words.ts'
import { locator } from '../../src/buildkit/locate-step.ts'
import { parseRecord } from '../../src/buildkit/record.ts'
import { parseStepName, type StepName } from '../../src/buildkit/vertex-names.ts'
import { findSteps } from '../../src/report/steps.ts'
import { dockerfileOf, readRecorded } from '../report/recorded.ts'

const stepOf = (name: string): StepName => {
  const step = parseStepName(name)
  if (!step) throw new Error(name)
  return step
}
const lineOf = (dockerfile: string, name: string, hasContexts = false): number | undefined =>
  locator(dockerfile, hasContexts)(stepOf(name))?.line

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: variables of the Dockerfiles

// Names as BuildKit v0.33.1 and v0.34.2 printed them.
describe('the line of a step, by its number and its text', () => {
  const one = 'FROM a\nRUN make\nRUN make \\\n  test\nCOPY . .\nRUN echo $A ${B:-x}\n'
  const two = 'FROM a AS one\nRUN make\nRUN twice\nRUN twice\nFROM a\nRUN make\n'
  const built = 'FROM a AS base\nWORKDIR /app\nFROM base AS next\nCOPY . .\nRUN make\n'
  test.each<[string, string, string, number | undefined]>([
    ['a stage without a name', one, '[2/5] RUN make', 2],
    ['joined lines', one, '[3/5] RUN make   test', 3],
    ['variables that BuildKit put in, and left', one, '[5/5] RUN echo 1 $C', 6],
    ['another text at its number', one, '[2/5] RUN other', undefined],
    ['its text at another number', one, '[3/5] RUN make', undefined],
    ['a Dockerfile with more steps', one, '[2/3] RUN make', undefined],
    ['a trigger of the base image', one, '[2/6] ONBUILD RUN make', undefined],
    ['after a trigger of the base image', one, '[3/6] RUN make', 2],
    ['a named stage', two, '[one 2/4] RUN make', 2],
    ['a stage with a number', two, '[stage-1 2/2] RUN make', 6],
    ['an unknown stage', two, '[three 2/4] RUN make', undefined],
    ['the first of two that are the same', two, '[one 3/4] RUN twice', 3],
    ['the second of them', two, '[one 4/4] RUN twice', 4],
    ['no stage where there are two', two, '[2/4] RUN make', undefined],
    ['on another stage, which has no number', built, '[next 1/2] COPY . .', 4],
    ['on a platform', built, '[linux/amd64 next 2/2] RUN make', 5],
    ['one stage, which is called so where an image is mounted', 'FROM a\nRUN b', '[stage-0 2/2] RUN b', 2],
    ['from nothing', 'FROM scratch\nCOPY a /\nCOPY b /', '[2/2] COPY b /', 3],
    ['small letters', 'from a\nrun b', '[2/2] RUN b', 2],
    [
      'a WORKDIR to the root has no number',
      'FROM a\nWORKDIR /\nRUN b\nWORKDIR /x/..\nRUN b',
      '[3/5] RUN b',
      5,
    ],
    ['one that may lead there', 'FROM a\nWORKDIR $W\nRUN b\nRUN c', '[2/4] RUN b', 3],
    ['one that may, between two that are the same', 'FROM a\nRUN b\nWORKDIR $W\nRUN b', '[2/4] RUN b', 2],
    ['… of which it can be either', 'FROM a\nWORKDIR $W\nRUN b\nRUN b', '[3/4] RUN b', undefined],
    ['an empty argument', 'FROM a\nARG W\nWORKDIR $W\nRUN b', '[2/3] WORKDIR ', 3],
    ['COPY in quotes', 'FROM a\nCOPY "my-file" /x', '[2/2] COPY my-file /x', 2],
    ['COPY in the form of JSON', 'FROM a\nCOPY ["b", "/y"]', '[2/2] COPY [b, /y]', 2],
    ['ADD in the form of JSON', 'FROM a\nADD ["b c", "/y"]', '[2/2] ADD [b c, /y]', 2],
    ['RUN in the form of JSON keeps its quotes', 'FROM a\nRUN ["b", "c"]', '[2/2] RUN ["b", "c"]', 2],
    ['WORKDIR in quotes', 'FROM a\nWORKDIR "/app"', '[2/2] WORKDIR /app', 2],
    ['a variable in quotes', 'FROM a\nCOPY c "${D}"/', '[2/2] COPY c /usr/local/bundle/', 2],
    ['a variable in single quotes is none', "FROM a\nRUN echo '$A'", "[2/2] RUN echo '$A'", 2],
    ['… and nothing else fits', "FROM a\nRUN echo '$A'", "[2/2] RUN echo 'x'", undefined],
    ['an escaped semicolon', 'FROM a\nRUN find . -exec rm {} \\;', '[2/2] RUN find . -exec rm {} ;', 2],
    ['escaped quotes', 'FROM a\nRUN echo "say \\"hi\\""', '[2/2] RUN echo "say "hi""', 2],
    ['an escape that escapes nothing', 'FROM a\nRUN echo "a\\tb"', '[2/2] RUN echo "a\\tb"', 2],
    ['a variable in a variable', 'FROM a\nCOPY ${A:-${B}} /', '[2/2] COPY main /', 2],
    ['deeper', "FROM a\nCOPY ${A:-x${B:+'}'}${C%.*}} /", '[2/2] COPY main /', 2],
    ['a pattern in a variable', 'FROM a\nRUN echo ${A//x\\/y/z}', '[2/2] RUN echo ${A//x\\/y/z}', 2],
    ['what the lexer refuses', "FROM a\nRUN echo it's \\; ${", "[2/2] RUN echo it's \\; ${", 2],
    ['$( is no variable', 'FROM a\nRUN echo $(date)', '[2/2] RUN echo $(date)', 2],
    ['a heredoc', 'FROM a\nRUN <<EOF\nb\nc\nEOF', '[2/2] RUN <<EOF (b...)', 2],
    ['a heredoc with a quote in its first line', "FROM a\nRUN <<EOF\nit's\nEOF", "[2/2] RUN <<EOF (it's)", 2],
    ['a heredoc that is copied', 'FROM a\nCOPY <<"B" /x\n1\nB', '[2/2] COPY <<B /x', 2],
    ['a tab after the keyword', 'FROM a\nRUN\tcat /etc/passwd > /x', '[2/2] RUN\tCAT /etc/passwd > /x', 2],
    ['another escape', '# escape=`\nFROM a\nRUN b `; \\;', '[2/2] RUN b ; \\;', 3],
  ])('%s', (_, dockerfile, name, line) => {
    expect(lineOf(dockerfile, name)).toBe(line)
  })

  test('a named context that stands for a base image takes no number', () => {
    const dockerfile = 'FROM base\nCOPY --from=other a /\nRUN b\nRUN b'
    expect(lineOf(dockerfile, '[stage-0 1/4] COPY --from=other a /', true)).toBe(2)
    // Whether this one stands for the base is not known, so it can be either.
    expect(lineOf(dockerfile, '[stage-0 3/4] RUN b', true)).toBeUndefined()
  })

  test('without a Dockerfile there is none', () => {
    expect(locator(undefined)(stepOf('[2/2] RUN make'))).toBeUndefined()
  })

  test('every step of the field’s Dockerfile of quotes and escapes', () => {
    const dockerfile = `FROM alpine:3.22
ENV D="/usr/local/bundle"
WORKDIR "/app"
COPY "my-file" /x
COPY ["b", "/y"]
COPY c "\${D}"/
RUN find / -xdev -name "*.o" -exec rm {} \\;
RUN echo "say \\"hi\\""
ARG A
ARG B=main
COPY \${A:-\${B}} /
`
    const names = [
      'WORKDIR /app',
      'COPY my-file /x',
      'COPY [b, /y]',
      'COPY c /usr/local/bundle/',
      'RUN find / -xdev -name "*.o" -exec rm {} ;',
      'RUN echo "say "hi""',
      'COPY main /',
    ]
    expect(names.map((name, i) => lineOf(dockerfile, `[${i + 2}/8] ${name}`))).toEqual([3, 4, 5, 6, 7, 8, 11])
  })

  test.each(['stages-cold', 'heredoc', 'markup', 'cross', 'mounts', 'two-misses', 'platforms', 'cold'])(
    'all steps of a real build: %s',
    (name) => {
      const locate = locator(dockerfileOf(name))
      const lines = dockerfileOf(name).split('\n')
      const steps = findSteps(parseRecord(readRecorded(name).record))
      expect(steps.length).toBeGreaterThan(0)
      for (const step of steps) {
        const line = locate(step)?.line
        expect([step.instruction, lines[(line ?? 0) - 1]?.split(' ')[0]]).toEqual([
          step.instruction,
          step.instruction.split(' ')[0],
        ])
      }
    },
  )
})

describe('the build arguments that can have changed a step', () => {
  test.each<[string, string, string, string[]]>([
    [
      'those of a RUN since the last RUN',
      'FROM a\nARG A\nRUN x\nARG B=1 C="d e=f"\nCOPY a /\nRUN y',
      '[4/4] RUN y',
      ['B', 'C'],
    ],
    ['the same name once', 'FROM a\nARG A=1\nARG A=2\nRUN y', '[2/2] RUN y', ['A']],
    [
      'those of the stage below',
      'FROM a AS b\nARG A\nFROM b AS c\nARG B\nRUN y',
      '[c 1/1] RUN y',
      ['A', 'B'],
    ],
    ['not those of another stage', 'FROM a AS b\nARG A\nFROM a AS c\nRUN y', '[c 2/2] RUN y', []],
    ['not those before the first FROM', 'ARG A\nFROM a\nRUN y', '[2/2] RUN y', []],
    ['not what BuildKit sets itself', 'FROM a\nARG TARGETARCH\nRUN y', '[2/2] RUN y', []],
    ['of a COPY those in its text', 'FROM a\nARG A\nARG B\nCOPY ${A:-${B}} /', '[2/2] COPY x /', ['A', 'B']],
    [
      'of a COPY those that its variables are made of',
      'FROM a\nARG A\nARG B\nARG C=${A}\nENV D=x$C E=1\nCOPY a $D',
      '[2/2] COPY a x1',
      ['A', 'C'],
    ],
    ['none in its text', 'FROM a\nARG A\nCOPY a /', '[2/2] COPY a /', []],
    [
      'of the first step those that name its base image',
      'ARG A\nARG B=$A\nARG C\nFROM --platform=$BUILDPLATFORM x:${B}\nCOPY a /\nRUN y',
      '[2/3] COPY a /',
      ['A', 'B'],
    ],
    ['of a later step not those', 'ARG A\nFROM x:${A}\nCOPY a /\nRUN y', '[3/3] RUN y', []],
    [
      'the first step of a stage below stands on that image too',
      'ARG A\nFROM x:${A} AS b\nENV B=1\nFROM b AS c\nWORKDIR /a',
      '[c 1/1] WORKDIR /a',
      ['A'],
    ],
    [
      'of the first step those that choose its stage',
      'ARG A=a\nFROM x AS sa\nRUN y\nFROM x AS sb\nRUN z\nFROM s${A} AS c\nCOPY a /',
      '[sb 2/2] RUN z',
      ['A'],
    ],
    [
      'not those that choose among others',
      'ARG A=a\nFROM x AS ta\nRUN y\nFROM x AS sb\nRUN z\nFROM t${A} AS c\nCOPY --from=sb a /',
      '[sb 2/2] RUN z',
      [],
    ],
  ])('%s', (_, dockerfile, name, expected) => {
    expect(locator(dockerfile)(stepOf(name))?.buildArgs).toEqual(expected)
  })
})

describe('the work is bounded by the text, whatever is in it', () => {
  const workFor = (dockerfile: string, instruction: string, of = 2): [number | undefined, number] => {
    const work: Work = { spent: 0 }
    const line = locator(dockerfile, false, work)({ stage: '', index: 2, of, instruction })?.line
    return [line, work.spent]
  }
  const holes = (count: number): string => Array.from({ length: count }, (_, i) => `$P${i}`).join(' ')

  test.each<[string, string, string]>([
    [
      'variables, and a text that fits at the last moment not',
      `RUN install ${holes(60)} && clean`,
      `RUN install ${Array.from({ length: 60 }, (_, i) => `package${i}`).join(' ')} && rm -rf /x`,
    ],
    ['a thousand variables', `RUN ${holes(1000)} x`, `RUN ${'a '.repeat(5000)}y`],
    ['one letter again and again', `RUN \${A}${'a'.repeat(20_000)}b$B`, `RUN ${'a'.repeat(60_000)}`],
    ['many short pieces', `RUN ${'$A.aab'.repeat(5000)}`, `RUN ${'aa'.repeat(30_000)}`],
    ['braces that never end', `RUN ${'${a:-'.repeat(10_000)}`, `RUN ${'a'.repeat(60_000)}`],
    ['quotes that never end', `RUN ${'"$a '.repeat(10_001)}`, `RUN ${'"'.repeat(60_000)}`],
  ])('%s', (_, text, instruction) => {
    const [line, spent] = workFor(`FROM a\n${text}\n`, instruction)
    expect(line).toBeUndefined()
    expect(spent).toBeLessThan(10 * (text.length + instruction.length))
  })

  test('a text that is too long has no line', () => {
    const text = `RUN ${'x'.repeat(70_000)}`
    expect(workFor(`FROM a\n${text}\n`, text)).toEqual([undefined, 0])
  })

  test('continued lines of blanks are joined', () => {
    const blanks = `${' '.repeat(60_000)}\\\n`
    const dockerfile = `FROM a\nRUN x ${blanks.repeat(8)} y\nRUN z\n`
    expect(locator(dockerfile)({ stage: '', index: 3, of: 3, instruction: 'RUN z' })?.line).toBe(11)
  })

  test('for all steps together, too', () => {
    const count = 2000
    const text = `RUN ${'x'.repeat(20_000)}`
    const work: Work = { spent: 0 }
    const locate = locator(`FROM a\n${Array(40).fill(text).join('\n')}\n`, false, work)
    for (let i = 0; i < count; i++) {
      locate({ stage: '', index: 2 + (i % 40), of: 41, instruction: text.replace('x', 'y') })
    }
    expect(work.spent).toBeLessThan(21_000_000)
  })

  test('property: what is written without variables, quotes and escapes is found where it stands', () => {
    const word = fc.stringMatching(/^[a-z0-9./=-]{1,12}$/)
    const run = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `RUN ${words.join(' ')}`)
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 12 }), fc.nat(), (runs, n) => {
        const at = n % runs.length
        const dockerfile = `FROM a\n${runs.join('\n')}\n`
        const name = { stage: '', index: at + 2, of: runs.length + 1, instruction: runs[at] ?? '' }
        expect(locator(dockerfile)(name)?.line).toBe(at + 2)
      }),
    )
  })

  test('property: nothing that is put in for a variable hides the line', () => {
    const value = fc.string({ maxLength: 30 })
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(lineOf('FROM a\nRUN x $A y ${B:-c} z', `[2/2] RUN x ${a} y ${b} z`)).toBe(2)
      }),
    )
  })

  test('property: any text for a Dockerfile and a name is answered, with work in proportion', () => {
    const piece = fc.constantFrom(
      '$',
      '{',
      '}',
      '"',
      "'",
      '\\',
      '\n',
      ' ',
      'RUN ',
      'a',
      '<<',
      ':-',
      'FROM b\n',
    )
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, text, (source, name) => {
        const work: Work = { spent: 0 }
        const instruction = `RUN ${name}`
        locator(`FROM a\n${source}`, true, work)({ stage: '', index: 2, of: 2, instruction })
        expect(work.spent).toBeLessThan(20 * (source.length + instruction.length) + 100)
      }),
    )
  })
})
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: variables of the Dockerfiles
