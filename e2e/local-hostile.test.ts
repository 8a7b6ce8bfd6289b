import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { snapshot } from '../__tests__/directory/fake-build.ts'
import { pullPayload, repo } from './events/payloads.ts'
import { onPull } from './events/rows.ts'
import { pushTo } from './events/simple.ts'
import { tempFolder } from './project.ts'
import { recordStep, valuesOf } from './recording.ts'

// What a directory may hold that others can write, and what a run does there: the built action, with a docker that
// only notes how it is called.

let folder: string
let cache: string
beforeEach(() => {
  folder = tempFolder('hostile')
  cache = join(folder, 'cache')
  mkdirSync(cache)
})

const step = (inputs: Record<string, string> = {}, event = pushTo('main')) =>
  recordStep({ event, inputs: { context: '.', cache: `type=local,dest=${cache}`, ...inputs } })

describe('the build goes on, nothing outside is touched, and a warning names what is in the way', () => {
  const victim = (): string => join(folder, 'victim')
  test.each<[string, string, () => void]>([
    [
      'a named pipe for an index',
      'index.json is a named pipe',
      () => execFileSync('mkfifo', [join(cache, 'index.json')]),
    ],
    ['a link for an index', 'index.json is a link', () => symlinkSync(victim(), join(cache, 'index.json'))],
    ['an index that is cut off', 'or is truncated', () => writeFileSync(join(cache, 'index.json'), '{"mani')],
    [
      'a link for our folder',
      '.branch-cache is a link',
      () => symlinkSync(folder, join(cache, '.branch-cache')),
    ],
    [
      'a link for the lock',
      'lock is a link',
      () => {
        mkdirSync(join(cache, '.branch-cache'))
        symlinkSync(join(folder, 'made'), join(cache, '.branch-cache/lock'))
      },
    ],
  ])('%s', async (_, why, put) => {
    writeFileSync(victim(), '{"manifests":[]}')
    put()
    const before = snapshot(folder)
    const { exitCode, log, outputs, build } = await step()
    expect({ exitCode, written: outputs['cache-written'] }).toEqual({ exitCode: 0, written: 'false' })
    expect(log).toMatch(new RegExp(`^::warning::The local cache .*${why}`, 'm'))
    expect(valuesOf('--cache-to', build)).toEqual([])
    expect(readFileSync(victim(), 'utf8')).toBe('{"manifests":[]}')
    // Folders that the action created on the way are empty.
    const made = Object.entries(snapshot(folder)).filter(([name, it]) => before[name] !== it)
    expect(made.filter(([name]) => !name.endsWith('/'))).toEqual([])
  })

  test('links under the names that a file had while it was written', async () => {
    for (const name of ['index.json.new', 'oci-layout.new']) symlinkSync(victim(), join(cache, name))
    writeFileSync(victim(), 'mine')
    const { exitCode } = await step()
    expect(exitCode).toBe(0)
    expect(readFileSync(victim(), 'utf8')).toBe('mine')
  })
})

test.each<[string, Parameters<typeof step>]>([
  ['a fork’s', [{}, onPull(pullPayload({ head: 'main', headRepo: repo('eve/app') }))]],
  ['one that may not write', [{ 'cache-write': 'never' }]],
])('a run leaves no trace in a directory: %s', async (_, given) => {
  writeFileSync(join(cache, 'index.json'), '{"schemaVersion":2,"manifests":[]}')
  const before = snapshot(cache, true)
  const { exitCode, build } = await step(...given)
  expect(exitCode).toBe(0)
  expect(snapshot(cache, true)).toEqual(before)
  for (const it of valuesOf('--cache-from', build)) expect(it).not.toContain(`${cache},`)
})

test('a directory inside the context is warned of, and ~ is the home folder', async () => {
  const { log } = await step({ cache: 'type=local,dest=.cache' })
  expect(log).toMatch(/^::warning::cache: dest=\.cache is inside the build context \.:/m)
  const home = await recordStep({
    event: pushTo('main'),
    inputs: { context: '.', cache: 'type=local,dest=~/buildx' },
    env: { HOME: folder },
  })
  expect(home.outputs['cache-from']).toContain(`src=${folder}/buildx,`)
  expect(home.log).not.toContain('is inside the build context')
})
