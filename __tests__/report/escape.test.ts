import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readable, render, shape } from '../../bench/prove/rendered.ts'
import proof, { outcomeWith } from '../../bench/prove/shown.ts'
import { cellCode, code, instructionText, sentence } from '../../src/report/escape.ts'
import { outcomeLines } from '../../src/report/outcome-lines.ts'
import { summary } from '../../src/report/summary.ts'
import { safeLine } from '../../src/runner/safe-line.ts'

/** Texts of all that means something to Markdown, HTML, GitHub and the runner. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '|',
          '`',
          '```',
          '\n',
          '\r\n',
          '\n\n',
          '</code>',
          '</details>',
          '<script>',
          '&lt;',
          '&#60;',
          '\\',
          '**',
        ],
        ...[
          '_',
          '~~',
          '[a](b)',
          '![i](u)',
          '@you',
          '#1',
          ':tada:',
          '$x$',
          'https://a.example',
          '::error::x',
          '%0A',
        ],
        ...[
          '##[error]x',
          '<!--',
          '| --- |',
          '# h',
          '- ',
          '\u202E',
          '\u0000',
          '\u2028',
          '🚀',
          '👩‍👩‍👧',
          'é',
          ' ',
          'a',
          '1',
        ],
      ),
    )
    .map((parts) => parts.join('')),
)

test.each([
  ['RUN a', '`RUN a`'],
  ['a|b', '`a|b`'],
  ['a`b', '``a`b``'],
  ['`a``', '``` `a`` ```'],
  [' a ', '`  a  `'],
  ['<b>&lt;', '`<b>&lt;`'],
  ['a\tb  c', '`a\tb  c`'],
  ['日本 🚀 é', '`日本 🚀 é`'],
  ['a\nb', '`…`'],
  ['a\u202eb', '`…`'],
  ['', '`…`'],
  ['x'.repeat(2001), '`…`'],
])('code: %j', (text, written) => {
  expect(code(text)).toBe(written)
})

test('code is read as the text that it is', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: fc.constantFrom('`', ' ', 'a'), minLength: 1 }),
  )
  fc.assert(
    fc.property(text, (it) => {
      fc.pre(code(it) !== '`…`' && it.trim() !== '')
      expect(readable(render(`x ${code(it)} y`))).toBe(`x ${it} y`)
    }),
    { numRuns: 1000 },
  )
})

test('a cell of a table ends at the next "|"', () => {
  expect([cellCode('a|b'), cellCode('a`b')]).toEqual(['`…`', '``a`b``'])
})

test.each([
  ['No cache was there yet.', 'No cache was there yet.'],
  ['nothing: cache-write is never', 'nothing: cache-write is never'],
  ['it is <b>', '`it is <b>`'],
  ['see www.example.com', '`see www.example.com`'],
  ['- a', '`- a`'],
  ['1. a', '`1. a`'],
  ['a_b_', '`a_b_`'],
  ['@you', '`@you`'],
  [':tada:', '`:tada:`'],
])('sentence: %j', (text, written) => {
  expect(sentence(text)).toBe(written)
})

test.each([
  ['RUN make', 'RUN make'],
  ['RUN make everything', 'RUN …'],
  ['ONBUILD RUN make everything', 'ONBUILD RUN …'],
  ['COPY a\nb /', 'COPY …'],
  ['x'.repeat(20), '…'],
])('an instruction stands whole, or its first word alone: %j', (text, written) => {
  expect(instructionText(text, 12)).toBe(written)
})

describe('a summary has the same shape whatever the user writes', () => {
  function shapeOf(text: string): string[] {
    const title = { branch: `b ${text}`, image: `i ${text}`, shard: `s ${text}`, dockerfile: `D ${text}` }
    const outcome = outcomeWith({ step: text, error: text, branch: text })
    return shape(render(summary(outcome, title, [`why ${text}`])))
  }

  test('for people', () => {
    const plain = shapeOf('x')
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shapeOf(`x${text}`)).toEqual(plain)
      }),
      { numRuns: 300 },
    )
  })

  test('for the runner: a line of the log is one line and no command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const outcome = outcomeWith({ step: text, error: text, branch: text })
        const { title, lines } = outcomeLines(outcome, [`why ${text}`], 'Dockerfile')
        for (const it of [title, ...lines].map(safeLine)) {
          expect(it).not.toMatch(/[\r\n]|^\s*::|##\[/)
        }
      }),
      { numRuns: 300 },
    )
  })
})

// docs/threat-model.md, "Secrets in what is shown".
test(proof.rule, async () => {
  await fc.assert(
    fc.asyncProperty(proof.cases, async (it) => {
      await proof.holds(it)
    }),
    { numRuns: 300 },
  )
})
