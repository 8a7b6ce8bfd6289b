// Tries a rule on many random cases: `node bench/prove.ts NAME [--seed N] [--count N]`, NAME a file of bench/prove.
// What it has done is kept in .prove, by name and seed: run again, it goes on from there. Exits with 1 where the
// rule was broken.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import type { Proof } from './prove/proof.ts'

/** Cases in a batch: what is done is kept after each. */
const BATCH = 100

type Done = {
  /** Where the next batch begins. */
  next: number
  /** How many cases held, by class. */
  classes: Record<string, number>
  /** The longest case, in milliseconds. */
  slowest: number
  /** What broke the rule, a text each, made as small as it gets. */
  broken: string[]
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string' } },
})
const [name = ''] = positionals
const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'bench/prove', `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || name === 'proof' || !existsSync(file))
  throw new Error('prove what? bench/prove/NAME.ts')
const proof: Proof<unknown> = (await import(file)).default
const batch = proof.batch ?? BATCH
const seed = Number(values.seed)
const count = Number(values.count ?? proof.count)

const kept = join(root, '.prove', `${name}-${seed}.json`)
mkdirSync(join(root, '.prove'), { recursive: true })
const done: Done = existsSync(kept)
  ? JSON.parse(readFileSync(kept, 'utf8'))
  : { next: 0, classes: {}, slowest: 0, broken: [] }

/** The numbers of a batch's cases are those of its place and the seed alone. */
async function tryBatch(first: number): Promise<void> {
  let isShrinking = false
  const property = fc.asyncProperty(proof.casesAt?.(first) ?? proof.cases, async (it) => {
    const began = performance.now()
    try {
      const kind = await proof.holds(it)
      if (!isShrinking) done.classes[kind] = (done.classes[kind] ?? 0) + 1
    } catch (error) {
      isShrinking = true
      throw error
    } finally {
      done.slowest = Math.max(done.slowest, performance.now() - began)
    }
  })
  const batchSeed = (Math.imul(seed, 0x9e3779b1) + first) | 0
  const result = await fc.check(property, { seed: batchSeed, numRuns: Math.min(batch, count - first) })
  if (result.failed) {
    const why =
      result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance)
    done.broken.push(`${fc.stringify(result.counterexample?.[0])}: ${why}`)
  }
}

console.log(proof.rule)
const began = performance.now()
while (done.next < count) {
  await tryBatch(done.next)
  done.next = Math.min(count, done.next + batch)
  writeFileSync(`${kept}.new`, JSON.stringify(done))
  renameSync(`${kept}.new`, kept)
}
await proof.end?.()
for (const [kind, number] of Object.entries(done.classes))
  console.log(`${String(number).padStart(8)}  ${kind}`)
const held = Object.values(done.classes).reduce((sum, number) => sum + number, 0)
const took = ((performance.now() - began) / 1000).toFixed(0)
console.log(`${held} cases held with seed ${seed}, ${took} s; the longest took ${done.slowest.toFixed(1)} ms`)
for (const text of done.broken) console.log(`BROKEN  ${text}`)
process.exit(done.broken.length > 0 ? 1 : 0)
