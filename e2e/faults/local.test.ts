import { afterAll, beforeAll, test } from '@jest/globals'
import { expectedOf } from './cell.ts'
import { judge } from './judge.ts'
import { localCells, senseless } from './local-cells.ts'
import { type Observer, startObserver } from './observe.ts'
import { faultProject } from './project.ts'
import { type FaultyDirectory, faultyDirectory } from './stores/local.ts'
import { newTally, tallyText } from './tally.ts'

let observer: Observer
let store: FaultyDirectory
const tally = newTally()
tally.senseless.push(...Object.entries(senseless).map(([cell, why]) => `local × ${cell}: ${why}`))

beforeAll(async () => {
  observer = await startObserver('local', faultProject())
  store = faultyDirectory(observer)
})

afterAll(async () => {
  await store?.stop()
  await observer?.stop()
  process.stdout.write(tallyText(tally))
})

for (const cell of localCells) {
  const title = `local × ${cell.side} ${cell.fault}`
  test(title, async () => {
    tally.failed.push(title)
    judge('local', cell, await observer.observe(store, cell))
    tally.failed.pop()
    const { lost, waits } = expectedOf(cell, 'local')
    const unsaved = waits ?? lost?.why
    if (unsaved !== undefined) tally.lost.push(`${title}: ${unsaved}`)
    else tally.survived.push(title)
  })
}
