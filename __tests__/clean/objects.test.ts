import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import proof from '../../bench/prove/clean.ts'

// A sample; `script/prove clean` tries twenty thousand.
test(proof.rule, async () => {
  let held = 0
  const property = fc.asyncProperty(proof.cases, async (it) => {
    await proof.holds(it)
    held++
  })
  await fc.assert(property, { numRuns: 500 })
  expect(held).toBe(500)
})
