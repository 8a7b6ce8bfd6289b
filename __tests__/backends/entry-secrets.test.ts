import { expect, test } from '@jest/globals'
import { secretsInEntries } from '../../src/backends/entry-secrets.ts'

test('secrets in the user’s own entries', () => {
  const entries = [
    'type=s3,access_key_id=AK,region=eu,Secret_Access_Key=SK',
    'type=gha,token=T=,scope=x',
    '"type=azblob","secret_access_key=a""b"',
    'ghcr.io/octo/app',
    'type=s3,secret_access_key="broken',
    'type=gha,token=',
  ]
  expect(secretsInEntries(entries)).toEqual(['AK', 'SK', 'T=', 'a"b', 'a""b', 'broken'])
})
