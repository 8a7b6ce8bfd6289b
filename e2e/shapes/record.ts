// Builds the five runs of all shapes on a registry and keeps their records in __tests__/report/shapes:
// node e2e/shapes/record.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runs, shapes } from './shapes.ts'
import { startSite } from './site.ts'

const target = join(import.meta.dirname, '../../__tests__/report/shapes')
mkdirSync(target, { recursive: true })
const site = await startSite(['registry'])
const shown: [string, string][] = [
  [site.host, 'registry.example:5000'],
  [site.places.url ?? '', 'http://files.example'],
]
const hide = (text: string): string =>
  shown.reduce((all, [place, instead]) => all.replaceAll(place, instead), text)

try {
  for (const shape of shapes) {
    const records: Record<string, string[]> = {}
    for (const run of runs) {
      const { history } = await site.build(shape, run, 'registry')
      records[run] = history.records
        .flatMap((record) => record.split('\n'))
        .filter((line) => line.startsWith('{') && !line.startsWith('{"logs"'))
        .map(hide)
    }
    const bytes = gzipSync(JSON.stringify(records), { level: 9 })
    writeFileSync(join(target, `${shape.name}.json.gz`), bytes)
    console.log(`${shape.name}: ${bytes.length} bytes`)
  }
} finally {
  await site.stop()
}
