import { expect, test } from '@jest/globals'
import { identify } from '../../src/events/identify.ts'
import { getsNoSecrets } from '../../src/events/no-secrets.ts'
import type { Environment } from '../../src/runner/environment.ts'
import { forkHead, makeEnvironment, pullPayload, repository } from '../environment.ts'

const onPull = (payload: object): Partial<Environment> => ({ eventName: 'pull_request', payload })
const sender = { login: 'dependabot[bot]' }

test.each<[string, Partial<Environment>, boolean]>([
  ['a push', { ref: 'refs/heads/main', payload: { repository, sender: { login: 'ada' } } }, false],
  ['Dependabot’s push', { ref: 'refs/heads/dependabot/x', payload: { repository, sender } }, true],
  ['a pull request', onPull(pullPayload()), false],
  ['Dependabot’s pull request', onPull({ ...pullPayload(), sender }), true],
  ['a fork’s pull request', onPull(pullPayload({ head: forkHead('main') })), true],
  [
    'pull_request_target',
    { eventName: 'pull_request_target', payload: pullPayload({ head: forkHead('a') }) },
    false,
  ],
])('%s', (_, given, expected) => {
  const environment = makeEnvironment(given)
  expect(getsNoSecrets(environment, identify(environment))).toBe(expected)
})
