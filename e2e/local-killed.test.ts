import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import { noise } from './growth.ts'
import { flaws, tagsIn } from './layout.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { type Project, stagedProject, tempFolder } from './project.ts'
import type { Outcome, Step } from './runner.ts'
import { buildOn } from './stage.ts'

// KILLS=100 for the whole of it.
const KILLS = Number(process.env.KILLS ?? 12)
const MINUTE = 60_000

let machine: Machine
let project: Project

beforeAll(async () => {
  machine = await startBuildkitd()
  project = stagedProject()
})
afterAll(async () => machine?.stop())

test(
  'killed at random moments of export, tag and sweep: the next build starts from a valid directory',
  async () => {
    const cache = join(tempFolder('cache'), 'c')
    const build = (step: Partial<Step> = {}): Promise<Outcome> =>
      buildOn(machine, {
        event: pushTo('main'),
        workspace: project.folder,
        inputs: { cache: `type=local,dest=${cache}` },
        ...step,
      })
    await build()
    let killed = 0
    let ended = 0
    while (killed < KILLS && ended < 4 * KILLS) {
      project.write('source', noise(2_000_000))
      machine.prune()
      let kill = (): void => {}
      let isExporting = false
      await build({
        onStart: (it) => {
          kill = it
        },
        onOutput: (text) => {
          if (isExporting || !text.includes('exporting cache to client directory')) return
          isExporting = true
          setTimeout(kill, Math.random() * 500)
        },
      }).then(({ exitCode }) => {
        if (exitCode === 0) ended++
        else killed++
      })
      expect(flaws(cache)).toEqual([])
      expect(tagsIn(cache)).toHaveProperty('main')
      const next = await build()
      expect({ exitCode: next.exitCode, ...next.outputs }).toMatchObject({
        exitCode: 0,
        'cache-written': 'true',
      })
      expect(flaws(cache)).toEqual([])
    }
    expect(killed).toBe(KILLS)
  },
  (KILLS + 5) * MINUTE,
)

test(
  'killed at random moments of adding a scope and of sweeping, over and over',
  async () => {
    const cache = join(tempFolder('cache'), 'c')
    for (let i = 0; i < KILLS; i++) {
      const worker = spawn(process.execPath, [join(import.meta.dirname, 'publish-and-sweep.ts'), cache], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(worker.stdout, 'data') // it has begun
      await sleep(Math.random() * 300)
      worker.kill('SIGKILL')
      const [, signal] = await once(worker, 'exit')
      expect(signal).toBe('SIGKILL')
      expect(flaws(cache)).toEqual([])
      if (i > 0) expect(Object.keys(tagsIn(cache)).length).toBeGreaterThan(0)
    }
  },
  (KILLS + 5) * MINUTE,
)
