import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { READ, token, WRITE } from '../../e2e/cache-service/token.ts'
import type { GithubEvent } from '../../e2e/events/event.ts'
import { hostileNames } from '../../e2e/events/hostile-names.ts'
import { push, rows } from '../../e2e/events/rows.ts'
import { pullRequest } from '../../e2e/events/simple.ts'
import { recordStep } from '../../e2e/recording.ts'
import type { Proof } from './proof.ts'

// Two builds of the action, this tree's dist (or that of the commit in AFTER) and that of the commit in BEFORE (the one
// before, unless it is given), get the same event, inputs and environment. For a change that must not change what the
// action does.

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Unpacks the action as it was in a commit, once. */
function actionOf(commit: string): string {
  const id = execFileSync('git', ['rev-parse', '--verify', `${commit}^{commit}`], {
    cwd: root,
    encoding: 'utf8',
  }).trim()
  const folder = join(root, '.prove', 'actions', id)
  if (existsSync(folder)) return folder
  const tar = execFileSync('git', ['archive', id, 'action.yml', 'dist'], { cwd: root, maxBuffer: 2 ** 28 })
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-x', '-C', folder], { input: tar })
  return folder
}

const before = actionOf(process.env.BEFORE ?? 'HEAD~1')
const after = process.env.AFTER === undefined ? root : actionOf(process.env.AFTER)

type Case = {
  event: GithubEvent
  inputs: Record<string, string>
  env: Record<string, string>
  /** Empty: the job is in no matrix. */
  matrix: Record<string, unknown>
  index: number
}

const branches = [...hostileNames.map(([name]) => name), 'main', 'topic', 'release/1.0', 'a'.repeat(60)]
const branch = fc.constantFrom(...branches)
const events: fc.Arbitrary<GithubEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...rows.map(({ event }) => event)) },
  branch.map((name) => push(name)),
  branch.map((name) => push('main', [`Merge pull request #7 from octo/${name}`])),
  fc.tuple(branch, branch).map(([head, base]) => pullRequest(head, base)),
)

const specs = [
  '',
  'gha',
  'none',
  'inline',
  'type=gha,mode=min',
  'type=gha,scope=app',
  'type=registry,ref=127.0.0.1:9/app/cache',
  'type=registry,ref=127.0.0.1:9/App/cache:tagged,compression=zstd,mode=min',
  'type=local,dest=cache',
  'type=local,dest=cache,tag=app',
  'type=s3,region=eu-west-1,bucket=ci,prefix=a/',
  'type=s3,region=eu-west-1,bucket=ci,name=one,access_key_id=one,secret_access_key=two-secret',
  'type=azblob,account_url=http://127.0.0.1:9/account,secret_access_key=c2VjcmV0',
  'type=registry,ref=127.0.0.1:9/app/cache\ntype=gha',
  'type=inline,ref=127.0.0.1:9/app/image:main',
  'type=registry',
  'type=s4,bucket=ci',
  'type=registry,reff=127.0.0.1:9/app/cache',
  'cache',
]
const values: Record<string, string[]> = {
  cache: specs,
  'cache-name': ['', 'app', 'Web/App', 'queue-worker', 'a'.repeat(40), '..'],
  'cache-branch': ['', 'main', 'refs/heads/topic', 'refs/tags/v1', 'été'],
  'cache-fallback': ['', 'none', 'main', 'develop\nmain', 'refs/heads/next'],
  'cache-write': ['auto', 'always', 'never', 'default-branch', 'sometimes'],
  'cache-read-merged': ['true', 'false', 'maybe'],
  'cache-shard': ['', 'unit', '{"os":"linux","version":3.10}', 'null'],
  'cache-timeout': ['2m', '30s', '0', 'soon'],
  'cache-strict': ['true', 'false'],
  'plan-only': ['true', 'false'],
  'cache-keep': ['14d', '1h', 'a week'],
  'cache-max-size': ['', '1GB', 'much'],
  'cache-from': ['', 'type=registry,ref=127.0.0.1:9/mine', 'type=gha'],
  'cache-to': ['', 'type=registry,ref=127.0.0.1:9/mine', 'type=inline'],
  'build-args': ['', 'A=1\nB=two words', 'HTTP_PROXY'],
  context: ['', '.', './web', 'https://github.com/octo/app.git#main:web', '{{defaultContext}}:web'],
  file: ['', 'Dockerfile', './web/Dockerfile'],
  target: ['', 'web', 'test'],
  platforms: ['', 'linux/amd64', 'linux/amd64,linux/arm64'],
  push: ['true', 'false', 'yes'],
  load: ['true', 'false'],
  outputs: ['', 'type=image,push=true', 'type=local,dest=out'],
  tags: ['', 'octo/app:1', 'octo/app:1,octo/app:2\nocto/app:3'],
  labels: ['', 'a=b\nc=d'],
  secrets: ['', 'TOKEN=abcdefgh', 'TOKEN='],
  'secret-envs': ['', 'token=HOME', 'token=NOT_THERE'],
  'no-cache': ['true', 'false'],
  'no-cache-filters': ['', 'web,test'],
  pull: ['true', 'false'],
  provenance: ['', 'false', 'mode=max'],
  sbom: ['', 'true'],
  network: ['', 'host'],
  ulimit: ['', 'nofile=1024:1024'],
  builder: ['', 'mine'],
}
// Few at a time: most combinations with a wrong value end at it.
const inputs = fc
  .uniqueArray(fc.constantFrom(...Object.keys(values)), { maxLength: 6 })
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...(values[name] ?? ['']))]))),
  )

const service = {
  ACTIONS_RUNTIME_TOKEN: token([{ Scope: 'refs/heads/main', Permission: READ | WRITE }]),
  ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
  ACTIONS_CACHE_SERVICE_V2: 'True',
}
const readOnly = {
  ...service,
  ACTIONS_RUNTIME_TOKEN: token([{ Scope: 'refs/heads/main', Permission: READ }]),
}

const cases: fc.Arbitrary<Case> = fc.record({
  event: events,
  inputs,
  env: fc.constantFrom<Record<string, string>>({}, {}, service, readOnly),
  matrix: fc.constantFrom<Record<string, unknown>>({}, {}, { node: 24 }, { os: 'linux', node: [20, 24] }),
  index: fc.constantFrom(0, 1),
})

const proof: Proof<Case> = {
  rule: 'the same calls of docker, outputs and exit code as the commit before: texts of the log aside',
  count: 500,
  batch: 20,
  cases,
  holds: async (it) => {
    const [now, then] = await Promise.all([seen(it, after), seen(it, before)])
    for (const part of ['exitCode', 'build', 'calls', 'outputs'] as const) {
      const [mine, theirs] = [JSON.stringify(now[part]), JSON.stringify(then[part])]
      if (mine !== theirs) throw new Error(`${part}: ${theirs} before, ${mine} now`)
    }
    return `${it.event.name}, ${now.exitCode === 0 ? (now.build ? 'built' : 'planned') : 'refused'}`
  },
}
export default proof

/** What is compared of a run: its folders, which are other ones each time, are replaced by a word. */
async function seen({ matrix, ...it }: Case, action: string) {
  const run = await recordStep({ ...it, action, ...(Object.keys(matrix).length > 0 ? { matrix } : {}) })
  const plain = (text: string): string =>
    text
      .replaceAll(/[^\s,="]*\/(?:recording|branch-cache-step)-\w+/g, 'FOLDER')
      .replaceAll(/branch-cache-\w{6,}/g, 'NAME')
      .replaceAll(/\/views\/view-\w+/g, '/views/VIEW')
      .replaceAll(/FOLDER\/temp\/[\w-]+/g, 'FOLDER/temp/X')
  rmSync(run.workspace, { recursive: true, force: true })
  return {
    exitCode: run.exitCode,
    build: run.build?.argv.map(plain),
    calls: run.calls
      .map(({ argv, variables }) => plain(`${argv.join(' ')} | ${variables.sort().join(' ')}`))
      .sort(),
    outputs: Object.fromEntries(Object.entries(run.outputs).map(([name, value]) => [name, plain(value)])),
  }
}
