// How a directory of type=local grows: with this action, and as BuildKit alone leaves it. `node bench/growth.ts [builds]`.
import { grow } from '../e2e/growth.ts'
import { startBuildkitd } from '../e2e/parts/buildkitd.ts'

const BUILDS = Number(process.argv[2] ?? 50)
const LAYER = 1_000_000

const machine = await startBuildkitd('growth')
try {
  const sizes = await grow(machine, BUILDS, LAYER)
  const megabytes = (bytes = 0): string => `${(bytes / 1e6).toFixed(1)} MB`.padStart(10)
  console.log(
    `${'builds'.padStart(6)} ${'this action'.padStart(12)} ${'needed'.padStart(10)} ${'type=local'.padStart(10)}`,
  )
  for (const [i, { ours, needed, plain }] of sizes.entries()) {
    if (i > 0 && (i + 1) % 10 !== 0 && i !== BUILDS - 1) continue
    console.log(
      `${String(i + 1).padStart(6)} ${megabytes(ours).padStart(12)} ${megabytes(needed)} ${megabytes(plain)}`,
    )
  }
} finally {
  await machine.stop()
}
