import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cutCredentials, hider, LEAST, withoutCredentials } from '../../src/runner/hide.ts'

describe('a secret is hidden in each spelling', () => {
  const secret = 'ab"c&d e/f'
  test.each([
    ['as it is', 'x ab"c&d e/f y'],
    ['in CSV', '"key=ab""c&d e/f"'],
    ['in JSON', JSON.stringify(`x${secret}`)],
    ['in JSON as Go writes it', '"ab\\"c\\u0026d e/f"'],
    ['in a URL', encodeURIComponent(secret)],
    ['in a form', 'ab%22c%26d+e%2Ff'],
    ['in a path', 'ab%22c&d%20e%2Ff'],
    ['in HTML', 'ab&quot;c&amp;d e/f'],
  ])('%s', (_, text) => {
    expect(hider([secret])(text)).not.toMatch(/c.*d/)
    expect(hider([secret])(text)).toContain('***')
  })

  test('line by line, where it has several', () => {
    const hide = hider(['-----BEGIN\nMIIEabc\n}\n-----END'])
    expect(hide('a MIIEabc b\n}\n-----BEGIN')).toBe('a *** b\n}\n***')
  })

  test('whole, where two overlap', () => {
    expect(hider(['xyzabcdef', 'abcdefghijkl'])('1xyzabcdefghijkl2')).toBe('1***2')
    expect(hider(['aaaaaa'])('aaaaaaaaaaab')).toBe('***b')
  })

  test('a short one is left alone', () => {
    expect(hider(['1', 'x'.repeat(LEAST - 1), '     '])('app:1.0 xxxxx')).toBe('app:1.0 xxxxx')
  })

  test('nothing of it is left', () => {
    const text = fc.string({ maxLength: 20 })
    fc.assert(
      fc.property(fc.string({ minLength: LEAST }), text, text, (it, before, after) => {
        fc.pre(it.trim().length >= LEAST)
        expect(hider([it])(before + it + after).includes(it)).toBe(false)
      }),
    )
  })
})

describe('what a URL holds of credentials', () => {
  test.each([
    ['https://me:pass@github.com/o/r.git', 'https://***@github.com/o/r.git'],
    ['https://ghp_abc@github.com/o/r.git#main', 'https://***@github.com/o/r.git#main'],
    ['https://x:a/b@cdef@h.example/x', 'https://***@h.example/x'],
    ['https://x:a?b#c@h.example/x', 'https://***@h.example/x'],
    ['https://x:a@b cd@h.example/x y', 'https://***@h.example/x y'],
    ['https://x:12/cd@h.example/x', 'https://***@h.example/x'],
    ['http://ci:S3cr#tPass@proxy:3128', 'http://***@proxy:3128'],
    ['https://h.example/Dockerfile?token=K', 'https://h.example/Dockerfile?***'],
    ['GET https://h.example/b?sig=K%3D&se=1 failed', 'GET https://h.example/b?*** failed'],
    ['GET https://h.example/b?K y', 'GET https://***'],
    ['A=http://a:b@c,D=https://e:f@g', 'A=http://***@g'],
    ['one https://a:b@h/\ntwo a@b', 'one https://***@h/\ntwo a@b'],
  ])('%s', (text, shown) => {
    expect(withoutCredentials(text)).toBe(shown)
    expect(withoutCredentials(shown)).toBe(shown)
  })

  test.each([
    'https://github.com/@scope/x',
    'https://github.com/o/r.git?ref=main&subdir=docker#x',
    'https://github.com/o/r.git#refs/heads/a?b:dir',
    'docker-image://alpine:3.20@sha256:00',
    'git@github.com:o/r.git',
    'r.io/a@sha256:00 from https://h.example:5000/v2/',
    'Get "https://h.example/v2/": dial tcp: lookup h.example',
  ])('and nothing else: %s', (text) => {
    expect(withoutCredentials(text)).toBe(text)
    expect(cutCredentials(text)).toBe(text)
  })

  test('where a secret may follow, nothing does', () => {
    expect(cutCredentials('RUN curl https://x:a@b/c@defghi')).toBe('RUN curl https://***')
  })
})

test('a line may hold any number of URLs: the time grows with its length alone', () => {
  const line = 'a://b '.repeat(400_000)
  expect(cutCredentials(line)).toBe(line)
  expect(cutCredentials(`${line}a://user:word@host`)).toBe(`${line}a://***`)
})
