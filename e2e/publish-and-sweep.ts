// Adds scopes to a directory and sweeps it, until it is killed: node publish-and-sweep.ts DIRECTORY.
import { createHash, randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blobFolder, type Descriptor } from '../src/directory/layout.ts'
import { publish } from '../src/directory/publish.ts'
import { sweep } from '../src/directory/sweep.ts'
import { openView, type View } from '../src/directory/view.ts'

const [, , directory = ''] = process.argv

// The caller kills it within a second.
for (let i = 0; i < 1000; i++) {
  const tag = `branch-${i % 5}`
  const view = await openView(directory, [tag, 'branch-0'])
  const layers = Array.from({ length: 20 }, () => blob(view, randomBytes(20_000), 'application/octet-stream'))
  const config = blob(view, randomBytes(100), 'application/vnd.buildkit.cacheconfig.v0')
  const manifest = JSON.stringify({ schemaVersion: 2, config, layers })
  const descriptor = blob(view, Buffer.from(manifest), 'application/vnd.oci.image.manifest.v1+json')
  await publish(view, descriptor, [tag, 'common'])
  view.release()
  rmSync(view.path, { recursive: true, force: true })
  await sweep(directory, { keep: 3_600_000, maxSize: 1_000_000 }, [tag])
  if (i === 0) process.stdout.write('began\n')
}

function blob({ path }: View, bytes: Buffer, mediaType: string): Descriptor {
  const hex = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(join(blobFolder(path), hex), bytes)
  return { mediaType, digest: `sha256:${hex}`, size: bytes.length }
}
