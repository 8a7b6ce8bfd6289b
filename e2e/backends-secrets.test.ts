import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type CacheService, startCacheService } from './cache-service/server.ts'
import { pushTo } from './events/simple.ts'
import { type Azurite, startAzurite } from './parts/azurite.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { startAll } from './parts/start-all.ts'
import { type Bucket, startVersitygw } from './parts/versitygw.ts'
import { builds, type Process, watchProcesses } from './processes.ts'
import { type Project, stagedProject, tempFolder } from './project.ts'
import type { Outcome } from './runner.ts'
import { buildOn } from './stage.ts'
import { tokenFor } from './stores/gha.ts'

let machine: Machine
let bucket: Bucket
let azurite: Azurite
let service: CacheService
let project: Project

beforeAll(async () => {
  ;[machine, bucket, azurite] = await startAll(startBuildkitd(), startVersitygw(), startAzurite())
  service = await startCacheService(azurite)
  project = stagedProject()
})

afterAll(async () => {
  for (const part of [machine, bucket, service, azurite]) await part?.stop()
})

beforeEach(() => machine.prune())

const event = pushTo('main')

type Given = { cache: string; env?: Record<string, string> }
type Seen = Outcome & { processes: Process[]; envFile: string }

async function build({ cache, env = {} }: Given): Promise<Seen> {
  const envFile = `${tempFolder('env')}/ENV`
  writeFileSync(envFile, '')
  const watch = watchProcesses()
  const outcome = await buildOn(machine, {
    event,
    workspace: project.folder,
    inputs: { cache },
    env: { ...env, GITHUB_ENV: envFile },
  })
  const processes = watch.stop()
  if (outcome.exitCode !== 0) throw new Error(outcome.log)
  // The watch looked at the right moment.
  expect(builds(processes)).not.toEqual([])
  return { ...outcome, processes, envFile: readFileSync(envFile, 'utf8') }
}

/** Where a secret can be read, the command that masks it apart. */
function whereIs(secret: string, { log, outputs, state, summary, envFile, processes }: Seen): string[] {
  const unmasked = log
    .split('\n')
    .filter((line) => line !== `::add-mask::${secret}`)
    .join('\n')
  const places = { log: unmasked, outputs: JSON.stringify(outputs), state: JSON.stringify(state) }
  const processList = processes.map(({ argv }) => argv.join(' ')).join('\n')
  return Object.entries({ ...places, summary, envFile, processList })
    .filter(([, text]) => text.includes(secret))
    .map(([name]) => name)
}

const s3 = (): string =>
  `type=s3,region=${bucket.region},bucket=${bucket.bucket},endpoint_url=${bucket.url},use_path_style=true`

test('keys of s3 open the bucket, and stand nowhere', async () => {
  const keys = `access_key_id=${bucket.keyId},secret_access_key=${bucket.key}`
  const seen = await build({ cache: `${s3()},prefix=keys,${keys}` })
  expect(seen.outputs['cache-written']).toBe('true')
  expect(Object.keys(bucket.objects('keys/manifests/'))).toEqual(['keys/manifests/main'])
  for (const secret of [bucket.keyId, bucket.key]) {
    expect(whereIs(secret, seen)).toEqual([])
    expect(seen.log).toContain(`::add-mask::${secret}\n`)
  }
})

test('a key of the spec’s is not sent with the job’s session token', async () => {
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIAOFTHEJOB',
    AWS_SECRET_ACCESS_KEY: 'the-secret-of-the-job',
    AWS_SESSION_TOKEN: 'the-session-of-the-job',
  }
  const keys = `access_key_id=${bucket.keyId},secret_access_key=${bucket.key}`
  const seen = await build({ cache: `${s3()},prefix=session,${keys}`, env })
  expect(seen.outputs['cache-written']).toBe('true')
  for (const { environ } of builds(seen.processes)) {
    expect(environ).toContain(`AWS_ACCESS_KEY_ID=${bucket.keyId}`)
    expect(environ.filter((it) => it.startsWith('AWS_SESSION_TOKEN='))).toEqual([])
  }
  for (const secret of Object.values(env)) expect(whereIs(secret, seen)).toEqual([])
})

test('a session token of the spec’s goes the same way', async () => {
  const session = 'FwoGZXIvYXdzEXAMPLE/session+token=='
  const keys = `access_key_id=${bucket.keyId},secret_access_key=${bucket.key},session_token=${session}`
  const seen = await build({ cache: `${s3()},prefix=temporary,${keys}` })
  expect(builds(seen.processes)[0]?.environ).toContain(`AWS_SESSION_TOKEN=${session}`)
  expect(whereIs(session, seen)).toEqual([])
})

test('BuildKit takes azblob’s key in the command alone: nothing else shows it', async () => {
  const { url, name, key } = azurite.account
  const cache = `type=azblob,account_url=${url},account_name=${name},container=secrets,secret_access_key=${key}`
  const seen = await build({ cache })
  expect(seen.outputs['cache-written']).toBe('true')
  expect(whereIs(key, seen)).toEqual(['processList'])
  expect(seen.log).toContain(`::add-mask::${key}\n`)
  expect(seen.log).toMatch(/^\S*docker buildx build .*secret_access_key=\*\*\*/m)
  const imports = 'name=main'
  expect(seen.outputs['cache-from']).toContain(imports)
  expect(seen.outputs['cache-from']).not.toContain('secret_access_key')
})

test('gha’s token moves to the environment, ghtoken stays in the command', async () => {
  const secret = tokenFor(event)
  const ghtoken = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'
  const attributes = `token=${secret},url_v2=${service.url},version=2`
  const seen = await build({ cache: `type=gha,scope=tokens,${attributes}` })
  expect(seen.outputs['cache-written']).toBe('true')
  expect(whereIs(secret, seen)).toEqual([])

  // With a repository as well BuildKit would ask GitHub's API for a list.
  const other = await build({ cache: `type=gha,scope=others,${attributes},ghtoken=${ghtoken}` })
  expect(other.outputs['cache-written']).toBe('true')
  expect(whereIs(ghtoken, other)).toEqual(['processList'])
  expect(other.log).toMatch(/^\S*docker buildx build .*ghtoken=\*\*\*/m)
})

test('credentials in the user’s own entries are redacted too', async () => {
  const { url, name, key } = azurite.account
  const cacheFrom = `type=azblob,account_url=${url},account_name=${name},container=secrets,name=main,secret_access_key=${key}`
  const watch = watchProcesses()
  const outcome = await buildOn(machine, {
    event,
    workspace: project.folder,
    inputs: { cache: 'none', 'cache-from': cacheFrom },
  })
  const seen = { ...outcome, processes: watch.stop(), envFile: '' }
  expect(outcome.outputs['steps-cached']).toBe('7')
  expect(whereIs(key, seen)).toEqual(['processList'])
})
