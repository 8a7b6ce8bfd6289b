import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { GithubEvent } from './events/event.ts'
import { fork, pullRequest, pushTo } from './events/simple.ts'
import type { Machine } from './parts/buildkitd.ts'
import { makeRootfs, tarRootfs } from './parts/rootfs.ts'
import { startAll } from './parts/start-all.ts'
import { makeProject, type Project, tempFolder } from './project.ts'
import type { Outcome } from './runner.ts'
import { buildOn, type Stage, startStage } from './stage.ts'
import { type Stores, startStores } from './stores/all.ts'
import type { Store } from './stores/store.ts'

// Two machines: what the second one has in its cache mounts has travelled.

let stage: Stage
let stores: Stores

beforeAll(async () => {
  ;[stage, stores] = await startAll(startStage(), startStores())
})

afterAll(async () => {
  await stage?.stop()
  await stores?.stop()
})

beforeEach(() => stage.prune())

// One without an id, one of another user, one of each architecture, one that locks, one at a relative path.
const dockerfile = `
FROM scratch AS base
ADD rootfs.tar /
FROM base AS build
ARG TARGETARCH
COPY source /
RUN --mount=type=cache,target=/root/.cache \\
    --mount=type=cache,id=user,target=/home/me/.cache,uid=1000,gid=1000,mode=0775 \\
    --mount=type=cache,id=go-$TARGETARCH,target=/go \\
    --mount=type=cache,id=apt,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=relt <<EOF
set -e
. /source
EOF
FROM scratch
COPY --from=build /seen /
`

const PLACES = '/root/.cache /home/me/.cache /go /var/cache/apt /relt'

const fill = `
for it in ${PLACES}; do
  mkdir -p $it/d/e
  echo "content of $it" > $it/d/e/file
  echo more > "$it/d/a b"
  ln -s e/file $it/d/link
  ln -s $it/d/e/file $it/d/absolute
  ln $it/d/e/file $it/d/hard
  chown 7:8 $it/d/e/file $it/d
  chown -h 9:9 $it/d/link
  chmod 0640 $it/d/e/file
  chmod 2750 $it/d
  find $it -depth -exec touch -h -d '2020-02-03 04:05:06.123456789' {} ';'
done
echo filled > /seen
`

const look = `
for it in ${PLACES}; do
  find $it -printf '%p %y %U:%G %m %TY-%Tm-%Td %TT %l\\n'
  cat $it/d/e/file $it/d/absolute
done | sort > /seen
`

const more = `
echo more > /go/d/more
echo more > /seen
`

const WHEN = '2020-02-03 04:05:06.1234567890'

/** What the second machine should see. */
const whole = PLACES.split(' ')
  .flatMap((it) => [
    `${it} d ${it === '/home/me/.cache' ? '1000:1000 775' : '0:0 755'} ${WHEN}`,
    `${it}/d d 7:8 2750 ${WHEN}`,
    `${it}/d/a b f 0:0 644 ${WHEN}`,
    `${it}/d/absolute l 0:0 777 ${WHEN} ${it}/d/e/file`,
    `${it}/d/e d 0:0 755 ${WHEN}`,
    `${it}/d/e/file f 7:8 640 ${WHEN}`,
    `${it}/d/hard f 7:8 640 ${WHEN}`,
    `${it}/d/link l 9:9 777 ${WHEN} e/file`,
    `content of ${it}`,
    `content of ${it}`,
  ])
  .sort()

function mountsProject(source: string): Project {
  const project = makeProject(dockerfile)
  makeRootfs(join(project.folder, 'rootfs'), [
    'sh',
    'cat',
    'mkdir',
    'ln',
    'chmod',
    'chown',
    'touch',
    'find',
    'sort',
  ])
  tarRootfs(join(project.folder, 'rootfs'), join(project.folder, 'rootfs.tar'))
  project.write('.dockerignore', 'rootfs\nout\n')
  project.write('source', source)
  return project
}

type Built = Outcome & { seen: string[]; said: string[] }

/** Runs a step with these sources; what its build saw, and what the log says of the mounts. */
async function build(
  machine: Machine,
  store: Store,
  source: string,
  { event = pushTo('main'), inputs = {}, project = mountsProject(source) }: Partial<Given> = {},
): Promise<Built> {
  const given = store.step(event, [])
  const outcome = await buildOn(machine, {
    event,
    workspace: project.folder,
    env: given.env ?? {},
    inputs: { ...given.inputs, 'cache-mounts': 'true', outputs: 'type=local,dest=out', ...inputs },
  })
  const out = join(project.folder, 'out/seen')
  const seen =
    outcome.exitCode === 0
      ? readFileSync(out, 'utf8')
          .trim()
          .split('\n')
          .map((line) => line.trim())
      : []
  rmSync(join(project.folder, 'out'), { recursive: true, force: true })
  const [, group = ''] = /::group::Cache mounts\n([\s\S]*?)::endgroup::/.exec(outcome.log) ?? []
  return { ...outcome, seen, said: group.trim().split('\n') }
}

type Given = { event: GithubEvent; inputs: Record<string, string>; project: Project }

test.each(['registry', 'local', 's3', 'azblob', 'gha'])(
  '%s: another machine has every file, with owner, mode and time',
  async (type) => {
    const store = await stores.make(type)
    const first = await build(stage.a, store, fill)
    expect(first.said.at(-1)).toMatch(/^saved \d+ B as [\d.]+ k?B to main in /)
    expect(first.log).not.toMatch(/^::(warning|error)/m)
    const second = await build(stage.b, store, look)
    expect(second.seen).toEqual(whole)
    expect(second.said.at(-1)).toMatch(/^nothing saved: nothing has changed, /)
    expect(second.log).not.toMatch(/^::(warning|error)/m)
  },
)

test('a pull request reads its base’s mounts and writes its own; a fork’s and an outsider’s write none', async () => {
  const store = await stores.make('registry')
  await build(stage.a, store, fill)
  const pull = await build(stage.b, store, more, { event: pullRequest('fix', 'main') })
  expect(pull.said).toContainEqual(expect.stringMatching(/^read from main in registry, /))
  expect(pull.said.at(-1)).toMatch(/^saved .* to fix in registry/)
  stage.b.prune()
  const stranger = await build(stage.b, store, more, { event: fork('main', 'main') })
  expect(stranger.said).toContainEqual(expect.stringMatching(/^read from main in registry, /))
  expect(stranger.said.at(-1)).toMatch(/^nothing saved: .*fork/)
  stage.b.prune()
  const outsider = { ...fork('main', 'main'), name: 'pull_request_target' }
  const caused = await build(stage.b, store, more, { event: outsider, inputs: { 'cache-write': 'always' } })
  expect(caused.said.at(-1)).toMatch(/^nothing saved: /)
  stage.b.prune()
  const after = await build(stage.b, store, look)
  expect(after.seen).toEqual(whole)
})

test('what a builder holds is not brought in; a build that fails saves nothing', async () => {
  const store = await stores.make('local')
  const project = mountsProject(fill)
  await build(stage.a, store, fill, { project })
  const again = await build(stage.a, store, more, { project: mountsProject(more) })
  expect(again.said).toContainEqual(
    expect.stringMatching(/^go-amd64 +already in the builder, .* after the build$/),
  )
  expect(again.said.at(-1)).toMatch(/^saved /)
  const failed = await build(stage.a, store, 'exit 1')
  expect(failed.exitCode).toBe(1)
  expect(failed.said.at(-1)).toMatch(/^nothing saved: the build failed/)
})

test('more than cache-mounts-max-size is not saved, and what is stored stays', async () => {
  const store = await stores.make('local')
  await build(stage.a, store, fill)
  const inputs = { 'cache-mounts-max-size': '100B' }
  const large = await build(stage.a, store, more, { inputs })
  expect(large.log).toMatch(
    /^::warning::The cache mounts: nothing saved: the mounts hold 139 B, more than cache-mounts-max-size \(100 B\)/m,
  )
  const second = await build(stage.b, store, look)
  expect(second.seen).toEqual(whole)
})

test('without a cache GitHub’s cache service has them; one that hangs does not block the step', async () => {
  const gha = await stores.make('gha')
  const none: Store = {
    ...gha,
    step: (event, keys) => ({ ...gha.step(event, keys), inputs: { cache: 'none' } }),
  }
  const first = await build(stage.a, none, fill)
  expect(first.said.at(-1)).toMatch(/ to main in GitHub's cache service, /)
  const second = await build(stage.b, none, look)
  expect(second.seen).toEqual(whole)
  stage.b.prune()
  const hanging = createServer(() => {})
  await new Promise<void>((done) => hanging.listen(0, '127.0.0.1', done))
  const ACTIONS_RESULTS_URL = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/`
  const silent: Store = {
    ...none,
    step: (event, keys) => {
      const { env, ...rest } = none.step(event, keys)
      return { ...rest, env: { ...env, ACTIONS_RESULTS_URL } }
    },
  }
  try {
    const inputs = { 'cache-timeout': '1s', 'cache-strict': 'true' }
    const outcome = await build(stage.b, silent, 'echo built > /seen', { inputs })
    expect(outcome.log).toMatch(
      /^::warning::The cache mounts were not restored from GitHub's cache service: it took too long\./m,
    )
    expect(outcome.said.at(-1)).toMatch(
      /^nothing saved: the stored archive could not be restored, so it stays unchanged/,
    )
    expect(outcome.log).toMatch(/^#\d+ copying files .* done$/m)
    expect(outcome).toMatchObject({ exitCode: 1 })
  } finally {
    hanging.closeAllConnections()
    hanging.close()
  }
})

// KILLS=100 for the whole of it.
const KILLS = Number(process.env.KILLS ?? 6)

test(
  'killed at random moments while mounts are saved: what is stored is whole',
  async () => {
    const directory = tempFolder('cache')
    const store: Store = {
      step: () => ({ inputs: { cache: `type=local,dest=${directory}` } }),
      contents: async () => ({ scopes: {}, blobs: [], needed: [], others: [] }),
    }
    const project = mountsProject(fill)
    await build(stage.a, store, fill, { project })
    for (let i = 0; i < KILLS; i++) {
      project.write('source', `head -c 20000000 /dev/urandom > /go/d/noise\necho ${i} > /seen\n`)
      let kill = (): void => {}
      let isOver = false
      await buildOn(stage.a, {
        event: pushTo('main'),
        workspace: project.folder,
        inputs: { context: '.', ...store.step(pushTo('main'), []).inputs, 'cache-mounts': 'true' },
        onStart: (it) => {
          kill = it
        },
        onOutput: (text) => {
          if (isOver || !/^#\d+ exporting cache/m.test(text)) return
          isOver = true
          setTimeout(kill, Math.random() * 2_500)
        },
      })
    }
    stage.b.prune()
    const after = await build(stage.b, store, look)
    expect(after.log).not.toMatch(/^::(warning|error)/m)
    expect(after.seen.filter((line) => !/noise|^\/go\/d d/.test(line))).toEqual(
      whole.filter((line) => !/^\/go\/d d/.test(line)),
    )
  },
  60_000 + KILLS * 30_000,
)
