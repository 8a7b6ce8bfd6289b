import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { LENGTH, startFarm, stopFarm, tryHistory } from '../bench/prove/caches.ts'

let farm: Awaited<ReturnType<typeof startFarm>>

beforeAll(async () => {
  farm = await startFarm()
})

afterAll(async () => {
  if (farm) await stopFarm(farm)
})

// Three of the thousands of histories that script/prove tries. That wrong markers are noticed is the unit test's part
// (__tests__/marking/config.test.ts).
test.each([1000, 1001, 1002])(
  `builds that read marked caches come out as from nothing: history %i`,
  async (seed) => {
    expect(await tryHistory(farm, seed)).toContain(`of ${LENGTH} builds`)
  },
)
