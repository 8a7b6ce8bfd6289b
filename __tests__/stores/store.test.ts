import { expect, test } from '@jest/globals'
import { entriesAt, storeOf } from '../../src/stores/store.ts'
import { entries, entry } from '../retry/entries.ts'

test.each([
  ['type=registry,ref=ghcr.io/o/r/cache:main', 'the registry cache at ghcr.io', 'https://ghcr.io/v2/'],
  ['type=registry,ref=owner/app:main', 'the registry cache at docker.io', 'https://registry-1.docker.io/v2/'],
  [
    'type=registry,ref=localhost:5000/app:main',
    'the registry cache at localhost:5000',
    'http://localhost:5000/v2/',
  ],
  [
    'type=registry,ref=127.0.0.1:5000/app:main',
    'the registry cache at 127.0.0.1:5000',
    'http://127.0.0.1:5000/v2/',
  ],
  ['type=registry,ref=127.1.2.3/app:main', 'the registry cache at 127.1.2.3', 'http://127.1.2.3/v2/'],
  ['type=registry,ref=r.io:5000/app:main', 'the registry cache at r.io:5000', 'https://r.io:5000/v2/'],
  ['type=registry,ref=r.io/app:main,registry.insecure=true', 'the registry cache at r.io', 'http://r.io/v2/'],
  ['type=s3,region=eu-west-1,bucket=b,name=main', 'the s3 cache at b', 'https://s3.eu-west-1.amazonaws.com/'],
  ['type=s3,region=EU?,bucket=b,name=main', 'the s3 cache at b', ''],
  [
    'type=s3,region=r,bucket=b,endpoint_url=http://s3.io:9000',
    'the s3 cache at http://s3.io:9000 b',
    'http://s3.io:9000',
  ],
  [
    'type=azblob,account_url=https://a.blob.io,name=x',
    'the azblob cache at https://a.blob.io',
    'https://a.blob.io',
  ],
  ['type=gha,scope=main-', 'the gha cache', 'https://results.io/'],
  ['type=gha,url_v2=https://own.io/,scope=main-', 'the gha cache', 'https://own.io/'],
  ['type=local,dest=/c,tag=main', 'the local cache at /c', ''],
  ['type=local,src=/c,tag=main', 'the local cache at /c', ''],
  ['type=inline', 'the inline cache', ''],
])('%s', (csv, name, url) => {
  expect(storeOf(entry(csv), { ACTIONS_RESULTS_URL: 'https://results.io/' })).toEqual({ name, url })
})

test('what shares a store', () => {
  const { from } = entries(
    ['type=registry,ref=a.io/x:1', 'type=registry,ref=b.io/x:1', 'type=registry,ref=a.io/y:2'],
    [],
  )
  expect(entriesAt(new Set(['the registry cache at a.io']), from, {})).toEqual([from[0], from[2]])
})
