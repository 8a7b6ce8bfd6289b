import { afterAll, beforeAll, describe, test } from '@jest/globals'
import { startAll } from '../parts/start-all.ts'
import { startToxiproxy, type Toxiproxy } from '../parts/toxiproxy.ts'
import { expectedOf } from './cell.ts'
import { exports_, imports } from './cells.ts'
import { judge, judgeFailure } from './judge.ts'
import { type Built, type Observation, type Observer, startObserver } from './observe.ts'
import { faultProject } from './project.ts'
import { faultyAzblob } from './stores/azblob.ts'
import { faultyGha } from './stores/gha.ts'
import { faultyRegistry } from './stores/registry.ts'
import { faultyS3 } from './stores/s3.ts'
import type { FaultyStore } from './subject.ts'
import { newTally, tallyText } from './tally.ts'

// Each store against each fault. The stores are tried side by side, each with a builder of its own, since most of most
// of the time is retries by clients; the tests wait for the result and judge it.

const starts = { registry: faultyRegistry, s3: faultyS3, azblob: faultyAzblob, gha: faultyGha }
const only = process.env.FAULTS ? new RegExp(process.env.FAULTS) : /./
const nameOf = (store: string, { side, fault }: { side: string; fault: string }): string =>
  `${store} × ${side} ${fault}`
const cellsOf = (store: string) => [...imports, ...exports_].filter((cell) => only.test(nameOf(store, cell)))

/** Under these a build is tried whose own step fails. */
const failing: [store: string, cell: string][] = [
  ['registry', 'import 404 blob'],
  ['registry', 'export 403'],
  ['s3', 'import store down'],
  ['s3', 'import corrupted blob'],
  ['azblob', 'export 401'],
  ['azblob', 'import store down'],
  ['gha', 'import 500'],
  ['gha', 'export process killed'],
]
const isFailing = (store: string, { side, fault }: { side: string; fault: string }): boolean =>
  failing.some(([name, cell]) => name === store && cell === `${side} ${fault}`)

let toxiproxy: Toxiproxy
let observers: Observer[] = []
const stores: FaultyStore[] = []
const seen = new Map<string, Promise<Observation>>()
const failures = new Map<string, Promise<Built>>()
const tally = newTally()

beforeAll(async () => {
  toxiproxy = await startToxiproxy()
  const names = Object.keys(starts)
  observers = await startAll(...names.map((name) => startObserver(name, faultProject())))
  for (const [i, [name, start]] of Object.entries(starts).entries()) {
    const store = await start(toxiproxy)
    stores.push(store)
    const { observe, observeFailure } = observers[i] as Observer
    let before: Promise<unknown> = Promise.resolve()
    for (const cell of cellsOf(name).filter((it) => !it.senseless?.(name))) {
      const observation = before.then(() => observe(store, cell))
      before = observation.catch(() => {})
      seen.set(nameOf(name, cell), observation)
    }
    for (const cell of cellsOf(name).filter((it) => isFailing(name, it))) {
      const failure = before.then(() => observeFailure(store, cell))
      before = failure.catch(() => {})
      failures.set(nameOf(name, cell), failure)
    }
  }
})

afterAll(async () => {
  await Promise.allSettled([...seen.values(), ...failures.values()])
  for (const part of [...observers, ...stores, toxiproxy]) await part?.stop()
  process.stdout.write(tallyText(tally))
})

describe.each(Object.keys(starts))('%s', (name) => {
  for (const cell of cellsOf(name)) {
    const title = nameOf(name, cell)
    const why = cell.senseless?.(name)
    if (why !== undefined) {
      tally.senseless.push(`${title}: ${why}`)
      continue
    }
    test(`${cell.side} ${cell.fault}`, async () => {
      tally.failed.push(title)
      judge(name, cell, (await seen.get(title)) as Observation)
      tally.failed.pop()
      const { lost, waits } = expectedOf(cell, name)
      const unsaved = waits ?? lost?.why
      if (unsaved !== undefined) tally.lost.push(`${title}: ${unsaved}`)
      else tally.survived.push(title)
    })
  }

  for (const cell of cellsOf(name).filter((it) => isFailing(name, it))) {
    test(`a step that fails fails the build, under ${cell.side} ${cell.fault}`, async () => {
      judgeFailure((await failures.get(nameOf(name, cell))) as Built)
    })
  }
})
