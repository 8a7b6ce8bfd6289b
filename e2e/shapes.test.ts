import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import { tempFolder } from './project.ts'
import { type Run, runs, shapes, truthOf } from './shapes/shapes.ts'
import { fill, startSite, writeContext } from './shapes/site.ts'
import { buildOn } from './stage.ts'

// What the action says of builds of public shapes, against what a person counts; `script/prove report` tries them all.

let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  site = await startSite([])
})

afterAll(() => site?.stop())

describe.each(['rust-chef', 'add-url', 'bind-context'])('%s', (name) => {
  const shape = shapes.find((it) => it.name === name)
  if (!shape) throw new Error(name)

  async function build(run: Run) {
    const workspace = join(tempFolder('shape'), 'context')
    writeContext(workspace, run)
    writeFileSync(join(workspace, 'Dockerfile'), fill(shape?.dockerfile ?? '', site.places))
    site.machine.prune()
    return buildOn(site.machine, {
      // A branch for each run: none reads what another wrote.
      event: pushTo(run === 'cold' ? 'main' : run),
      workspace,
      inputs: {
        cache: `type=registry,ref=${site.host}/action/${name}`,
        ...(run === 'argument' ? { 'build-args': shape?.arg ?? '' } : {}),
      },
    })
  }

  test.each(runs)('%s', async (run) => {
    const { cached, missed } = truthOf(shape, run)
    const { exitCode, outputs, log } = await build(run)
    expect([exitCode, outputs['steps-total'], outputs['steps-cached']]).toEqual([
      0,
      String(shape.steps),
      String(cached),
    ])
    const said = [
      ...log.matchAll(/not cached +Dockerfile:(\d+) .*: it ran(?:, and so did the (\d+) steps?)?/g),
    ]
    const lines = said.map(([, line, after = '0']) => [Number(line), Number(after)])
    expect(lines.sort(([a = 0], [b = 0]) => a - b)).toEqual(missed)
  })
})
