import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import { type Azurite, startAzurite } from './parts/azurite.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { type Recorder, startRecorder } from './parts/recorder.ts'
import { startAll } from './parts/start-all.ts'
import { type Project, STEPS, stagedProject } from './project.ts'
import type { Outcome } from './runner.ts'
import { buildOn } from './stage.ts'

// Every attribute has another value than its default, and each is looked for where it must show: in the names of
// the objects, or in what the store was asked.

let machine: Machine
let azurite: Azurite
let project: Project
const recorders: Recorder[] = []

beforeAll(async () => {
  ;[machine, azurite] = await startAll(startBuildkitd(), startAzurite())
  project = stagedProject()
})

afterAll(async () => {
  for (const part of [machine, ...recorders, azurite]) await part?.stop()
})

beforeEach(() => machine.prune())

function build(cache: string, env: Record<string, string> = {}): Promise<Outcome> {
  return buildOn(machine, { event: pushTo('main'), workspace: project.folder, inputs: { cache }, env })
}

async function record(answer?: Parameters<typeof startRecorder>[1]): Promise<Recorder> {
  const recorder = await startRecorder(new URL(azurite.account.url).origin, answer)
  recorders.push(recorder)
  return recorder
}

function spec(attributes: Record<string, string>): string {
  const fields = Object.entries(attributes).map(([name, value]) => `${name}=${value}`)
  return ['type=azblob', ...fields].join(',')
}

const green = { 'cache-written': 'true' }

test('every attribute shows', async () => {
  const { account } = azurite
  const recorder = await record()
  const cache = spec({
    account_url: `${recorder.url}/${account.name}`,
    account_name: account.name,
    container: 'team-cache',
    name: 'api',
    prefix: 'team/app/',
    blobs_prefix: 'layers',
    manifests_prefix: 'scopes',
    secret_access_key: account.key,
    mode: 'min',
    'ignore-error': 'false',
  })
  expect((await build(cache)).outputs).toMatchObject(green)

  expect(await azurite.containers()).toEqual(['team-cache'])
  const names = Object.keys(await azurite.blobs('team-cache'))
  expect(names).toContain('team/app/scopes/api__main')
  expect(
    names.filter((name) => !/^team\/app\/(scopes\/api__main|layers\/sha256:[0-9a-f]{64})$/.test(name)),
  ).toEqual([])
  expect(names).toHaveLength(1 + 3)
  // account_name: the first label of the host would be 127; secret_access_key: Azurite checks the signature
  const accounts = recorder.seen.map(
    ({ headers }) => /^SharedKey ([^:]+):/.exec(headers.authorization ?? '')?.[1],
  )
  expect(new Set(accounts)).toEqual(new Set([account.name]))

  machine.prune()
  const again = await build(cache)
  expect(again.outputs).toMatchObject({ ...green, 'steps-cached': `${STEPS}` })
})

test.each([
  ['true', 0],
  ['false', 1],
])('ignore-error=%s', async (ignoreError, exitCode) => {
  const { account } = azurite
  const refusing = await record(async ({ method, url }) =>
    method === 'PUT' && !url.includes('restype=container') ? 403 : undefined,
  )
  const outcome = await build(
    spec({
      account_url: `${refusing.url}/${account.name}`,
      account_name: account.name,
      container: 'refusing',
      secret_access_key: account.key,
      'ignore-error': ignoreError,
    }),
  )
  expect(outcome.exitCode).toBe(exitCode)
  expect(outcome.outputs['cache-written']).toBe('false')
  expect(outcome.log).not.toContain(`=${account.key}`)
})

test('what BuildKit’s server reads from its environment comes from the step’s', async () => {
  const { account } = azurite
  const env = {
    BUILDKIT_AZURE_STORAGE_ACCOUNT_URL: account.url,
    BUILDKIT_AZURE_STORAGE_ACCOUNT_NAME: account.name,
    BUILDKIT_AZURE_STORAGE_CONTAINER: 'variables',
    BUILDKIT_AZURE_STORAGE_PREFIX: 'team',
  }
  const outcome = await build(`type=azblob,secret_access_key=${account.key}`, env)
  expect(outcome.outputs).toMatchObject(green)
  const names = Object.keys(await azurite.blobs('variables'))
  expect(names).toContain('team/manifests/main')
})
