import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { behaviours } from './messages/behaviours.ts'
import { failures } from './messages/failures.ts'
import { nameRows } from './messages/names.ts'
import { tryRow } from './messages/rows.ts'
import { startWorld, type World } from './messages/world.ts'

// A sample of what script/messages tries, so that the script itself still works.

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world?.stop())

const all = [...nameRows, ...failures, ...behaviours]

test.each([
  'names of steps, of one stage and of several',
  'name of an export to registry; it prepares, sends and ends',
  'message exporterUnknown',
  'message localLayer',
  'message registryMissing',
  'du names each cache mount by its id, with parents where it has uid, gid, mode or from',
])('%s', async (name) => {
  const row = all.find((it) => it.name === name)
  expect(row && (await tryRow(world, row, 'newest'))).toMatchObject({ verdict: 'holds' })
})

test('a text that no tool prints any more is reported, with what was seen', async () => {
  const gone = { name: 'x', usedBy: 'y', provoke: async () => ({ holds: false, seen: 'other words' }) }
  expect(await tryRow(world, gone, 'newest')).toEqual({ row: gone, verdict: 'GONE', seen: 'other words' })
  const failing = { ...gone, provoke: () => Promise.reject(new Error('no builder')) }
  expect(await tryRow(world, failing, 'newest')).toMatchObject({
    verdict: 'GONE',
    seen: expect.stringContaining('no builder'),
  })
})
