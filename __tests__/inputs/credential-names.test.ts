import { expect, test } from '@jest/globals'
import { looksLikeCredential } from '../../src/inputs/credential-names.ts'

test.each([
  'NPM_TOKEN=x',
  'github_token',
  'DB_PASSWORD=1',
  'AWS_SECRET_ACCESS_KEY=k',
  'apikey=1',
  'PRIVATE_KEY=a',
])('%s looks like a credential', (arg) => expect(looksLikeCredential(arg)).toBe(true))

test.each(['VERSION=1', 'NODE_ENV=production', 'TOKEN=', 'KEYBOARD=us', 'URL=https://a?token=b', ''])(
  '%s does not',
  (arg) => expect(looksLikeCredential(arg)).toBe(false),
)
