import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import proof from '../bench/prove/after-build.ts'

// A sample; `script/prove after-build` tries twenty thousand.
test(proof.rule, async () => {
  let held = 0
  const property = fc.asyncProperty(proof.cases, async (it) => {
    await proof.holds(it)
    held++
  })
  await fc.assert(property, { numRuns: 300 })
  expect(held).toBe(300)
})
