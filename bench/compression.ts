// What compression=zstd does for cache exports, against gzip: time, processor time and memory of buildkitd, size, and
// time of the import; for images of few and of many layers that go nowhere, are pushed in gzip or are pushed in zstd.
// Each run has daemons and stores of its own, and the cases take turns, so that the machine's moods fall on all.
// See docs/compression.md. Run it by script/compression, as root: buildkitd's figures are from /proc.
import { appendFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { layeredProject } from './compression/content.ts'
import { type Case, caches, type Figures, measure } from './compression/measure.ts'

const { values } = parseArgs({
  options: {
    layers: { type: 'string', default: '10,61' },
    images: { type: 'string', default: 'nowhere,gzip,zstd' },
    stores: { type: 'string', default: 'registry,s3' },
    megabytes: { type: 'string', default: '200' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    stages: { type: 'boolean', default: false },
    log: { type: 'string' },
  },
})

const images = values.images.split(',').map((it) => it as Case['image'])
const stores = values.stores.split(',').map((it) => it as Case['store'])
const sizes = values.layers.split(',').map(Number)
const cases = stores.flatMap((store) =>
  images.flatMap((image) => Object.keys(caches).map((cache): Case => ({ store, image, cache }))),
)
// Without an image and a cache there is nothing to export, and without a cache no store. The levels are compared once.
const measured = cases.filter(({ store, image, cache }) =>
  image === 'nowhere'
    ? cache !== 'none'
    : cache !== 'zstd, level 1' && (cache !== 'none' || store === stores[0]),
)

for (const layers of sizes) {
  const project = layeredProject(layers, Number(values.megabytes), Number(values.seed), values.stages)
  const all = new Map<Case, Figures[]>(measured.map((it) => [it, []]))
  try {
    for (let run = 0; run < Number(values.runs); run++) {
      for (const it of measured) {
        const figures = await measure(project, it)
        all.get(it)?.push(figures)
        if (values.log)
          appendFileSync(
            values.log,
            `${JSON.stringify({ layers, stages: values.stages, run, ...it, ...figures })}\n`,
          )
      }
    }
  } finally {
    rmSync(project.folder, { recursive: true, force: true })
  }
  console.log(
    `\n${layers} layers, ${values.megabytes} MB, seed ${values.seed}, median of ${values.runs} (least to most):\n`,
  )
  console.log(
    '| store | image | cache | export | CPU | peak memory | stored | import | import, CPU | pushed | pushed later |',
  )
  console.log(`|${' --- |'.repeat(11)}`)
  for (const [{ store, image, cache }, runs] of all) console.log(row([store, image, cache], runs))
}

function row(words: string[], runs: readonly Figures[]): string {
  const of = (pick: (it: Figures) => number, show: (value: number) => string): string => {
    const sorted = runs.map(pick).sort((a, b) => a - b)
    const [least, most] = [sorted[0], sorted.at(-1)].map((value) => show(value ?? Number.NaN))
    const median = show(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN)
    if (median === '') return ''
    return least === most ? median : `${median} (${least} to ${most})`
  }
  const cells = [
    of(({ seconds }) => seconds, inSeconds),
    of(({ cpuSeconds }) => cpuSeconds, inSeconds),
    of(({ peakBytes }) => peakBytes, inMegabytes),
    of(({ storedBytes }) => storedBytes, inMegabytes),
    of(({ importSeconds }) => importSeconds, inSeconds),
    of(({ importCpuSeconds }) => importCpuSeconds, inSeconds),
    inWords(runs[0]?.pushed),
    inWords(runs[0]?.pushedLater),
  ]
  return `| ${[...words, ...cells].join(' | ')} |`
}

function inSeconds(value: number): string {
  return Number.isNaN(value) ? '' : `${value.toFixed(1)} s`
}

function inMegabytes(value: number): string {
  return Number.isNaN(value) ? '' : `${Math.round(value / 1e6)} MB`
}

function inWords(types: Record<string, number> = {}): string {
  const words = Object.entries(types).map(
    ([type, count]) => `${count} ${type.replace('application/vnd.', '')}`,
  )
  return words.join(', ')
}
