import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodeFields, encodeFields } from '../../src/lib/csv.ts'

describe('a field is written bare, or quoted as a whole', () => {
  test.each<[string[], string]>([
    [['type=local', 'dest=/a'], 'type=local,dest=/a'],
    [['type=local', 'dest=/a,b'], 'type=local,"dest=/a,b"'],
    [['dest=/a "b"'], '"dest=/a ""b"""'],
    [['dest=/a b'], 'dest=/a b'],
    [['dest=/a '], '"dest=/a "'],
    [[' dest=/a'], '" dest=/a"'],
    [['dest=a\nb'], '"dest=a\nb"'],
    [['dest=a\rb'], '"dest=a\rb"'],
    [['a=b=c'], 'a=b=c'],
    [["dest='a'"], "dest='a'"],
    [['', ''], ','],
  ])('%j', (fields, line) => {
    expect(encodeFields(fields)).toBe(line)
  })
})

describe('a line is read', () => {
  test.each<[string, string[]]>([
    ['type=local,dest=/a', ['type=local', 'dest=/a']],
    [' type=local , dest=/a ', ['type=local', 'dest=/a']],
    ['type=local,"dest=/a,b"', ['type=local', 'dest=/a,b']],
    ['type=local, "dest=/a,b" ', ['type=local', 'dest=/a,b']],
    ['"a ""b"""', ['a "b"']],
    ['" a "', [' a ']],
    ['""', ['']],
    ['', ['']],
    ['a,', ['a', '']],
    [',a', ['', 'a']],
    [',,', ['', '', '']],
    ['"a",', ['a', '']],
    ['a=b=c', ['a=b=c']],
  ])('%j', (line, fields) => {
    expect(decodeFields(line)).toEqual(fields)
  })
})

describe('a quote out of place is refused, as BuildKit does', () => {
  test.each(['dest="/a"', 'a"', 'a,b"c"', '"a', '"a"b', '"a" b,c', '"a""', 'a,"', '"""'])('%j', (line) => {
    expect(() => decodeFields(line)).toThrow(
      /^a double quote is out of place after character \d+; quote the whole/,
    )
  })
})

const field = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[ ",\t\r\na=]{0,6}$/),
  fc.constantFrom('\u00a0', '\ufeffa', 'a\u2028', '"', '""', ',', ' '),
)

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 5 }), (fields) => {
      expect(decodeFields(encodeFields(fields))).toEqual(fields)
    }),
    { numRuns: 2000 },
  )
})

/** The parser of buildx: no trimming; a field is quoted if its first character is a quote. */
function readLikeBuildx(line: string): string[] {
  const fields: string[] = []
  let rest = line
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(,|$)/.exec(rest)
    const bare = /^[^",\r\n]*(?=,|$)/.exec(rest)
    const match = quoted ?? bare
    if (!match) throw new Error(`buildx refuses ${JSON.stringify(line)}`)
    fields.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : match[0])
    const end = quoted ? quoted[0].length - (quoted[2] ?? '').length : match[0].length
    if (end >= rest.length) return fields
    rest = rest.slice(end + 1)
  }
}

test('what is written means the same to buildx', () => {
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 5 }), (fields) => {
      expect(readLikeBuildx(encodeFields(fields))).toEqual(fields)
    }),
    { numRuns: 2000 },
  )
})
