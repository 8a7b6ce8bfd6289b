// Replays a repository's history by several schemes of caches: all of it in a model, its beginning on BuildKit too, which
// must agree with the model on every step. An argument names another trace.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { replayAllOnBuildKit } from './buildkit.ts'
import { differences } from './compare.ts'
import { figures, table } from './figures.ts'
import { replayInModel } from './model.ts'
import { picture } from './picture.ts'
import { makeSchemes } from './schemes.ts'
import { type Merge, readTrace } from './trace.ts'

const root = join(import.meta.dirname, '../..')
const own = join(import.meta.dirname, 'fx-private-relay.json')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** How many runs BuildKit does as well; 0 for the model alone. */
    builds: { type: 'string', default: '60' },
    /** How pull requests are merged where the trace does not say: merge, squash or rebase. */
    method: { type: 'string', default: 'merge' },
    picture: { type: 'string' },
  },
})

// npm starts us in the repository's folder, wherever its user is.
const given = positionals[0]
const file = given === undefined ? own : resolve(process.env.INIT_CWD ?? '.', given)
const trace = readTrace(file)
const schemes = makeSchemes(trace, values.method as NonNullable<Merge['method']>)
const pushes = trace.events.filter(({ event }) => event === 'push').length
const runs = `${trace.events.length} runs`
const span = Math.round(((trace.events.at(-1)?.t ?? 0) - (trace.events[0]?.t ?? 0)) / 86_400)
console.log(`${trace.source}: ${runs} in ${span} days, ${pushes} of them pushes\n`)

const model = schemes.map((scheme) => ({ scheme, results: replayInModel(trace, scheme) }))
const all = figures(trace, model)
console.log(`In the model, all ${runs}:\n\n${table(all, false)}\n`)

const drawing = picture(all, `What a repository builds in ${span} days, by its caches`, [
  `${trace.source}: ${runs}, each on an empty builder: the nominal time of the steps that ran,`,
  'and its ratio to a builder that is never emptied.',
])
const target = values.picture ?? (file === own ? join(root, 'docs/replay.svg') : undefined)
if (target) writeFileSync(target, drawing)
if (file === own) inReadme(table(all, false))

const builds = Math.min(Number(values.builds), trace.events.length)
if (builds > 0) {
  const part = { ...trace, events: trace.events.slice(0, builds) }
  console.log(`On BuildKit, the first ${builds} runs, about ${Math.ceil((builds * 7 * 0.8) / 60)} minutes:`)
  const real = await replayAllOnBuildKit(part, schemes, 2, (line) => console.log(`  ${line}`))
  console.log(`\n${table(figures(part, real), true)}\n`)
  const wrong = real.flatMap(({ scheme, results }, i) =>
    differences(part, model[i]?.results ?? [], results).map((text) => `  ${scheme.id}, ${text}\n`),
  )
  if (wrong.length > 0) {
    console.error(`BuildKit and the model differ:\n${wrong.join('')}`)
    process.exitCode = 1
  } else {
    const steps = real.length * part.events.length * trace.steps.length
    console.log(`BuildKit and the model agree on each of ${steps} steps, and on every import and export.`)
  }
}

/** The table between its marks in the README, for the trace of this benchmark. */
function inReadme(markdown: string): void {
  const readme = join(root, 'README.md')
  const text = readFileSync(readme, 'utf8')
  const marks = /(<!-- replay -->\n).*?(<!-- \/replay -->)/s
  if (marks.test(text)) {
    writeFileSync(
      readme,
      text.replace(marks, (_, begin, end) => `${begin}\n${markdown}\n\n${end}`),
    )
  }
}
