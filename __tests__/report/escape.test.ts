import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { oneLine } from '../../src/github/actions.ts'
import { code, escapeText } from '../../src/report/escape.ts'
import { judge } from '../../src/report/outcome.ts'
import { outcomeLines } from '../../src/report/outcome-lines.ts'
import { summary } from '../../src/report/summary.ts'
import { branch } from '../../src/scope/branch.ts'
import { line, ran } from './rawjson.ts'

const decode = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))

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
  ['RUN a', 'RUN a'],
  ['a|b', 'a&#124;b'],
  ['<b>', '&#60;b&#62;'],
  ['&lt;', '&#38;lt&#59;'],
  ['a\nb\t c', 'a b c'],
  ['日本 🚀 é', '日本 🚀 é'],
  ['a\u202Eb', 'ab'],
  ['\ud800', '\ufffd'],
])('%j', (text, escaped) => {
  expect(decode(escapeText(text))).toBe(decode(escaped))
  if (escaped !== '\ufffd') expect(escapeText(text)).toBe(escaped)
})

test('a long text is cut between its characters', () => {
  expect(escapeText('🚀'.repeat(9), 4)).toBe('🚀🚀🚀&#8230;')
})

test('nothing but letters, digits, blanks, emoji and references comes out', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const escaped = escapeText(text, 10_000).replace(/&#\d+;/g, '')
      expect(escaped).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]|[!-/:-@[-`{-~]/u)
    }),
    { numRuns: 2000 },
  )
})

test('what is shown is the text, its blanks and controls made one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const same = (it: string): string => it.replace(/[\s\p{Cc}]+/gu, ' ').trim()
      expect(decode(escapeText(text, 10_000))).toBe(same(text))
    }),
  )
})

describe('a summary has the same shape whatever the user writes', () => {
  const entry = (key: string, name: string) => ({
    ...{ backend: 'registry', keys: [key], places: [], branch: branch(name), role: 'own' },
    ...{ csv: `type=registry,ref=r.io/a:${key}`, shown: '' },
  })

  function reportWith(text: string) {
    const entries = { from: [entry('k', text)], to: [entry('k', text)], ownKey: 'k' }
    const failed = { started: 0, completed: 1, error: `x ${text}` }
    const lines = [
      ...ran('[base 1/2] WORKDIR /'),
      line('[base 1/2] WORKDIR /', { started: 0, completed: 1, cached: true }),
      ...ran(`[base 2/2] RUN ${text}`, 0, 1),
      line('importing cache manifest from r.io/a:k', failed),
      line('exporting cache to registry', failed),
    ]
    const about = {
      ...{ entries, specs: [], warnings: [], lost: [], unkept: [], failed: false, builderWasEmpty: false },
      ...{ withoutCache: false, dockerfile: undefined, secrets: [] },
    }
    return judge({ records: [lines.join('\n')], imports: undefined }, about)
  }

  function shapeOf(text: string): string {
    const title = { branch: `b ${text}`, image: `i ${text}`, shard: `s ${text}`, dockerfile: `D ${text}` }
    return (
      summary(reportWith(text), title, [`why ${text}`])
        // All that the user wrote is letters, digits, blanks, emoji and references by now.
        .replace(/<code>[^<>|`]*<\/code>/g, 'C')
        .split('\n')
        .map((it) => it.replace(/&#\d+;/g, '').replace(/[^|<>*#`_[\]()!\\-]/gu, ''))
        .join('\n')
    )
  }

  test('for people', () => {
    const plain = shapeOf('x')
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shapeOf(`x${text}`)).toBe(plain)
      }),
      { numRuns: 500 },
    )
  })

  test('for the runner: a line of the log is one line and no command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { title, lines } = outcomeLines(reportWith(text), [`why ${text}`], 'Dockerfile')
        for (const it of [title, ...lines].map(oneLine)) {
          expect(it).not.toMatch(/[\r\n]|^\s*::|##\[/)
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('code is code', () => {
  expect(code('a`b')).toBe('<code>a&#96;b</code>')
})
