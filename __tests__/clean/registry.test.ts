import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { livingParts, type Rules } from '../../src/clean/alive.ts'
import { surveyRegistry } from '../../src/clean/registry.ts'
import type { Registry } from '../../src/clean/registry-client.ts'
import { fakeAsk } from './fake-ask.ts'

const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
const config = JSON.stringify({
  records: [],
  'branch-cache': { version: 1, repository: 'octo/app', branch: 'gone' },
})
const cache = JSON.stringify({
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: {
    mediaType: 'application/vnd.buildkit.cacheconfig.v0',
    digest: sha256(config),
    size: config.length,
  },
  layers: [],
})

type Way = (tags: Map<string, string>, tag: string) => number

/** A registry that deletes in its own way. */
function registryOf(
  way: Way,
  tags = new Map([
    ['main', cache],
    ['gone', cache],
  ]),
) {
  const registry: Registry = {
    host: 'r.example.org',
    path: 'octo/cache',
    tags: async () => [...tags.keys()],
    manifest: async (tag) => {
      const text = tags.get(tag)
      return text === undefined ? undefined : { text, type: '', digest: sha256(text) }
    },
    blob: async () => config,
    digestOf: async (tag) => {
      const text = tags.get(tag)
      return text === undefined ? undefined : sha256(text)
    },
    deleteTag: async (tag) => way(tags, tag),
    put: async (tag, { text }) => {
      tags.set(tag, text)
      return 201
    },
  }
  return { registry, tags }
}

const rules: Rules = {
  repository: 'octo/app',
  living: livingParts({ branches: ['main'], pulls: [] }),
  names: undefined,
  branches: [],
  takesNamed: false,
  adopts: false,
  keep: 0,
  only: undefined,
  now: 0,
}

async function clean(registry: Registry): Promise<string[]> {
  const { ask } = fakeAsk(() => undefined)
  const api = { url: '', token: '', repository: 'octo/app', ask }
  const survey = await surveyRegistry(registry, api, rules, 'registry')
  return survey.remove(
    async () => true,
    () => {},
  )
}

const byTag: Way = (tags, tag) => (tags.delete(tag) ? 202 : 404)
const byDigest: Way = (tags, tag) => {
  const text = tags.get(tag)
  for (const [it, its] of tags) if (its === text) tags.delete(it)
  return text === undefined ? 404 : 202
}

test('where a tag is deleted alone, the dead scope goes and the living one of the same manifest stays', async () => {
  const { registry, tags } = registryOf(byTag)
  expect(await clean(registry)).toEqual([])
  expect([...tags.keys()]).toEqual(['main'])
})

describe('where it is not, no scope goes, and one sentence says what to do', () => {
  test.each<[string, Way, string]>([
    [
      'the manifest is deleted with all its tags',
      byDigest,
      'the registry deletes a manifest with all its tags; run: regctl tag delete r.example.org/octo/cache:TAG',
    ],
    ['nothing is deleted', () => 405, 'the registry does not delete by tag (405); run: regctl tag delete'],
    ['only digests are taken', () => 400, 'the registry does not delete by tag (400)'],
    ['it is said to be deleted', () => 202, 'the registry does not delete by tag (202)'],
    ['it is not allowed', () => 403, 'no permission to delete tags of octo/cache (403)'],
  ])('%s', async (_, way, sentence) => {
    const { registry, tags } = registryOf(way)
    await expect(clean(registry)).rejects.toThrow(sentence)
    expect([...tags.keys()].filter((it) => !it.includes('probe'))).toEqual(['main', 'gone'])
  })
})

test('a tag that was written since it was listed stays', async () => {
  const { registry, tags } = registryOf(byTag)
  const put = registry.put
  registry.put = (tag, manifest) => {
    tags.set('gone', `${cache} `)
    return put(tag, manifest)
  }
  expect(await clean(registry)).toEqual(['gone was overwritten in the meantime and is kept'])
  expect([...tags.keys()]).toEqual(['main', 'gone'])
})

test('what an interrupted trial has left goes in the next run', async () => {
  const probe = cache.replace('"layers":[]', '"layers":[],"annotations":{"buildx-branch-cache.probe":"x"}')
  const { registry, tags } = registryOf(
    byTag,
    new Map([
      ['main', cache],
      ['gone..probe-0123-b', probe],
    ]),
  )
  await clean(registry)
  expect([...tags.keys()]).toEqual(['main'])
})
