import { createHash, createHmac } from 'node:crypto'
import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { livingParts, type Rules } from '../src/clean/alive.ts'
import { asker, several } from '../src/clean/ask.ts'
import { azblobFolders, azblobObjects } from '../src/clean/azblob.ts'
import { surveyObjects } from '../src/clean/objects.ts'
import { s3Objects } from '../src/clean/s3.ts'
import { ask as askAzure } from './parts/azure-signature.ts'
import { type Azurite, startAzurite } from './parts/azurite.ts'
import { type GithubRepository, startGithubRepository } from './parts/github-repository.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { startAll } from './parts/start-all.ts'
import { type Bucket, startVersitygw } from './parts/versitygw.ts'
import { tempFolder } from './project.ts'
import { type Outcome, runStep } from './runner.ts'

let github: GithubRepository
let registry: Registry
let bucket: Bucket
let azurite: Azurite

beforeAll(async () => {
  ;[registry, bucket, azurite] = await startAll(startRegistry(), startVersitygw(), startAzurite())
  github = await startGithubRepository({
    branches: ['main', 'topic'],
  })
})

afterAll(async () => {
  for (const part of [github, registry, bucket, azurite]) await part?.stop()
})

const DAY = 86_400_000
const event = { name: 'schedule', payload: {}, env: { GITHUB_REF: 'refs/heads/main' } }
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

async function clean(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<Outcome> {
  const outcome = await runStep({
    action: 'clean',
    workspace: tempFolder('clean'),
    inputs: { keep: '0', ...inputs },
    event: { ...event, env: { ...event.env, GITHUB_API_URL: github.url } },
    env: { PATH: '/usr/bin:/bin', ...env },
  })
  return outcome
}
const scopesIn = ({ outputs }: Outcome): string[] =>
  JSON.parse(outputs.deleted ?? '[]').map(({ scope }: { scope: string }) => scope)

// Caches as they lie in a store, made by hand: 30 branches, half of them dead, of 3 images with 4 shards each.
const branches = Array.from({ length: 30 }, (_, i) => `b${i}`)
const keysOf = (branch: string): string[] =>
  ['api__', 'web__', ''].flatMap((name) =>
    ['', '..a', '..b', '..c'].map((shard) => `${name}${branch}${shard}`),
  )
const isAlive = (branch: string): boolean => Number(branch.slice(1)) % 2 === 0
const dead = branches.filter((it) => !isAlive(it)).flatMap(keysOf)

const recordOf = (branch: string, repository = 'octo/app') => ({ version: 1, repository, branch })
const config = (layers: readonly string[], record?: object, created = Date.now() - 30 * DAY): string =>
  JSON.stringify({
    layers: layers.map((it) => ({
      blob: `sha256:${sha256(it)}`,
      parent: -1,
      annotations: { size: it.length },
    })),
    records: [
      {
        digest: `sha256:${sha256('step')}`,
        layers: [{ layer: 0, createdAt: new Date(created).toISOString() }],
      },
    ],
    ...(record ? { 'branch-cache': record } : {}),
  })

beforeAll(() => {
  for (const name of branches.filter(isAlive)) github.branches.add(name)
})

describe('registry', () => {
  const at = (repository: string, rest: string): string => `http://${registry.host}/v2/${repository}/${rest}`
  const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
  const EMPTY = 'application/vnd.oci.image.config.v1+json'
  async function putBlob(repository: string, text: string): Promise<{ digest: string; size: number }> {
    const digest = `sha256:${sha256(text)}`
    const begun = await fetch(at(repository, 'blobs/uploads/'), { method: 'POST' })
    const place = new URL(begun.headers.get('location') ?? '')
    place.searchParams.set('digest', digest)
    expect((await fetch(place, { method: 'PUT', body: text })).status).toBe(201)
    return { digest, size: Buffer.byteLength(text) }
  }
  async function put(
    repository: string,
    tags: readonly string[],
    text: string,
    mediaType = 'application/vnd.buildkit.cacheconfig.v0',
    annotations?: Record<string, string>,
  ): Promise<void> {
    const [layer, its] = [await putBlob(repository, 'layer'), await putBlob(repository, text)]
    const layers = [{ mediaType: 'application/vnd.oci.image.layer.v1.tar', ...layer }]
    const manifest = {
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: { mediaType, ...its },
      layers,
      ...(annotations ? { annotations } : {}),
    }
    for (const tag of tags) {
      const answer = await fetch(at(repository, `manifests/${tag}`), {
        method: 'PUT',
        headers: { 'content-type': MANIFEST },
        body: JSON.stringify(manifest),
      })
      expect(answer.status).toBe(201)
    }
  }

  test('exactly the tags of dead branches go', async () => {
    const repository = 'made/cache'
    await several(branches, (branch) => put(repository, keysOf(branch), config(['layer'], recordOf(branch))))
    const others: [string[], string, string?][] = [
      [['latest', '1.2.3', 'V1', 'a__b__c'], '{"os":"linux"}', 'application/vnd.oci.image.config.v1+json'],
      [['stable'], config(['layer'], recordOf('gone'))],
      [['theirs'], config(['layer'], recordOf('theirs', 'octo/other'))],
      [['unknown'], config(['layer'])],
      [['named'], config(['layer'], { version: 1, repository: 'octo/app', cacheBranch: 'named' })],
      [['pr-9-c1cec5c4a6eb6fe4'], '{}'],
    ]
    for (const [tags, text, type] of others) await put(repository, tags, text, type)
    // Archives of cache mounts, and an image that is only called like one.
    await put(repository, ['mounts--b0', 'mounts--b1'], '{}', EMPTY, {
      'io.github.buildx-branch-cache.mounts': 'f',
    })
    await put(repository, ['mounts--b3'], '{}', EMPTY)
    // A merge: a dead scope and a living one have the same digest.
    await put(repository, ['same', 'b0..same'], config(['layer'], recordOf('same')))
    const before = await digests(repository)
    const cache = `type=registry,ref=${registry.host}/${repository}`
    const dry = await clean({ cache, 'dry-run': 'true' })
    expect(await digests(repository)).toEqual(before)
    const outcome = await clean({ cache })
    expect(outcome.log.match(/^::(error|warning)::.*/gm)).toBeNull()
    const gone = [...dead, 'same', 'mounts--b1']
    expect(scopesIn(outcome).sort()).toEqual(gone.toSorted())
    expect(scopesIn(dry)).toEqual(scopesIn(outcome))
    const after = Object.entries(before).filter(([tag]) => !gone.includes(tag))
    expect(await digests(repository)).toEqual(Object.fromEntries(after))
    expect(outcome.summary).toContain('| `unknown` | `unknown` |')
    expect(scopesIn(await clean({ cache, adopt: 'true', branches: 'none' })).sort()).toEqual([
      'named',
      'pr-9-c1cec5c4a6eb6fe4',
      'unknown',
    ])
  })

  async function digests(repository: string): Promise<Record<string, string>> {
    const pairs = (await registry.tags(repository)).map(
      async (tag) => [tag, await registry.digest(repository, tag)] as const,
    )
    return Object.fromEntries(await Promise.all(pairs))
  }

  test('keep counts from the newest layer', async () => {
    const repository = 'young/cache'
    await put(repository, ['young'], config(['layer'], recordOf('young'), Date.now() - 2 * DAY))
    await put(repository, ['old'], config(['layer'], recordOf('old'), Date.now() - 9 * DAY))
    const cache = `type=registry,ref=${registry.host}/${repository}`
    expect(scopesIn(await clean({ cache, keep: '7d' }))).toEqual(['old'])
    expect(await registry.tags(repository)).toEqual(['young'])
  })

  test('a repository that is not there is empty', async () => {
    const { outputs, exitCode } = await clean({ cache: `type=registry,ref=${registry.host}/none/cache` })
    expect([exitCode, outputs.deleted]).toEqual([0, '[]'])
  })
})

describe('s3', () => {
  const env = () => ({ AWS_ACCESS_KEY_ID: bucket.keyId, AWS_SECRET_ACCESS_KEY: bucket.key })
  const spec = (prefix: string): string =>
    `type=s3,region=${bucket.region},bucket=${bucket.bucket},prefix=${prefix},endpoint_url=${bucket.url},use_path_style=true`
  async function put(name: string, text: string, days = 30): Promise<void> {
    const answer = await fetch(await presigned('PUT', name), { method: 'PUT', body: text })
    expect(answer.status).toBe(200)
    const time = new Date(Date.now() - days * DAY)
    utimesSync(join(bucket.directory, 'data', bucket.bucket, name), time, time)
  }
  /** A signed URL ("Authenticating Requests: Using Query Parameters", AWS Signature Version 4). */
  async function presigned(method: string, name: string): Promise<string> {
    const { AwsV4Signer } = await import('aws4fetch')
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env()
    const url = `${bucket.url}/${bucket.bucket}/${name.split('/').map(encodeURIComponent).join('/')}`
    const signer = new AwsV4Signer({
      method,
      url,
      accessKeyId,
      secretAccessKey,
      service: 's3',
      region: bucket.region,
      signQuery: true,
    })
    return (await signer.sign()).url.href
  }
  const blob = (text: string): string => `sha256:${sha256(text)}`

  test('exactly the manifests of dead branches go, and the layers that no other names', async () => {
    const prefix = 'made/'
    await several(branches, async (branch) => {
      for (const key of keysOf(branch))
        await put(`${prefix}manifests/${key}`, config(['shared', `of ${branch}`], recordOf(branch)))
    })
    const layers = ['shared', 'idle', 'of theirs', 'of a file', ...branches.map((it) => `of ${it}`)]
    for (const it of layers) await put(`${prefix}blobs/${blob(it)}`, it)
    await put(`${prefix}blobs/${blob('young')}`, 'young', 0)
    await put(`${prefix}blobs/notes & more`, 'x')
    await put(`${prefix}manifests/theirs`, config(['of theirs'], recordOf('theirs', 'octo/other')))
    await put(`${prefix}manifests/README.md`, `no manifest, and yet it names ${blob('of a file')}`)
    await put(`${prefix}manifests/deep/er`, config(['shared']))
    await put('other/blobs/sha256:0', 'x')
    for (const key of ['b0', 'b1', 'nobody']) await put(`${prefix}manifests/mounts--${key}`, `of ${key}`)
    const before = bucket.objects()
    const dry = await clean({ cache: spec(prefix), 'dry-run': 'true' }, env())
    expect(bucket.objects()).toEqual(before)
    const outcome = await clean({ cache: spec(prefix) }, env())
    expect(outcome.log.match(/^::(error|warning)::.*/gm)).toBeNull()
    const gone = [
      ...[...dead, 'mounts--b1'].map((key) => `${prefix}manifests/${key}`),
      ...['idle', ...branches.filter((it) => !isAlive(it)).map((it) => `of ${it}`)].map(
        (it) => `${prefix}blobs/${blob(it)}`,
      ),
    ]
    const rest = Object.entries(before).filter(([name]) => !gone.includes(name))
    expect(bucket.objects()).toEqual(Object.fromEntries(rest))
    expect(scopesIn(outcome)).toEqual([
      ...dead.toSorted().flatMap((key) => (key === 'b1' ? ['mounts--b1', key] : [key])),
      '16 layers that no scope needs',
    ])
    expect(dry.outputs).toEqual(outcome.outputs)
    const bytes = gone.map((name) => (name.includes('/manifests/') ? 0 : name.length))
    expect(Number(outcome.outputs['freed-bytes'])).toBeGreaterThan(bytes.length)
  })

  test('where a manifest cannot be read no layer goes', async () => {
    const prefix = 'damaged/'
    await put(`${prefix}manifests/gone`, config(['idle'], recordOf('gone')))
    await put(`${prefix}manifests/main`, config(['of main'], recordOf('main')).slice(0, -10))
    for (const it of ['idle', 'of main']) await put(`${prefix}blobs/${blob(it)}`, it)
    const outcome = await clean({ cache: spec(prefix) }, env())
    expect(scopesIn(outcome)).toEqual(['gone'])
    expect(Object.keys(bucket.objects(`${prefix}blobs/`))).toHaveLength(2)
    expect(outcome.log).toContain('no layer is deleted: damaged/manifests/main is corrupt')
  })

  test('without keys nothing is asked, and one sentence says so', async () => {
    const { log, exitCode } = await clean({ cache: spec('x/') })
    expect(log.match(/^::(error|warning)::.*/gm)).toEqual([
      expect.stringMatching(
        /^::error::Nothing is deleted in s3 .*: no AWS keys are set in the environment\.$/,
      ),
    ])
    expect(exitCode).toBe(1)
  })

  test('2,300 layers, page by page and in batches', async () => {
    const prefix = 'many/'
    await put(`${prefix}manifests/main`, config(['layer 0'], recordOf('main')))
    const layers = Array.from({ length: 2300 }, (_, i) => `layer ${i}`)
    await several(layers, (it) => put(`${prefix}blobs/${blob(it)}`, it))
    const outcome = await clean({ cache: spec(prefix) }, env())
    expect(scopesIn(outcome)).toEqual(['2299 layers that no scope needs'])
    expect(Object.keys(bucket.objects(`${prefix}blobs/`))).toEqual([`${prefix}blobs/${blob('layer 0')}`])
  })

  // What a build does between any two requests of a clean-up: it finds a layer, renews it where it is older than a
  // day, and names it in a manifest.
  test('an export at any moment of a clean-up leaves no manifest with a missing layer', async () => {
    const prefix = 'moments/'
    const attributes = {
      region: bucket.region,
      bucket: bucket.bucket,
      endpoint_url: bucket.url,
      use_path_style: 'true',
    }
    const folders = { manifests: `${prefix}manifests/`, blobs: `${prefix}blobs/`, mayShare: undefined }
    let lost = 0
    for (let moment = 0; moment < 30; moment++) {
      await put(`${prefix}manifests/gone`, config(['a'], recordOf('gone')))
      await put(`${prefix}manifests/main`, config(['b'], recordOf('main')))
      for (const it of ['a', 'b']) await put(`${prefix}blobs/${blob(it)}`, it)
      const pause = 1 + (moment % 3)
      const steps: (() => Promise<void>)[] = [
        async () => {
          await put(`${prefix}blobs/${blob('a')}`, 'a', 0)
        },
        () => put(`${prefix}manifests/topic`, config(['a'], recordOf('topic')), 0),
      ]
      let count = 0
      const real = asker({}, Date.now() + 60_000)
      const objects = s3Objects(attributes, env(), async (make) => {
        count++
        if (count === moment || (count === moment + pause && steps.length === 1)) await steps.shift()?.()
        return real(make)
      })
      const survey = await surveyObjects(objects, folders, rulesAt(Date.now()), 's3')
      await survey.remove(
        async () => true,
        () => {},
      )
      for (const step of steps) await step()
      const left = bucket.objects(prefix)
      const names = Object.keys(left).filter((name) => name.includes('/manifests/'))
      if (!names.includes(`${prefix}manifests/topic`)) lost++
      for (const name of names) {
        for (const digest of bucket.read(name).match(/sha256:[0-9a-f]{64}(?=","parent)/g) ?? [])
          expect([moment, name, Object.keys(left).includes(`${prefix}blobs/${digest}`)]).toEqual([
            moment,
            name,
            true,
          ])
      }
    }
    expect(lost).toBe(0)
  })
})

const rulesAt = (now: number): Rules => ({
  repository: 'octo/app',
  living: livingParts({ branches: ['main', 'topic'], pulls: [] }),
  names: undefined,
  branches: [],
  takesNamed: false,
  adopts: false,
  keep: 0,
  only: undefined,
  now,
})

describe('azblob', () => {
  async function put(container: string, name: string, text: string): Promise<void> {
    const { account } = azurite
    const date = {
      'x-ms-blob-type': 'BlockBlob',
      'x-ms-date': new Date().toUTCString(),
      'x-ms-version': '2020-12-06',
    }
    const path = `/${container}/${name.split('/').map(encodeURIComponent).join('/')}`
    const url = new URL(account.url + path)
    const fields = Object.entries(date).map(([key, value]) => `${key}:${value}`)
    const signed = [
      'PUT',
      '',
      '',
      text.length || '',
      '',
      'text/plain',
      ...Array(6).fill(''),
      ...fields,
      `/${account.name}${url.pathname}`,
    ]
    const signature = createHmac('sha256', Buffer.from(account.key, 'base64'))
      .update(signed.join('\n'))
      .digest('base64')
    const authorization = `SharedKey ${account.name}:${signature}`
    const headers = { ...date, 'content-type': 'text/plain', authorization }
    expect((await fetch(url, { method: 'PUT', headers, body: text })).status).toBe(201)
  }
  const blob = (text: string): string => `sha256:${sha256(text)}`

  test('manifests of dead branches go, and a day later the layers that no other names', async () => {
    const container = 'made'
    await azurite.createContainer(container)
    for (const branch of branches) {
      for (const key of keysOf(branch).slice(0, 2))
        await put(container, `manifests/${key}`, config(['shared', `of ${branch}`], recordOf(branch)))
      await put(container, `blobs/${blob(`of ${branch}`)}`, branch)
    }
    for (const it of ['shared', 'of theirs', 'idle']) await put(container, `blobs/${blob(it)}`, it)
    await put(container, 'manifests/theirs', config(['of theirs'], recordOf('theirs', 'octo/other')))
    await put(container, 'notes and more', 'x')
    const before = await azurite.blobs(container)
    const { url, name, key } = azurite.account
    const attributes = { account_url: url, account_name: name, container, secret_access_key: key }
    const cache = `type=azblob,${Object.entries(attributes)
      .map((it) => it.join('='))
      .join()}`
    const outcome = await clean({ cache })
    expect(outcome.log.match(/^::(error|warning)::.*/gm)).toBeNull()
    const gone = branches.filter((it) => !isAlive(it)).flatMap((it) => keysOf(it).slice(0, 2))
    expect(scopesIn(outcome)).toEqual(gone.toSorted())
    const left = (names: readonly string[]) =>
      Object.fromEntries(Object.entries(before).filter(([it]) => !names.includes(it)))
    const manifests = gone.map((it) => `manifests/${it}`)
    expect(await azurite.blobs(container)).toEqual(left(manifests))
    expect(outcome.log.replace(/^::add-mask::.*/gm, '')).not.toContain(key)
    // Its blobs are of today: a clean-up of the day after tomorrow.
    const now = Date.now() + 2 * DAY
    const objects = azblobObjects(attributes, asker({}, now))
    const rules = { ...rulesAt(now), living: livingParts({ branches: branches.filter(isAlive), pulls: [] }) }
    const survey = await surveyObjects(objects, azblobFolders(attributes), rules, 'azblob')
    await survey.remove(
      async () => true,
      () => {},
    )
    const layers = ['idle', ...branches.filter((it) => !isAlive(it)).map((it) => `of ${it}`)]
    expect(await azurite.blobs(container)).toEqual(
      left([...manifests, ...layers.map((it) => `blobs/${blob(it)}`)]),
    )
  })

  test('no container, and a key that is not taken', async () => {
    const { url, name } = azurite.account
    const spec = (container: string, key: string): string =>
      `type=azblob,account_url=${url},account_name=${name},container=${container},secret_access_key=${key}`
    expect((await clean({ cache: spec('none', azurite.account.key) })).outputs.deleted).toBe('[]')
    const { log, exitCode } = await clean({ cache: spec('made', Buffer.from('another').toString('base64')) })
    expect(log).toMatch(
      /^::error::Nothing is deleted in azblob .*: listing is not allowed \(403 \w+\); check secret_access_key\.$/m,
    )
    expect(exitCode).toBe(1)
    expect((await askAzure(azurite.account, 'GET', '/', { comp: 'list' })).status).toBe(200)
  })
})
