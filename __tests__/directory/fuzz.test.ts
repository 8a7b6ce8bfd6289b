import { test } from '@jest/globals'
import fc from 'fast-check'
import directories from '../../bench/prove/directories.ts'

// script/prove directories tries many more.
test('whatever a directory contains, nothing foreign or unknown is lost', async () => {
  const { cases, holds } = directories
  await fc.assert(
    fc.asyncProperty(cases, async (it) => void (await holds(it))),
    { numRuns: 150 },
  )
}, 60_000)
