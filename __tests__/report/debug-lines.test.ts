import { expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { defaultBranch } from '../../src/events/default-branch.ts'
import { identify } from '../../src/events/identify.ts'
import { makeEntries } from '../../src/plan/entries.ts'
import { makePlan } from '../../src/plan/plan.ts'
import { decisionLines } from '../../src/report/debug-lines.ts'
import { makeBuildInputs } from '../build-inputs.ts'
import { forkHead, makeEnvironment, pullPayload } from '../environment.ts'
import { plainPlanInputs } from '../plan-inputs.ts'

const key = 'c2VjcmV0'

function linesOf(head?: unknown): string[] {
  const environment = makeEnvironment({
    eventName: 'pull_request',
    ref: 'refs/pull/7/merge',
    payload: pullPayload({ head }),
  })
  const run = identify(environment)
  const base = defaultBranch(environment)
  const plan = makePlan(run, base, plainPlanInputs)
  const azblob = `type=azblob,account_url=https://a.blob.core.windows.net,secret_access_key=${key},name=app`
  const specs = parseSpecs(['type=registry,ref=r.io/app,mode=min', azblob], {})
  const service = { offered: false, canRead: false, canWrite: false, why: 'there is no token' }
  return decisionLines({
    environment,
    run,
    base,
    plan,
    service,
    specs,
    entries: makeEntries(plan, specs, ''),
    inputs: makeBuildInputs(),
    earlier: [],
    now: { places: [], image: '', others: {} },
  })
}

test('the debug log has the facts that the plan was made of, and what came of each', () => {
  expect(linesOf()).toMatchInlineSnapshot(`
[
  "event: pull_request, ref: refs/pull/7/merge",
  "own branch: feature (pull_request.head.ref)",
  "trust: trusted; may write: everywhere (a pull request of this repository writes its head branch)",
  "base branch: main; head: none; merge queue of: main",
  "default branch: main (repository.default_branch)",
  "GitHub's cache service: not offered, read: false, write: false (there is no token)",
  "spec: type=registry,ref=r.io/app,mode=min",
  "spec: type=azblob,account_url=https://a.blob.core.windows.net; name: app",
  "branch to read: feature (own)",
  "branch to read: main (base)",
  "branch to read: the merge queue of main (queue, not by GitHub's cache service)",
  "read: type=registry,ref=r.io/app:feature (own: feature)",
  "read: type=registry,ref=r.io/app:main (base: main)",
  "read: type=registry,ref=r.io/app:queue-main (queue: the merge queue of main)",
  "read: type=azblob,account_url=https://a.blob.core.windows.net,name=app__feature (own: feature)",
  "read: type=azblob,account_url=https://a.blob.core.windows.net,name=app__main (base: main)",
  "read: type=azblob,account_url=https://a.blob.core.windows.net,name=app__queue-main (queue: the merge queue of main)",
  "write by GitHub's cache service: true (a pull request of this repository writes its head branch)",
  "write elsewhere: true (a pull request of this repository writes its head branch)",
  "write: type=registry,ref=r.io/app:feature,mode=min,ignore-error=true (own: feature)",
  "write: type=azblob,account_url=https://a.blob.core.windows.net,mode=max,ignore-error=true,name=app__feature (own: feature)",
]
`)
})

test('it says why nothing is written', () => {
  const lines = linesOf(forkHead('feature')).filter((it) => /^(trust|write)/.test(it))
  expect(lines).toMatchInlineSnapshot(`
[
  "trust: fork; may write: gha-alone (a fork's pull request writes only on gha)",
  "write by GitHub's cache service: true (a fork's pull request writes only on gha)",
  "write elsewhere: false (a fork's pull request writes only on gha)",
]
`)
})

test('no credential of a spec is among them', () => {
  expect(linesOf().join('\n')).not.toContain(key)
})
