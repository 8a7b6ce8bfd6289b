import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as zlib from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { pack } from 'tar-stream'
import { archivesOf, newArchive } from '../../src/directory/archive.ts'
import { findTag, readIndex } from '../../src/directory/layout.ts'
import { COMPRESSION } from '../../src/directory/pack.ts'
import { type Restored, restore } from '../../src/directory/restore.ts'
import { type Save, save } from '../../src/directory/save.ts'
import { versionOf } from '../../src/stores/actions-cache.ts'
import { makeEnvironment } from '../environment.ts'
import { entryOf, putCache, putIndex, snapshot } from './fake-build.ts'
import { type FakeService, startFakeService } from './fake-service.ts'

// The archive of the action's own directory, saved and restored by a cache service of version 1, as act has it.

let folder: string
let service: FakeService
let said: string
let write: typeof process.stdout.write
beforeEach(async () => {
  folder = fs.mkdtempSync(join(tmpdir(), 'travel-'))
  service = await startFakeService()
  said = ''
  write = process.stdout.write
  process.stdout.write = ((text: string) => {
    said += text
    return true
  }) as typeof process.stdout.write
})
afterEach(async () => {
  process.stdout.write = write
  await service.stop()
  fs.rmSync(folder, { recursive: true })
})

const environmentOf = (repository: string, variables: Record<string, string> = {}) => ({
  ...makeEnvironment({ repository, serverUrl: 'https://github.com' }),
  forDocker: { ACTIONS_CACHE_URL: service.url, ...variables },
  tempDir: join(folder, 'temp'),
  summaryFile: '',
})
const app = () => environmentOf('octo/app')
/** A busy machine keeps a service waiting too; one that is silent in a test is so for good. */
const PATIENCE = 60_000
const SHORT = 300

/** A directory that a build of `main` has written, with another scope beside it. */
function written(path: string): Omit<Save, 'archive'> {
  const manifest = putCache(path, 'one', 'two')
  putIndex(path, [entryOf(putCache(path, 'other'), 'other'), entryOf(manifest, 'main')])
  return { directory: path, tags: ['main'], digest: manifest.digest, patience: PATIENCE }
}

async function saved(repository = 'octo/app', run = '1-1', patience = PATIENCE): Promise<void> {
  const given = { ...written(join(folder, `${repository}/${run}/cache`)), patience }
  await save(
    { ...given, archive: newArchive(repository, 'main', run, given.digest) },
    environmentOf(repository),
  )
}

const target = (): string => join(folder, 'elsewhere/cache')
const restored = (keys = ['main'], environment = app(), patience = PATIENCE): Promise<Restored> =>
  restore(target(), keys, environment, patience)

test('what was saved is restored elsewhere, without a token, with its own scope alone', async () => {
  await saved()
  expect(said).toMatch(/^Saved [\d.]+ k?B as buildx-branch-cache\/octo\/app\/main#1-1-[0-9a-f]{12} in /m)
  const { said: sentence, isTrouble } = await restored(['feature', 'main'])
  expect(sentence).toMatch(/^Restored [\d.]+ k?B of main in /)
  expect(isTrouble).toBe(false)
  const index = readIndex(target())
  expect(index?.entries).toHaveLength(1)
  expect(findTag(index, 'main')).toBeDefined()
  expect(fs.readdirSync(join(target(), 'blobs/sha256'))).toHaveLength(4)
  expect(fs.readdirSync(join(folder, 'temp'))).toEqual([])
  expect(fs.readdirSync(join(folder, 'elsewhere'))).toEqual(['cache'])
})

test('no repository restores another’s, and the log says that the service does not see to it', async () => {
  await saved('octo/other')
  expect((await restored()).said).toMatch(/^Nothing restored: no archive of main was found/)
  expect(said).toContain('It is unknown whether this cache service isolates repositories')
})

test('a service whose token names a ref keeps them apart', async () => {
  const ac = JSON.stringify([{ Scope: 'refs/heads/main', Permission: 3 }])
  const token = `e30.${Buffer.from(JSON.stringify({ ac })).toString('base64url')}.x`
  await restored(['main'], environmentOf('octo/app', { ACTIONS_RUNTIME_TOKEN: token }))
  expect(said).not.toContain('isolates repositories')
})

test('a large archive goes in several requests', async () => {
  const path = join(folder, 'large/cache')
  const manifest = putCache(
    path,
    randomBytes(10_000_000).toString('hex'),
    randomBytes(10_000_000).toString('hex'),
  )
  putIndex(path, [entryOf(manifest, 'main')])
  const given = { directory: path, tags: ['main'], digest: manifest.digest, patience: 10_000 }
  await save({ ...given, archive: newArchive('octo/app', 'main', '1-1', manifest.digest) }, app())
  expect(service.asked.filter((it) => it.startsWith('PATCH')).length).toBeGreaterThan(1)
  expect((await restored(['main'], app(), 10_000)).said).toMatch(/^Restored 40 MB of main/)
}, 60_000)

test('the newest archive of the first scope that has one', async () => {
  await saved('octo/app', '1-1')
  await saved('octo/app', '2-1')
  await restored()
  expect(service.asked.filter((it) => it.includes('artifacts'))).toEqual(['GET /artifacts/1'])
})

test('an archive that is there is not saved again', async () => {
  await saved()
  await saved()
  expect(said).toMatch(/^Nothing saved: .* already exists\.$/m)
})

describe('trouble is distinguished from absence', () => {
  type Row = [string, string, FakeService['instead']]
  const isArchive = (url = ''): boolean => url.startsWith('/artifacts')
  const isLookup = (url = ''): boolean => url.includes('keys=')
  const rows: Row[] = [
    [
      'the lookup is refused',
      'the cache service answered 403',
      ({ url }, to) => isLookup(url) && !!to.writeHead(403).end(),
    ],
    [
      'the lookup is never answered',
      'the cache service did not respond within 0.3 s',
      ({ url }) => isLookup(url),
    ],
    [
      'the lookup is something else',
      'the response is not from the cache service',
      ({ url }, to) => isLookup(url) && !!to.end('<html>'),
    ],
    [
      'the answer is another archive',
      'the cache service returned an archive with another name',
      ({ url, headers }, to) =>
        isLookup(url) &&
        !!to.end(JSON.stringify({ cacheKey: 'x', archiveLocation: `http://${headers.host}/artifacts/0` })),
    ],
    [
      'the archive no longer exists',
      'the archive no longer exists',
      ({ url }, to) => isArchive(url) && !!to.writeHead(404).end(),
    ],
    [
      'the archive is refused',
      'the archive was refused (403)',
      ({ url }, to) => isArchive(url) && !!to.writeHead(403).end(),
    ],
    [
      'the archive never comes',
      'the cache service did not respond within 0.3 s',
      ({ url }) => isArchive(url),
    ],
    [
      'the archive stops coming',
      'the cache service did not respond within 0.3 s',
      ({ url }, to) =>
        isArchive(url) &&
        to.writeHead(200, { 'content-length': 9999 }).write(service.entries[0]?.bytes.subarray(0, 20)),
    ],
    [
      'the archive is something else',
      'the archive is corrupt',
      ({ url }, to) => isArchive(url) && !!to.end('x'.repeat(9999)),
    ],
  ]
  test.each(rows)('%s', async (_, why, instead) => {
    await saved()
    service.instead = instead
    const patience = why.includes('within') ? SHORT : PATIENCE
    const seen = await restored(['main'], app(), patience)
    expect(seen).toEqual({ said: `Nothing restored: ${why}.`, isTrouble: true })
    const left = fs.existsSync(join(folder, 'elsewhere')) ? fs.readdirSync(join(folder, 'elsewhere')) : []
    expect(left).toEqual([])
  })

  test('a service that is not there', async () => {
    const environment = environmentOf('octo/app', { ACTIONS_CACHE_URL: 'http://127.0.0.1:9/' })
    expect(await restored(['main'], environment)).toMatchObject({ isTrouble: true })
  })
})

test('a service that answers GET and never POST keeps post waiting for no longer than cache-timeout', async () => {
  service.instead = ({ method }) => method === 'POST'
  await expect(saved('octo/app', '1-1', SHORT)).rejects.toThrow(
    'the cache service did not respond within 0.3 s',
  )
  expect(fs.readdirSync(join(folder, 'temp'))).toEqual([])
})

describe('whatever an archive holds, nothing leaves the folder', () => {
  type Header = Parameters<ReturnType<typeof pack>['entry']>[0]
  const index = { name: 'index.json' }
  const rows: [string, Header[]][] = [
    ['an absolute name', [{ name: '/tmp/buildx-branch-cache-victim' }]],
    ['a name that leads out', [{ name: '../victim' }]],
    ['a name that leads out, later', [{ name: 'blobs/../../victim' }]],
    ['another file', [{ name: 'victim' }]],
    ['a lock', [{ name: '.branch-cache/lock' }]],
    ['a link', [{ name: 'index.json', type: 'symlink', linkname: '/etc/passwd' }]],
    ['a folder that is a link', [{ name: 'blobs', type: 'symlink', linkname: '/tmp' }]],
    ['a second name of a file', [{ name: 'oci-layout', type: 'link', linkname: '/etc/passwd' }]],
    ['a device', [{ name: 'oci-layout', type: 'character-device', devmajor: 1, devminor: 3 }]],
    ['a named pipe', [{ name: 'oci-layout', type: 'fifo' }]],
    ['another folder', [{ name: 'victim/', type: 'directory' }]],
    ['a file twice', [index, index]],
  ]
  test.each(rows)('%s', async (_, headers) => {
    const archive = pack()
    archive.entry({ ...index }, '{"manifests":[]}')
    for (const it of headers) archive.entry({ ...it }, it.type === undefined ? 'victim' : undefined)
    archive.finalize()
    const chunks: Buffer[] = []
    for await (const chunk of archive) chunks.push(chunk as Buffer)
    const plain = Buffer.concat(chunks)
    const bytes = COMPRESSION === 'zstd' ? zlib.zstdCompressSync(plain) : zlib.gzipSync(plain)
    const key = `${archivesOf('octo/app', 'main')}9-1-x`
    service.entries.push({ key, version: versionOf(`cache|${COMPRESSION}`), bytes, isWhole: true })
    const before = snapshot(folder)
    expect(await restored()).toEqual({
      said: 'Nothing restored: the archive was rejected: it contains files that do not belong to a cache.',
      isTrouble: true,
    })
    expect(Object.keys(snapshot(folder)).filter((it) => it !== '/elsewhere/')).toEqual(Object.keys(before))
    expect(fs.existsSync('/tmp/buildx-branch-cache-victim')).toBe(false)
  })
})
