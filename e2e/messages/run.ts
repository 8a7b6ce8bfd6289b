// Tests on real parts what BuildKit and buildx print and do that the code depends on: script/messages [--pair old]
// [NAME…]. NAME is a part of a row's name. Exits with 1 where something no longer holds.
import { parseArgs } from 'node:util'
import { parseBuilder } from '../../src/buildx/builder.ts'
import { newest, oldest } from '../parts/pair.ts'
import { behaviours } from './behaviours.ts'
import { failures } from './failures.ts'
import { nameRows } from './names.ts'
import { reasonRows } from './reasons.ts'
import { type Result, tryRow } from './rows.ts'
import { startWorld } from './world.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pair: { type: 'string', default: 'newest' } },
})
const { pair } = values
if (pair !== 'newest' && pair !== 'old') throw new Error(`--pair: newest or old, not ${pair}`)
const all = [...nameRows, ...failures, ...reasonRows, ...behaviours]
const wanted = all.filter(
  ({ name }) => positionals.length === 0 || positionals.some((it) => name.includes(it)),
)

const world = await startWorld(pair === 'old' ? oldest : newest)
const results: Result[] = []
try {
  const [version, inspection] = [await world.buildx(['version']), await world.buildx(['inspect'])]
  const { buildx, buildkits } = parseBuilder(version.log, inspection.log)
  console.log(`BuildKit ${buildkits[0]}, buildx ${buildx}`)
  for (const row of wanted) {
    const result = await tryRow(world, row, pair)
    results.push(result)
    const more = result.verdict === 'not provoked' ? ` (${result.seen})` : ''
    console.log(`${result.verdict.padEnd(13)} ${row.name}${more}`)
    if (result.verdict === 'GONE' || process.env.SHOW)
      console.log(`              ${row.usedBy}; seen:\n${indent(result.seen)}`)
  }
} finally {
  await world.stop()
}
const count = (verdict: string): number => results.filter((it) => it.verdict === verdict).length
console.log(
  `${count('holds')} hold, ${count('GONE')} gone, ${count('not provoked')} not provoked, ${count('other pair')} of the other pair alone`,
)
process.exit(count('GONE') > 0 ? 1 : 0)

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `                ${line}`)
    .join('\n')
}
