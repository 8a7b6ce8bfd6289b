// What the action adds to `docker buildx build`: the whole process with a docker that does nothing, against a
// Node that does nothing, in turn, so that the machine's moods fall on both.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const RUNS = 20
const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
const event = join(scratch, 'event.json')
writeFileSync(event, JSON.stringify({ repository: { full_name: 'o/r', default_branch: 'main' } }))
writeFileSync(join(scratch, 'output'), '')

const env = {
  PATH: `${root}bench/instant-docker:${process.env.PATH}`,
  RUNNER_TEMP: scratch,
  GITHUB_EVENT_NAME: 'push',
  GITHUB_EVENT_PATH: event,
  GITHUB_OUTPUT: join(scratch, 'output'),
  GITHUB_REF: 'refs/heads/feature/a',
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_WORKSPACE: scratch,
  INPUT_CONTEXT: '.',
  INPUT_CACHE: 'type=registry,ref=localhost/cache',
}

function time(args: string[], extra: Record<string, string> = {}): number {
  const began = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...env, ...extra },
    encoding: 'utf8',
  })
  const took = Number(process.hrtime.bigint() - began) / 1e6
  if (status !== 0) throw new Error(`${args} ended with ${status}: ${stderr}`)
  return took
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The files of the bundle that one run loads, by the engine's own account. */
function bytesLoaded(): number {
  const coverage = join(scratch, 'coverage')
  time([`${root}dist/index.js`], { NODE_V8_COVERAGE: coverage })
  const urls = readdirSync(coverage).flatMap((file) =>
    JSON.parse(readFileSync(join(coverage, file), 'utf8')).result.map(
      (script: { url: string }) => script.url,
    ),
  )
  const files = new Set<string>(urls.filter((url: string) => url.startsWith('file://')))
  return [...files].reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0)
}

try {
  const action: number[] = []
  const post: number[] = []
  const node: number[] = []
  for (let run = -1; run < RUNS; run++) {
    const main = time([`${root}dist/index.js`])
    const ending = time([`${root}dist/index.js`], { STATE_main: 'true' })
    const nothing = time(['-e', '0'])
    if (run < 0) continue // the first fills the machine's file cache
    action.push(main)
    post.push(ending)
    node.push(nothing)
  }
  const [ours, after, bare] = [median(action), median(post), median(node)]
  console.log(`action with an instant docker  ${ours.toFixed(1)} ms, median of ${RUNS} cold starts`)
  console.log(`post, with nothing to do       ${after.toFixed(1)} ms, ratio ${(after / bare).toFixed(2)}`)
  console.log(`node -e 0                      ${bare.toFixed(1)} ms`)
  console.log(`ratio                          ${(ours / bare).toFixed(2)}`)
  console.log(`JavaScript loaded              ${bytesLoaded()} bytes`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
