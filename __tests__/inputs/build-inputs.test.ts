import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type BuildInputs, readBuildInputs } from '../../src/inputs/build-inputs.ts'
import { InputError } from '../../src/runner/input-error.ts'
import { makeBuildInputs } from '../build-inputs.ts'
import { makeEnvironment } from '../environment.ts'

const build = (inputs: Record<string, string>): BuildInputs => readBuildInputs(makeEnvironment({ inputs }))

/** The inputs by how they are read. */
const commaLists = [
  'add-hosts',
  'allow',
  'no-cache-filters',
  'platforms',
  'secret-envs',
  'ssh',
  'tags',
] as const
const lineLists = [
  'annotations',
  'attests',
  'build-args',
  'build-contexts',
  'cache-from',
  'cache-to',
  'labels',
  'secret-files',
  'ulimit',
] as const
const texts = [
  'builder',
  'call',
  'cgroup-parent',
  'context',
  'file',
  'github-token',
  'network',
  'provenance',
  'sbom',
  'shm-size',
  'target',
] as const
const booleans = ['load', 'no-cache', 'pull', 'push'] as const

test('there are 33, and none has a value where nothing is given', () => {
  const names = [...commaLists, ...lineLists, 'outputs', 'secrets', ...texts, ...booleans]
  expect(names).toHaveLength(33)
  expect(Object.keys(build({})).sort()).toEqual([...names].sort())
  expect(build({})).toEqual(makeBuildInputs({ context: '' }))
})

test('the context is as written: empty for the default', () => {
  expect(build({ context: '{{defaultContext}}:sub' }).context).toBe('{{defaultContext}}:sub')
})

describe.each(commaLists)('%s: lines and commas separate items', (name) => {
  test.each<[string, string[]]>([
    ['a', ['a']],
    ['a,b\nc', ['a', 'b', 'c']],
    ['a, b\r\n  c  \n', ['a', 'b', 'c']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a,b"', ['a', 'b']],
    ['a,,b', ['a', 'b']],
    ['# a\nb', ['# a', 'b']],
    ['a=b', ['a=b']],
  ])('%j', (text, items) => {
    expect(build({ [name]: text })[name]).toEqual(items)
  })
})

describe.each(lineLists)('%s: an item is a whole line', (name) => {
  test.each<[string, string[]]>([
    ['a', ['a']],
    ['a,b\nc', ['a,b', 'c']],
    ['a=1, b=2\r\n  c=3  \n', ['a=1, b=2', 'c=3']],
    ['"a=1\n2"\nb', ['a=1\n2', 'b']],
    ['"a=1,2"', ['a=1,2']],
    ['# a\nb', ['# a', 'b']],
    ['a\n\n\nb', ['a', 'b']],
  ])('%j', (text, items) => {
    expect(build({ [name]: text })[name]).toEqual(items)
  })
})

describe('outputs: a whole line, and quotes are the exporter’s', () => {
  test.each<[string, string[]]>([
    ['type=local,dest=path', ['type=local,dest=path']],
    ['type=image,"name=a,b",push=true', ['type=image,"name=a,b",push=true']],
    ['"type=local","dest=a b"\n./out', ['"type=local","dest=a b"', './out']],
    ['  ./out  \n', ['./out']],
    ['-', ['-']],
  ])('%j', (text, outputs) => {
    expect(build({ outputs: text }).outputs).toEqual(outputs)
  })
})

describe('secrets: a whole line, blanks and all', () => {
  test.each<[string, string[]]>([
    ['A=1', ['A=1']],
    ['A=1,2\nB=3', ['A=1,2', 'B=3']],
    ['A= x \nB=\ty', ['A= x ', 'B=\ty']],
    ['  A=1', ['  A=1']],
    ['A=1\n', ['A=1']],
    ['A=x=y==', ['A=x=y==']],
    ['"A=line 1\nline 2\n\n  line 3 "\nB=2', ['A=line 1\nline 2\n\n  line 3 ', 'B=2']],
    ['"A={""b"":""c,d""}"', ['A={"b":"c,d"}']],
    ['A={"b":"c,d"}', ['A={"b":"c,d"}']],
    ['A=1\r\nB=2', ['A=1', 'B=2']],
    ['A=', ['A=']],
    ['x', ['x']],
    ['# A=1', ['# A=1']],
  ])('%j', (text, secrets) => {
    expect(build({ secrets: text }).secrets).toEqual(secrets)
  })
})

describe.each(texts)('%s: a text', (name) => {
  test.each([
    ['a', 'a'],
    ['  a b\n', 'a b'],
    ['a,b', 'a,b'],
    ['"a"', '"a"'],
    ['#a', '#a'],
  ])('%j', (text, value) => {
    expect(build({ [name]: text })[name]).toBe(value)
  })
})

describe.each(booleans)('%s: a boolean', (name) => {
  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    [' true\n', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    ['', false],
  ])('%j', (text, value) => {
    expect(build({ [name]: text })[name]).toBe(value)
  })

  test.each(['yes', '1', 'on', 'tRUE', 't', 'null'])('%j is none', (text) => {
    expect(() => build({ [name]: text })).toThrow(`${name}: "${text}" is not a boolean; write true or false.`)
  })
})

describe('provenance and sbom are passed on as written', () => {
  test.each(['true', 'FALSE', 'mode=max', 'mode=max,reproducible=true', 'generator=image:1'])(
    '%s',
    (text) => {
      expect(build({ provenance: text, sbom: text })).toMatchObject({ provenance: text, sbom: text })
    },
  )
})

describe('bad input is refused in a sentence that begins with the input’s name', () => {
  test.each<[string, string, string]>([
    ['push', 'yes', '"yes" is not a boolean; write true or false.'],
    ['load', 'on', '"on" is not a boolean; write true or false.'],
    ['target', '-x', '"-x" begins with "-", so docker would read it as an option.'],
    ['target', '--push', '"--push" begins with "-"'],
    ['context', '-', '"-" begins with "-"'],
    ['context', '--help', '"--help" begins with "-"'],
    ['file', '-f', '"-f" begins with "-"'],
    ['builder', '-b', '"-b" begins with "-"'],
    ['context', 'a\ufffd', 'it is not well-formed Unicode.'],
    ['target', 'a\ufffd', 'it is not well-formed Unicode.'],
    ['file', 'a\ufffd', 'it is not well-formed Unicode.'],
    ['tags', 'a\n"b', 'a double quote is not closed.'],
    ['build-args', '"A=1', 'a double quote is not closed.'],
    ['platforms', '"linux', 'a double quote is not closed.'],
    ['cache-from', '"type=gha', 'a double quote is not closed.'],
    ['cache-to', '"type=gha', 'a double quote is not closed.'],
    ...[...commaLists, ...lineLists, 'secrets'].map((name): [string, string, string] => [
      name,
      'a\n"b=c',
      'a double quote is not closed.',
    ]),
    ['outputs', 'type=local,dest="a"', 'a double quote is out of place; quote the whole "name=value".'],
    ['outputs', 'type=image\n"type=local', 'a double quote is out of place'],
    ['attests', 'type=sbom,generator="a"', 'a double quote is out of place'],
    ['provenance', 'mode="max"', 'a double quote is out of place'],
    ['provenance', '"mode=max', 'a double quote is out of place'],
    ['sbom', 'generator="a"', 'a double quote is out of place'],
    ...texts
      .filter((name) => !['provenance', 'sbom'].includes(name))
      .map((name): [string, string, string] => [name, 'a\ud800b', 'it is not well-formed Unicode.']),
  ])('%s: %j', (name, value, words) => {
    const read = () => build({ [name]: value })
    expect(read).toThrow(InputError)
    expect(read).toThrow(words)
    expect(read).toThrow(new RegExp(`^${name}: .*[^.?][.?]$`))
  })

  test('a credential is not repeated', () => {
    expect(() => build({ secrets: 'A=1\n"B=s3cr3t' })).toThrow(/^(?!.*s3cr3t)/s)
    expect(() => build({ 'github-token': 's3cr3t\ufffd' })).toThrow(/^(?!.*s3cr3t)/s)
  })
})

/** How a user writes items so that they are read as they are: quoted as a whole, one a line. */
const quoted = (items: readonly string[]): string =>
  items.map((item) => `"${item.replaceAll('"', '""')}"`).join('\n')

const trimmed = fc
  .string({
    unit: fc.constantFrom('a', 'B', '=', ',', '"', '#', ' ', '\n', 'é', '-', '\\', "'"),
    minLength: 1,
  })
  .filter((text) => text.trim() === text)

test('whatever the items of a list hold, quoted they are read as they are', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lineLists.filter((name) => name !== 'attests')),
      fc.array(trimmed),
      (name, items) => {
        expect(build({ [name]: quoted(items) })[name]).toEqual(items)
      },
    ),
    { numRuns: 500 },
  )
})

test('whatever secrets hold, quoted they are read as they are, blanks and all', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(trimmed, fc.string({ minLength: 1 }))), (pairs) => {
      const secrets = pairs.map(([name, value]) => `${name}=${value}`)
      expect(build({ secrets: quoted(secrets) }).secrets).toEqual(secrets)
    }),
    { numRuns: 500 },
  )
})
