import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import type { Entry } from '../../src/cache/entries.ts'
import { type Asked, nothingAsked } from '../../src/github/api.ts'
import { branch } from '../../src/scope/branch.ts'
import { findShards } from '../../src/stores/shards.ts'

const asker = { buildx: { program: '/nowhere/docker', prefix: [] }, builder: '', env: {} }
const stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A shard and the common scope beside it. */
function pair(csv: string): Entry[] {
  const shard: Entry = {
    ...{ backend: '', keys: [csv], places: [csv], branch: branch('main'), role: 'own', csv, shown: csv },
  }
  return [shard, { ...shard, places: ['common'], shardPlace: csv }]
}

function localCache(tag: string): string {
  const src = mkdtempSync(join(tmpdir(), 'shards-'))
  stops.push(() => rmSync(src, { recursive: true }))
  const blob = { digest: `sha256:${'0'.repeat(64)}`, size: 1 }
  const manifests = [{ ...blob, annotations: { 'org.opencontainers.image.ref.name': tag } }]
  writeFileSync(join(src, 'index.json'), JSON.stringify({ manifests }))
  return src
}

const answered: Asked = { answers: [{ body: 1 }], notes: [] }

test('those that the API names are asked for too, each once', async () => {
  const src = localCache('a')
  const [a, b] = [`type=local,src=${src},tag=a`, `type=local,src=${src},tag=b`]
  const asked: Asked[] = []
  const readsOf = (it: Asked): Entry[] => {
    asked.push(it)
    return it === nothingAsked ? pair(a) : [...pair(a), ...pair(b)]
  }
  const found = findShards(readsOf, Promise.resolve(answered), asker)
  expect([...(await found())]).toEqual([
    [a, true],
    [b, false],
  ])
  expect(asked).toEqual([nothingAsked, answered])
})

test('without a common scope beside them nothing is asked', async () => {
  const [shard] = pair('type=local,src=/c,tag=a')
  const found = findShards(() => [shard as Entry], Promise.resolve(nothingAsked), asker)
  expect([...(await found())]).toEqual([])
})

test.each<[string, string]>([
  ['no docker', 'type=registry,ref=r.io/app:a'],
  ['no keys', 'type=s3,region=r,bucket=b,name=a'],
  ['no account key', 'type=azblob,account_url=http://127.0.0.1:9/x,name=a'],
  ['nobody listens', 'type=azblob,account_url=http://127.0.0.1:9/x,name=a,secret_access_key=a2V5'],
  ['no token', 'type=gha,scope=a-'],
  ['another type', 'type=unheard-of'],
  ['no directory of the layout', 'type=local,src=/dev/null,tag=a'],
])('not known: %s', async (_, csv) => {
  const found = findShards(() => pair(csv), Promise.resolve(nothingAsked), asker)
  expect([...(await found())]).toEqual([[csv, undefined]])
})

test('what is wrong with the plan is for planning to say', async () => {
  const readsOf = () => {
    throw new Error('wrong')
  }
  const found = findShards(readsOf, Promise.reject(new Error('gone')), asker)
  expect([...(await found())]).toEqual([])
})

// The build waits 1.5 s for it and not the 5 s after which the question itself ends.
test('a store that does not answer holds nothing up for long, nor those that do', async () => {
  const server = createServer((socket) => stops.push(() => socket.destroy()))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  stops.push(() => server.close())
  const silent = `http://127.0.0.1:${(server.address() as AddressInfo).port}/account`
  const hangs = `type=azblob,account_url=${silent},name=a,secret_access_key=a2V5`
  const there = `type=local,src=${localCache('a')},tag=a`
  const began = Date.now()
  const found = findShards(() => [...pair(hangs), ...pair(there)], new Promise<Asked>(() => {}), asker)
  expect(new Map(await found())).toEqual(
    new Map([
      [hangs, undefined],
      [there, true],
    ]),
  )
  expect(Date.now() - began).toBeLessThan(4_000)
})
