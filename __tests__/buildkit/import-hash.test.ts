import { expect, test } from '@jest/globals'
import { importKey } from '../../src/buildkit/import-hash.ts'

// Names that BuildKit v0.33.1 gave to these imports; e2e/import-names.test.ts asks it anew.

test.each<[string, string, Record<string, string>]>([
  ['r.io/app/cache:main', 'registry', { ref: 'r.io/app/cache:main' }],
  [
    's3:11288736602873798646',
    's3',
    {
      access_key_id: 'a',
      bucket: 'b',
      endpoint_url: 'http://127.0.0.1:9',
      name: 'n',
      region: 'r',
      secret_access_key: 's',
    },
  ],
  [
    'azblob:10730385302747970355',
    'azblob',
    { account_name: 'x', account_url: 'http://127.0.0.1:9/x', name: 'n', secret_access_key: 'cw==' },
  ],
])('%s', (key, type, attributes) => {
  expect(importKey({ type, attributes })).toBe(key)
})

test('the order of the attributes does not count, their values do', () => {
  const [a, b] = [
    { src: '/a', tag: 'b' },
    { tag: 'b', src: '/a' },
  ]
  expect(importKey({ type: 'local', attributes: a })).toBe(importKey({ type: 'local', attributes: b }))
  expect(importKey({ type: 'local', attributes: a })).not.toBe(
    importKey({ type: 'local', attributes: { ...a, tag: 'c' } }),
  )
  expect(importKey({ type: 's3', attributes: a })).not.toBe(importKey({ type: 'gha', attributes: a }))
})
