import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { snapshot } from '../__tests__/directory/fake-build.ts'
import { pushTo } from './events/simple.ts'
import { grow } from './growth.ts'
import { directoryBytes, flaws, tagsIn } from './layout.ts'
import type { Machine } from './parts/buildkitd.ts'
import { bin } from './parts/part.ts'
import { type Project, STEPS, stagedProject, tempFolder } from './project.ts'
import type { Outcome } from './runner.ts'
import { buildOn, type Stage, startStage } from './stage.ts'

let stage: Stage
let cache: string
let project: Project

beforeAll(async () => {
  stage = await startStage()
})
afterAll(async () => stage?.stop())

beforeEach(() => {
  cache = join(tempFolder('cache'), 'c')
  project = stagedProject()
  stage.prune()
})

function build(branch: string, inputs: Record<string, string> = {}, machine = stage.a): Promise<Outcome> {
  const step = { event: pushTo(branch), workspace: project.folder }
  return buildOn(machine, { ...step, inputs: { cache: `type=local,dest=${cache}`, ...inputs } })
}

/** `docker buildx build` by hand. */
function byHand(machine: Machine, ...flags: string[]): void {
  const env = { ...process.env, ...machine.env }
  execFileSync(join(bin, 'docker-buildx'), ['build', ...flags, '.'], {
    cwd: project.folder,
    env,
    stdio: 'pipe',
  })
}

/** Lets a tag seem to have been used last so many days ago. */
function age(tag: string, days: number): void {
  const file = join(cache, '.branch-cache/used', createHash('sha256').update(tag).digest('hex'))
  const then = new Date(Date.now() - days * 24 * 3_600_000)
  utimesSync(file, then, then)
}

const blobs = (): string[] => readdirSync(join(cache, 'blobs/sha256'))
const views = (): string[] => readdirSync(join(cache, '.branch-cache/views'))
const written = { 'cache-written': 'true' }

test('eight builds that each change a layer leave what the scope needs, where BuildKit alone leaves all', async () => {
  const sizes = await grow(stage.a, 8, 200_000)
  const [first, last] = [sizes[0], sizes.at(-1)]
  // Beside the layers there is the index.
  expect(last?.ours).toBeLessThan((last?.needed ?? 0) + 2000)
  expect(last?.plain).toBeGreaterThan((first?.plain ?? 0) + 7 * 200_000)
})

test('four builds at once: all succeed, and all scopes are whole', async () => {
  const branches = ['one', 'two', 'three', 'four']
  const projects = branches.map((branch) => {
    const it = stagedProject()
    it.write('source', `print ${branch}\n`)
    return it
  })
  for (let round = 0; round < 3; round++) {
    const outcomes = await Promise.all(
      branches.map((branch, i) =>
        buildOn(i % 2 === 0 ? stage.a : stage.b, {
          event: pushTo(branch),
          workspace: projects[i]?.folder ?? '',
          inputs: { cache: `type=local,dest=${cache}`, 'build-args': `round=${round}` },
        }),
      ),
    )
    for (const { exitCode, outputs } of outcomes)
      expect({ exitCode, ...outputs }).toMatchObject({ exitCode: 0, ...written })
    expect(Object.keys(tagsIn(cache)).sort()).toEqual([...branches].sort())
    expect(flaws(cache)).toEqual([])
    stage.prune()
  }
  for (const [i, branch] of branches.entries()) {
    const step = { event: pushTo(branch), workspace: projects[i]?.folder ?? '' }
    const { outputs } = await buildOn(stage.a, { ...step, inputs: { cache: `type=local,dest=${cache}` } })
    expect(outputs['steps-cached']).toBe(String(STEPS))
  }
  expect(views()).toEqual([])
})

test('a scope unused for cache-keep is removed with the layers only it needed; foreign tags are kept', async () => {
  byHand(stage.a, `--cache-to=type=local,dest=${cache},tag=by-hand,mode=max`)
  await build('main')
  project.write('source', 'print b\n')
  await build('feature')
  const before = blobs()
  age('feature', 13)
  await build('main', { 'cache-keep': '14d' })
  expect(Object.keys(tagsIn(cache)).sort()).toEqual(['by-hand', 'feature', 'main'])
  age('feature', 15)
  project.write('source', 'print a\n')
  const { log } = await build('main')
  expect(Object.keys(tagsIn(cache)).sort()).toEqual(['by-hand', 'main'])
  expect(log).toMatch(/in 2 scopes; 1 scope unused for cache-keep removed, [\d.]+ k?B freed\.$/m)
  expect(blobs().length).toBeLessThan(before.length)
  expect(flaws(cache)).toEqual([])
})

test('reading a scope is using it', async () => {
  await build('main')
  age('main', 15)
  await build('feature')
  expect(Object.keys(tagsIn(cache)).sort()).toEqual(['feature', 'main'])
})

test('above cache-max-size the oldest leave, and never the one just written', async () => {
  for (const [i, branch] of ['old', 'older', 'new'].entries()) {
    project.write('source', `print ${i}\n`)
    await build(branch, { 'cache-fallback': 'none' })
  }
  age('old', 2)
  age('older', 3)
  const { needed } = directoryBytes(cache)
  await build('new', { 'cache-fallback': 'none', 'cache-max-size': `${needed - 100}B` })
  expect(Object.keys(tagsIn(cache)).sort()).toEqual(['new', 'old'])
  const { log } = await build('new', { 'cache-fallback': 'none', 'cache-max-size': '1B' })
  expect(log).toContain('1 scope evicted for cache-max-size')
  expect(Object.keys(tagsIn(cache))).toEqual(['new'])
  expect(flaws(cache)).toEqual([])
})

test('a scope whose layers are not all there is left out, and written again', async () => {
  await build('main')
  stage.prune()
  const largest = blobs().sort((a, b) => size(b) - size(a))[0] ?? ''
  rmSync(join(cache, 'blobs/sha256', largest))
  const broken = await build('main')
  expect(broken.exitCode).toBe(0)
  expect(broken.outputs).toMatchObject({ 'steps-cached': '0', ...written })
  expect(flaws(cache)).toEqual([])

  stage.prune()
  rmSync(join(cache, 'blobs/sha256', largest))
  writeFileSync(join(cache, 'blobs/sha256', largest), 'short')
  await build('main')
  stage.prune()
  expect((await build('main')).outputs['cache-written']).toBe('true')
  expect(flaws(cache)).toEqual([])
})

test.each([
  ['is cut off', '{"manifests":[{"dig'],
  ['is empty', ''],
  ['is something else', '[]'],
])('an index that %s is left as it is, with all layers, and the build goes on', async (_, text) => {
  await build('main')
  const before = blobs()
  writeFileSync(join(cache, 'index.json'), text)
  const { exitCode, outputs, log } = await build('main')
  expect({ exitCode, ...outputs }).toMatchObject({ exitCode: 0, 'cache-written': 'false' })
  expect(log).toMatch(/^::warning::The local cache .*index\.json .*; repair or remove it/m)
  expect(readFileSync(join(cache, 'index.json'), 'utf8')).toBe(text)
  expect(blobs()).toEqual(before)
})

test('a run that writes nothing leaves no trace, and reads all the same', async () => {
  await build('main')
  stage.prune()
  const before = snapshot(cache, true)
  const { outputs } = await build('main', { 'cache-write': 'never' })
  expect(outputs).toMatchObject({ 'steps-cached': String(STEPS), 'cache-hit': 'true' })
  expect(snapshot(cache, true)).toEqual(before)
})

test('what somebody writes there by hand at the same time is not deleted under their hands', async () => {
  await build('main')
  const [half, dead] = ['a', 'd'].map((letter) => join(cache, 'ingest', letter.repeat(64))) as [
    string,
    string,
  ]
  mkdirSync(half, { recursive: true })
  mkdirSync(dead)
  mkdirSync(join(cache, 'ingest/theirs'))
  const then = new Date(Date.now() - 25 * 3_600_000)
  // The folder's own time stands still while a layer is written.
  for (const it of [half, dead, join(cache, 'ingest/theirs')]) utimesSync(it, then, then)
  writeFileSync(join(half, 'data'), 'half')
  const mine = 'f'.repeat(64)
  writeFileSync(join(cache, 'blobs/sha256', mine), 'mine')
  const { log } = await build('main')
  expect(log).toContain('no layer was deleted: another program is writing to the directory')
  expect(blobs()).toContain(mine)
  expect(readdirSync(join(cache, 'ingest'))).toEqual([basename(half), 'theirs'])
  rmSync(half, { recursive: true })
  await build('main')
  expect(blobs()).not.toContain(mine)
})

test('nothing outside the directory is touched: a folder that is a link is not followed', async () => {
  const elsewhere = tempFolder('elsewhere')
  mkdirSync(join(elsewhere, 'sha256'))
  writeFileSync(join(elsewhere, 'sha256', 'f'.repeat(64)), 'mine')
  mkdirSync(cache)
  symlinkSync(elsewhere, join(cache, 'blobs'))
  const { exitCode, log, outputs } = await build('main')
  expect(exitCode).toBe(0)
  expect(outputs['cache-written']).toBe('false')
  expect(log).toMatch(/^::warning::The local cache was not written: .*\/blobs is a link, not a folder$/m)
  expect(readdirSync(join(elsewhere, 'sha256'))).toEqual(['f'.repeat(64)])
})

test('docker buildx build reads by hand what the action wrote', async () => {
  await build('main')
  byHand(
    stage.b,
    `--cache-from=type=local,src=${cache},tag=main`,
    `--cache-to=type=local,dest=${cache},tag=mine`,
  )
  expect(tagsIn(cache)).toHaveProperty('mine')
  expect(flaws(cache)).toEqual([])
})

function size(blob: string): number {
  return readFileSync(join(cache, 'blobs/sha256', blob)).length
}
