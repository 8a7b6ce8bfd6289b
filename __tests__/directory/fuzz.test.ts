import { test } from '@jest/globals'
import fc from 'fast-check'
import directories from '../../bench/prove/directories.ts'

// A child without a media type that could be a manifest: nothing says what it needs.
const untyped: Parameters<typeof directories.holds>[0] = {
  blobs: [
    '',
    '{"config":{"digest":"@0","size":"#0"}}',
    '{"config":{"digest":"@1","size":"#0"},"manifests":[]}',
    '{}',
  ],
  entries: [
    {
      digest: '@2',
      size: '#0',
      annotations: {
        'org.opencontainers.image.ref.name': 'main',
        'io.containerd.image.name': 'r.example/app:main',
      },
    },
  ],
  hurt: { kind: 'none', at: 0, byte: 0 },
  broken: [],
  layout: undefined,
  keep: 3_600_000,
}

// script/prove directories tries many more.
test('whatever a directory contains, nothing foreign or unknown is lost', async () => {
  const { cases, holds } = directories
  await fc.assert(
    fc.asyncProperty(cases, async (it) => void (await holds(it))),
    { numRuns: 150, examples: [[untyped]] },
  )
}, 60_000)
