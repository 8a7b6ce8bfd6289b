import { describe, expect, test } from '@jest/globals'
import { checkTogether, type OtherInputs } from '../../src/backends/cross-checks.ts'
import { parseSpecs } from '../../src/backends/spec.ts'

const registry = 'type=registry,ref=r.io/app/cache'
const local = 'type=local,dest=/c'

const check = (lines: string[], beside: Partial<OtherInputs> = {}) => {
  const all = { cacheTo: [], tags: [], cacheName: '', makesImage: true, ...beside }
  return () => checkTogether(parseSpecs(lines, {}), all)
}

describe('an export to local stands alone among those that write a manifest', () => {
  test.each<[string, string[], string[], RegExp]>([
    ['local and registry', [local, registry], [], /^cache: an export to local together with another/],
    ['two directories', [local, 'type=local,dest=/d'], [], /^cache: /],
    ['local and the user’s registry', [local], ['type=registry,ref=r.io/x'], /^cache: /],
    ['local and the user’s short form', [local], ['r.io/x'], /^cache: /],
    ['registry and the user’s local', [registry], ['type=local,dest=/d'], /^cache-to: /],
    ['registry and the user’s local, quoted', [registry], ['TYPE=local,"dest=/d,e"'], /^cache-to: /],
  ])('%s is refused', (_, lines, cacheTo, words) => {
    expect(check(lines, { cacheTo })).toThrow(words)
  })

  test.each<[string, string[], string[]]>([
    ['local alone', [local], []],
    ['registries', [registry, 'type=registry,ref=r.io/other'], ['type=registry,ref=r.io/x']],
    ['local and what writes no manifest', [local], ['type=gha', 'type=inline', 'type=s3,region=x,bucket=b']],
    ['what buildx will refuse', [local], ['type="x"', 'x=y']],
    ['the user’s own two, without a cache of ours', [], ['type=local,dest=/d', 'type=registry,ref=r.io/x']],
  ])('%s is not', (_, lines, cacheTo) => {
    expect(check(lines, { cacheTo })).not.toThrow()
  })
})

describe('a cache never takes the tags of the image', () => {
  test.each([
    ['r.io/app', 'r.io/app:latest'],
    ['r.io/app', 'r.io/app'],
    ['r.io/app', 'R.io/App:main'],
    ['app', 'docker.io/library/app:v1'],
    ['octo/app', 'index.docker.io/octo/app'],
    ['docker.io/app', 'app:v1'],
  ])('ref=%s together with the tag %s is an error', (ref, tag) => {
    expect(check([`type=registry,ref=${ref}`], { tags: ['x', tag] })).toThrow(
      `cache: ref=${ref} is also the image's repository in tags`,
    )
  })

  test.each([
    ['r.io/app', 'r.io/app/cache'],
    ['octo/app', 'octo/app-cache'],
    ['docker.io/octo/app', 'docker.io/octo/app-cache'],
    ['app', 'app-cache'],
  ])('for %s there is %s', (ref, apart) => {
    expect(check([`type=registry,ref=${ref}`], { tags: [ref] })).toThrow(
      `write ref=${apart}, or a tag as the cache's name, ref=${ref}:cache.`,
    )
  })

  test.each<[string, string, Partial<OtherInputs>]>([
    ['another repository', 'type=registry,ref=r.io/app/cache', { tags: ['r.io/app:latest'] }],
    ['another registry', 'type=registry,ref=r.io/app', { tags: ['app', 'q.io/app'] }],
    ['a tag of its own', 'type=registry,ref=r.io/app:cache', { tags: ['r.io/app:latest'] }],
    ['a cache name', 'type=registry,ref=r.io/app', { tags: ['r.io/app:latest'], cacheName: 'api' }],
    ['a tag that buildx will refuse', 'type=registry,ref=r.io/app', { tags: ['r.io/app:a:b', ''] }],
    ['local', local, { tags: ['r.io/app'] }],
  ])('%s is not', (_, line, beside) => {
    expect(check([line], beside)).not.toThrow()
  })
})
