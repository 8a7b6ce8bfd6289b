import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pushTo } from '../events/simple.ts'
import { type Machine, startBuildkitd } from '../parts/buildkitd.ts'
import type { Project } from '../project.ts'
import type { Outcome } from '../runner.ts'
import { buildOn } from '../stage.ts'
import { type Cell, expectedOf } from './cell.ts'
import type { Subject } from './subject.ts'

/** How long a build may take under a fault, in milliseconds. */
export const LIMIT = 60_000

/** How long a fault lasts that the build waits for, in milliseconds: four times its cache-timeout. */
export const WAIT = 12_000

/** A build, and the file that is its result; empty where there is none. */
export type Built = Outcome & { program: string }

/** What a fault did: the build under it, those after it, and the result that all of them should have. */
export type Observation = {
  source: string
  struck: Built
  /** The store is well again. */
  next: Built
  /** And nothing is left on the builder. */
  again: Built
}

/** The builds of one store, one after the other, on machines of their own. */
export type Observer = {
  observe: <S extends Subject>(store: S, cell: Cell<S>) => Promise<Observation>
  build: (subject: Subject, inputs?: Record<string, string>) => Promise<Built>
  /** A build whose own step fails, under a fault. */
  observeFailure: <S extends Subject>(store: S, cell: Cell<S>) => Promise<Built>
  /** The current state of the machine. */
  machine: () => Machine
  stop: () => Promise<void>
}

export async function startObserver(name: string, project: Project): Promise<Observer> {
  let machine = await startBuildkitd(name)
  let cells = 0
  /** The source that the store has the cache of. */
  let cached = ''
  const build: Observer['build'] = async ({ step }, inputs) => {
    const dest = join(machine.work, 'result')
    rmSync(dest, { recursive: true, force: true })
    const outputs = `type=local,dest=${dest}`
    const outcome = await buildOn(machine, {
      event: pushTo('main'),
      workspace: project.folder,
      env: step.env ?? {},
      inputs: { ...step.inputs, outputs, ...inputs },
    })
    return { ...outcome, program: readProgram(dest) }
  }
  const renew = async (): Promise<void> => {
    const old = machine
    machine = await startBuildkitd(name)
    await old.stop()
  }
  /** Nothing is left of what the machine has built. */
  const forget = async (last?: Built): Promise<void> => {
    if (!last || !/^ERROR: /m.test(last.log)) return machine.prune()
    // A layer that it could not read leaves BuildKit with records of it that no prune takes, and that may fail later
    // builds ("parent snapshot … does not exist").
    await renew()
  }
  return {
    build,
    machine: () => machine,
    stop: () => machine.stop(),
    observeFailure: async (store, { strike, inputs }) => {
      project.write('source', `${++cells} broken\n`)
      await build(store)
      await forget()
      try {
        await strike(store)
        return await build(store, { ...inputs, 'build-args': 'broken=1' })
      } finally {
        cached = ''
        await store.mend()
        await renew()
      }
    },
    observe: async (store, cell) => {
      const { side, fault, strike, inputs } = cell
      // One cell's harm is not the next one's.
      if (cached === '') store.clear?.()
      // What is read was written before; what is written is new.
      const source = side === 'import' && cached !== '' ? cached : `${++cells} ${fault}\n`
      project.write('source', source)
      if (side === 'import' && source !== cached) await build(store)
      if (side === 'import') await forget()
      try {
        await strike(store)
        const struck = await inTime(
          build(store, inputs),
          store,
          expectedOf(cell, store.name).waits ? WAIT : LIMIT,
        )
        await store.mend()
        if (expectedOf(cell, store.name).mendsBy) store.clear?.()
        const next = await build(store, inputs)
        await forget(struck)
        const again = await build(store, inputs)
        const isWell = again.exitCode === 0 && again.outputs['cache-hit'] === 'true'
        cached = isWell && !inputs?.['cache-name'] ? source : ''
        return { source, struck, next, again }
      } catch (error) {
        cached = ''
        await store.mend()
        await forget()
        throw error
      }
    },
  }
}

/** A build that hangs is let go when its time is over; then it has taken too long, and has not made others wait. */
async function inTime(building: Promise<Built>, store: Subject, limit: number): Promise<Built> {
  const timer = setTimeout(() => store.mend(), limit)
  try {
    return await building
  } finally {
    clearTimeout(timer)
  }
}

function readProgram(folder: string): string {
  try {
    return readFileSync(join(folder, 'program'), 'utf8')
  } catch {
    return ''
  }
}
