// What it costs to carry a cache mount, in and out, compression included: this action's helper, and the way of the
// public work-arounds, which copy the files one by one through an image and keep them in an archive of tar and zstd.
// node bench/mounts.ts [ROUNDS]
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Machine, startBuildkitd } from '../e2e/parts/buildkitd.ts'
import { bin } from '../e2e/parts/part.ts'
import { makeRootfs, tarRootfs } from '../e2e/parts/rootfs.ts'
import { bringIn, type MountJob } from '../src/mounts/bring-in.ts'
import { directoryStore } from '../src/mounts/directory-store.ts'
import { takeOut } from '../src/mounts/take-out.ts'

const ROUNDS = Number(process.argv[2] ?? 5)
const root = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), 'bench-mounts-'))
// The helper is next to the action's code.
process.argv[1] = join(import.meta.dirname, '../dist/index.js')

const machine: Machine = await startBuildkitd('bench')
const env = { ...machine.env, PATH: `${bin}:/usr/bin:/bin`, HOME: root }
const docker = (args: string[]): void => {
  execFileSync('docker', ['buildx', ...args], { env, stdio: 'pipe' })
}

const base = join(root, 'base')
mkdirSync(base)
makeRootfs(join(base, 'rootfs'), ['sh', 'cp', 'head', 'mkdir'])
tarRootfs(join(base, 'rootfs'), join(base, 'rootfs.tar'))
writeFileSync(join(base, '.dockerignore'), 'rootfs\n')

let count = 0
/** Runs a shell command with the mount on the builder. */
function runWith(command: string, more = ''): void {
  const file = join(root, `Dockerfile-${count++}`)
  writeFileSync(
    file,
    `FROM scratch AS base\nADD rootfs.tar /\nFROM base AS run\nRUN --mount=type=cache,id=bench,target=/m ${command} # ${count}\n${more}`,
  )
  docker(['build', '-f', file, '--output', `type=local,dest=${join(root, 'out')}`, base])
}

const fills: Record<string, string> = {
  '5,000 small files':
    'i=0; while [ $i -lt 50 ]; do mkdir -p /m/$i; j=0; while [ $j -lt 100 ]; do head -c 2000 /dev/urandom > /m/$i/$j; j=$((j+1)); done; i=$((i+1)); done',
  'one file of 500 MB': 'head -c 500000000 /dev/urandom > /m/file',
}

const seconds = async (work: () => Promise<void> | void): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

function job(store: string): MountJob {
  const directory = mkdtempSync(join(root, 'job-'))
  return {
    host: {
      buildx: { program: join(bin, 'docker'), prefix: ['buildx'] },
      builder: '',
      env,
      directory,
      image: '',
      namespace: '',
      left: () => 600_000,
    },
    store: directoryStore(store, 1e12),
    scopes: {
      reads: [{ key: 'main', branch: { kind: 'branch', name: 'main' }, role: 'own' }],
      write: { key: 'main' },
    },
    mounts: [{ id: '/bench', name: 'bench', owner: undefined, sharing: 'shared', targets: ['/m'] }],
    most: 2e9,
  }
}

const nothing = { found: undefined, held: new Set<string>(), contents: undefined, why: '', isBroken: false }
const empty = (): void => docker(['prune', '-af'])

for (const [name, fill] of Object.entries(fills)) {
  const times: Record<string, number[]> = { 'ours out': [], 'ours in': [], 'files out': [], 'files in': [] }
  for (let round = 0; round < ROUNDS; round++) {
    empty()
    runWith(fill)
    const store = join(root, `store-${count}`)
    mkdirSync(store)
    times['ours out']?.push(await seconds(async () => void (await takeOut(job(store), nothing))))
    const files = join(root, 'files')
    rmSync(files, { recursive: true, force: true })
    const archive = join(root, 'files.tzst')
    times['files out']?.push(
      await seconds(() => {
        const file = join(root, 'Dockerfile-out')
        writeFileSync(
          file,
          `FROM scratch AS base\nADD rootfs.tar /\nFROM base AS run\nRUN --mount=type=cache,id=bench,target=/m mkdir /out && cp -a /m/. /out/ # ${count++}\nFROM scratch\nCOPY --from=run /out /\n`,
        )
        docker(['build', '-f', file, '--output', `type=local,dest=${files}`, base])
        execFileSync('tar', ['--zstd', '-cf', archive, '-C', files, '.'])
      }),
    )
    empty()
    runWith('true') // both find the base image there
    docker(['prune', '-f', '--filter', 'type=exec.cachemount'])
    times['ours in']?.push(
      await seconds(async () => {
        const { why } = await bringIn(job(store))
        if (why !== '') throw new Error(why)
      }),
    )
    empty()
    runWith('true')
    docker(['prune', '-f', '--filter', 'type=exec.cachemount'])
    times['files in']?.push(
      await seconds(() => {
        const context = join(root, `context-${count++}`)
        mkdirSync(join(context, 'files'), { recursive: true })
        execFileSync('tar', ['--zstd', '-xf', archive, '-C', join(context, 'files')])
        execFileSync('cp', [join(base, 'rootfs.tar'), context])
        writeFileSync(
          join(context, 'Dockerfile'),
          'FROM scratch AS base\nADD rootfs.tar /\nFROM base\nCOPY files /files\nRUN --mount=type=cache,id=bench,target=/m cp -a /files/. /m/\n',
        )
        docker(['build', context])
        rmSync(context, { recursive: true })
      }),
    )
  }
  for (const [what, all] of Object.entries(times))
    console.log(
      `${name}: ${what}: ${median(all).toFixed(2)} s (${all.map((it) => it.toFixed(2)).join(', ')})`,
    )
}
await machine.stop()
rmSync(root, { recursive: true, force: true })
