import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { type Recorder, type Seen, startRecorder } from './parts/recorder.ts'
import { startAll } from './parts/start-all.ts'
import { type Bucket, startVersitygw } from './parts/versitygw.ts'
import { type Project, STEPS, stagedProject } from './project.ts'
import type { Outcome } from './runner.ts'
import { buildOn } from './stage.ts'

// Every attribute has another value than its default, and each is looked for where it must show: in the names of
// the objects, or in what the store was asked.

let machine: Machine
let bucket: Bucket
let project: Project
const recorders: Recorder[] = []

beforeAll(async () => {
  ;[machine, bucket] = await startAll(startBuildkitd(), startVersitygw())
  project = stagedProject()
})

afterAll(async () => {
  for (const part of [machine, ...recorders, bucket]) await part?.stop()
})

beforeEach(() => machine.prune())

/** The first request that the builder made: the action asks as well. */
function ofBuildkit(seen: readonly Seen[]): Seen {
  return seen.find(({ headers }) => 'amz-sdk-request' in headers) as Seen
}

function build(cache: string, env: Record<string, string> = {}): Promise<Outcome> {
  return buildOn(machine, { event: pushTo('main'), workspace: project.folder, inputs: { cache }, env })
}

async function record(answer?: Parameters<typeof startRecorder>[1]): Promise<Recorder> {
  const recorder = await startRecorder(bucket.url, answer)
  recorders.push(recorder)
  return recorder
}

function spec(attributes: Record<string, string>): string {
  const fields = Object.entries(attributes).map(([name, value]) => `${name}=${value}`)
  return ['type=s3', ...fields].join(',')
}

const green = { 'cache-written': 'true' }
const whole = { ...green, 'cache-hit': 'true', 'steps-total': `${STEPS}` }
// Amazon's clients list what they use as letters; E is the standard way to try again.
const STANDARD_RETRIES = / m\/(.,)*E(,|$| )/

// Uploads are held up for a moment, so that those which may run side by side do.
let uploading = 0
let most = 0
const hold = async ({ method, url }: Seen): Promise<undefined> => {
  if (method !== 'PUT' || !url.includes('layers/')) return undefined
  most = Math.max(most, ++uploading)
  await new Promise((done) => setTimeout(done, 60))
  uploading--
  return undefined
}

const attributes = (url: string): Record<string, string> => ({
  region: bucket.region,
  bucket: bucket.bucket,
  name: 'api',
  endpoint_url: url,
  prefix: 'team/app',
  blobs_prefix: 'layers/',
  manifests_prefix: 'scopes',
  use_path_style: 'true',
  upload_parallelism: '2',
  touch_refresh: '1ms',
  access_key_id: bucket.keyId,
  secret_access_key: bucket.key,
  disable_accept_encoding: 'true',
  retry_mode: 'adaptive',
  retry_max_attempts: '5',
  mode: 'min',
  'ignore-error': 'false',
})

test('every attribute shows', async () => {
  const recorder = await record(hold)
  const cache = spec(attributes(recorder.url))
  expect((await build(cache)).outputs).toMatchObject(green)

  // region, bucket, use_path_style, keys: versitygw takes no other; name and prefixes:
  const names = Object.keys(bucket.objects())
  expect(names).toContain('team/app/scopes/api__main')
  expect(
    names.filter((name) => !/^team\/app\/(scopes\/api__main|layers\/sha256:[0-9a-f]{64})$/.test(name)),
  ).toEqual([])
  // mode: the layers of the result, the base's and two more, and none of the other stages
  const layers = names.filter((name) => name.includes('/layers/'))
  expect(layers).toHaveLength(3)
  // upload_parallelism
  expect(most).toBe(2)
  // retry_max_attempts and retry_mode: the client says how it tries again
  const { headers } = ofBuildkit(recorder.seen)
  expect(headers['amz-sdk-request']).toMatch(/max=5$/)
  expect(headers['user-agent']).not.toMatch(STANDARD_RETRIES)
  // disable_accept_encoding: no signature covers it, since a service between may change it
  expect(
    recorder.seen.filter(({ headers }) =>
      /SignedHeaders=[^,]*accept-encoding/.test(headers.authorization ?? ''),
    ),
  ).toEqual([])
  expect(recorder.seen.every(({ headers }) => headers.authorization?.includes(`/${bucket.region}/s3/`))).toBe(
    true,
  )

  // touch_refresh: what is old is copied onto itself
  machine.prune()
  recorder.seen.length = 0
  expect((await build(cache)).outputs).toMatchObject(green)
  const copies = recorder.seen.filter(({ headers }) => headers['x-amz-copy-source'] !== undefined)
  expect(new Set(copies.map(({ url }) => decodeURIComponent(url.split('?')[0] ?? '')))).toEqual(
    new Set(layers.map((name) => `/${bucket.bucket}/${name}`)),
  )
})

test('what the same attributes leave at its default shows too', async () => {
  const recorder = await record()
  const { region, access_key_id, secret_access_key } = attributes('') as Record<string, string>
  const cache = spec({
    region,
    bucket: bucket.bucket,
    endpoint_url: recorder.url,
    use_path_style: 'true',
    access_key_id,
    secret_access_key,
    prefix: 'plain',
  } as Record<string, string>)
  expect((await build(cache)).outputs).toMatchObject(green)
  machine.prune()
  expect((await build(cache)).outputs).toMatchObject(whole)
  expect(Object.keys(bucket.objects('plain/manifests/'))).toEqual(['plain/manifests/main'])
  expect(Object.keys(bucket.objects('plain/blobs/'))).toHaveLength(6)
  const { headers } = ofBuildkit(recorder.seen)
  expect(headers['amz-sdk-request']).toMatch(/max=3$/)
  expect(headers['user-agent']).toMatch(STANDARD_RETRIES)
  expect(
    recorder.seen.some(({ headers }) =>
      /SignedHeaders=[^,]*accept-encoding/.test(headers.authorization ?? ''),
    ),
  ).toBe(true)
  expect(recorder.seen.some(({ headers }) => headers['x-amz-copy-source'] !== undefined)).toBe(false)
})

// How a layer begins says what it is: RFC 8878 and RFC 1952.
const [ZSTD, GZIP] = ['28b52ffd', '1f8b0800']

test.each([
  ['compression=zstd', '', ZSTD],
  ['compression=zstd,compression-level=9', '', ZSTD],
  ['compression=gzip', '', GZIP],
  ['mode=max', '', GZIP],
  // As the image, layers of other stages too; what the spec says comes first.
  ['mode=max', 'zstd', ZSTD],
  ['mode=max', 'gzip', GZIP],
])(
  '%s, image in %j: every layer of the cache, which a new builder reads',
  async (attributes, image, begins) => {
    const { url, region, bucket: name, keyId, key } = bucket
    const prefix = `${attributes}-${image}`.replaceAll(/[=,]/g, '-')
    const place = `type=s3,region=${region},bucket=${name},endpoint_url=${url},use_path_style=true,prefix=${prefix}`
    const outputs = image && `type=oci,dest=${join(machine.work, 'image.tar')},compression=${image}`
    const step = {
      event: pushTo('main'),
      workspace: project.folder,
      inputs: { cache: `${place},${attributes}`, outputs },
      env: { AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: key },
    }
    expect((await buildOn(machine, step)).outputs).toMatchObject(green)
    const layers = Object.keys(bucket.objects(`${prefix}/blobs/`))
    const beginning = (layer: string): string =>
      readFileSync(join(bucket.directory, 'data', name, layer))
        .subarray(0, 4)
        .toString('hex')
    expect(layers.map(beginning)).toEqual(Array(6).fill(begins))
    machine.prune()
    project.write('source', `print ${prefix}\n`)
    // Four steps run again, and the layers below them are unpacked for it.
    const changed = await buildOn(machine, step)
    expect(changed.outputs).toMatchObject({ ...green, 'cache-hit': 'partial', 'steps-cached': '3' })
  },
)

test('a session token is sent with the keys', async () => {
  const recorder = await record()
  await build(spec({ ...attributes(recorder.url), session_token: 'a-session', 'ignore-error': 'true' }))
  expect(recorder.seen.length).toBeGreaterThan(0)
  expect(recorder.seen.every(({ headers }) => headers['x-amz-security-token'] === 'a-session')).toBe(true)
})

test.each([
  ['true', 0],
  ['false', 1],
])('ignore-error=%s', async (ignoreError, exitCode) => {
  const refusing = await record(async ({ method }) => (method === 'PUT' ? 403 : undefined))
  const outcome = await build(spec({ ...attributes(refusing.url), 'ignore-error': ignoreError, prefix: 'x' }))
  expect(outcome.exitCode).toBe(exitCode)
  expect(outcome.outputs['cache-written']).toBe('false')
  expect(outcome.log).toMatch(/^::(warning|error)::.*(was not written|buildx failed)/m)
})

test('region and bucket come from the step’s variables', async () => {
  const { url, region, bucket: name, keyId, key } = bucket
  const env = { AWS_REGION: region, AWS_BUCKET: name, AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: key }
  const outcome = await build(`type=s3,endpoint_url=${url},use_path_style=true,prefix=variables`, env)
  expect(outcome.outputs).toMatchObject(green)
  expect(Object.keys(bucket.objects('variables/manifests/'))).toEqual(['variables/manifests/main'])
})
