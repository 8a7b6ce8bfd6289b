import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, truncateSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cell } from './cell.ts'
import type { FaultyDirectory } from './stores/local.ts'

type LocalCell = Cell<FaultyDirectory>

const NO_SERVER = 'a directory has no server that could answer so'
const NO_WIRE = 'a directory has no connection that could break'

/** What does not apply to a directory, and what stands for it. */
export const senseless: Record<string, string> = {
  'import 401': NO_SERVER,
  'import 403': `${NO_SERVER}, and no mode holds for root`,
  'import 500': `${NO_SERVER}; the like of it is a broken index`,
  'import reset mid-body': NO_WIRE,
  'export 401': NO_SERVER,
  'export 403': `${NO_SERVER}; the like of it is read-only`,
  'export 500': `${NO_SERVER}; the like of it is a broken index`,
  'export reset': NO_WIRE,
  'export quota full': 'for who writes it is a disk that is full',
  'export blackhole': 'writing to a directory does not wait for anybody but at its lock',
}

/** Does something to each layer, and to nothing else. */
function toLayers(harm: (file: string) => void): LocalCell['strike'] {
  return ({ directory }) => {
    const folder = join(directory, 'blobs/sha256')
    const files = readdirSync(folder).map((name) => join(folder, name))
    // Manifests and configurations are JSON.
    for (const file of files) if (readFileSync(file).subarray(0, 1).toString() !== '{') harm(file)
  }
}

function spoil(file: string): void {
  const bytes = readFileSync(file)
  writeFileSync(
    file,
    bytes.map((byte, i) => (i < bytes.length / 2 ? byte : byte ^ 0xff)),
  )
}

const manifestsIn = (directory: string): string[] => {
  const { manifests } = JSON.parse(readFileSync(join(directory, 'index.json'), 'utf8'))
  return manifests.map((it: { digest: string }) => join(directory, 'blobs', it.digest.replace(':', '/')))
}

export const localCells: LocalCell[] = [
  {
    side: 'import',
    fault: 'absent',
    strike: ({ directory }) => rmSync(directory, { recursive: true }),
    expected: { state: 'missing' },
  },
  { side: 'import', fault: 'blob gone', strike: toLayers((file) => rmSync(file)) },
  { side: 'import', fault: 'truncated blob', strike: toLayers((file) => truncateSync(file, 50)) },
  { side: 'import', fault: 'corrupted blob', strike: toLayers(spoil) },
  {
    side: 'import',
    fault: 'manifest gone',
    strike: ({ directory }) => {
      for (const file of manifestsIn(directory)) rmSync(file)
    },
  },
  {
    side: 'import',
    fault: 'broken index',
    // Neither read nor written until somebody repairs or removes it: it names what others keep there.
    strike: ({ directory }) => writeFileSync(join(directory, 'index.json'), '{"manifests": ['),
    expected: { written: false, mendsBy: 'clearing' },
  },
  {
    side: 'import',
    fault: 'blackhole',
    // Opening it blocks forever, as on a network file system whose server is gone.
    strike: toLayers((file) => {
      rmSync(file)
      execFileSync('mkfifo', [file])
    }),
    inputs: { 'cache-timeout': '3s' },
    // Files that are not layers are kept.
    expected: { written: false },
  },
  {
    side: 'import',
    fault: 'store down',
    // A mount that is not there, and something else in its place.
    strike: ({ directory }) => {
      rmSync(directory, { recursive: true })
      writeFileSync(directory, '')
    },
    expected: { written: false, mendsBy: 'clearing' },
  },
  { side: 'export', fault: 'read-only', strike: ({ disk }) => disk.setReadOnly() },
  { side: 'export', fault: 'disk full', strike: ({ disk }) => disk.fill() },
  { side: 'export', fault: 'store dies half way', strike: ({ disk }) => disk.fill(12) },
  {
    side: 'export',
    fault: 'index locked',
    strike: (store) => store.lock(),
    // Without effect: a build has its own index.
    expected: { written: true },
  },
  {
    side: 'export',
    fault: 'process killed',
    // buildx is the one that writes.
    strike: ({ directory, kill }) => {
      const watcher = watch(directory, { recursive: true }, (_, name) => {
        if (!name?.includes('ingest')) return // only BuildKit writes here: its layers
        watcher.close()
        kill()
      })
    },
    expected: { lost: { why: 'nobody is left to build: buildx itself is gone', says: /^::error::/m } },
  },
]
