import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Headers, pack } from 'tar-stream'
import { type CacheMount, identityOf } from '../src/mounts/dockerfile-mounts.ts'
import { formatRequest, type HelperReport, parseReport } from '../src/mounts/protocol.ts'
import { tempFolder } from './project.ts'

// The helper that the action sends to builders, on archives and mounts of all kinds: no builder is needed for that.

let program: string

beforeAll(() => {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  program = join(tempFolder('helper'), 'mounts')
  writeFileSync(program, gunzipSync(readFileSync(join(import.meta.dirname, `../dist/mounts-${arch}.gz`))), {
    mode: 0o755,
  })
})

const mounts: CacheMount[] = ['a', 'b'].map((name) => ({
  id: `/${name}`,
  name,
  owner: undefined,
  sharing: 'shared',
  targets: [`/target/${name}`],
}))
const [a = '', b = ''] = mounts.map(identityOf)

type House = { root: string; mount: (i: number) => string }

/** A place that looks like the helper's step. */
function house(): House {
  const root = tempFolder('step')
  const mount = (i: number): string => join(root, `m/${i}`)
  for (const i of [0, 1]) mkdirSync(mount(i), { recursive: true })
  return { root, mount }
}

function run({ root }: House, way: 'in' | 'out', more: { known?: string; most?: number } = {}): HelperReport {
  const request = formatRequest({ nonce: '1', mounts, known: '', most: 1e6, ...more })
  writeFileSync(join(root, '.branch-cache-request'), request)
  const { status, stderr } = spawnSync(program, [way, root], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return parseReport(readFileSync(join(root, 'out/report'), 'utf8'))
}

type Item = Partial<Headers> & { name: string; content?: string }

const HEAD: Item = {
  name: 'buildx-branch-cache-mounts',
  content: `version\t1\nmount\t${a}\nmount\t${b}\n`,
}
const TAIL: Item = { name: 'buildx-branch-cache-end' }
const top: Item[] = [
  { name: '0/./', type: 'directory' },
  { name: '1/./', type: 'directory' },
]

async function putArchive({ root }: House, items: readonly Item[]): Promise<void> {
  const archive = pack()
  for (const { content, ...header } of [...items, TAIL])
    archive.entry({ mode: 0o644, ...header } as Headers, content ?? '')
  archive.finalize()
  const file = join(root, '.branch-cache-archive/archive.tar')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await buffer(archive))
}

const folder = (name: string): Item => ({ name: `${name}/`, type: 'directory', mode: 0o755 })
const link = (name: string, linkname: string): Item => ({ name, type: 'symlink', linkname })
const hard = (name: string, linkname: string): Item => ({ name, type: 'link', linkname })

describe('an archive is refused whole', () => {
  const good = [HEAD, ...top, { name: '0/fine', content: 'x' }]
  test.each<[string, Item[]]>([
    ['an absolute name', [...good, { name: '/etc/passwd', content: 'x' }]],
    ['a name that leads out', [...good, { name: '0/../1/x', content: 'x' }]],
    ['one that leads far out', [...good, { name: '0/d/../../../../etc/x', content: 'x' }]],
    ['a name with a dot in it', [...good, { name: '0/./x', content: 'x' }]],
    ['two slashes', [...good, { name: '0//x', content: 'x' }]],
    ['a mount that it does not name', [...good, { name: '2/x', content: 'x' }]],
    ['a number that is none', [...good, { name: '00/x', content: 'x' }]],
    ['the mount itself as a file', [HEAD, { name: '0/.', content: 'x' }]],
    ['a file twice', [...good, { name: '0/fine', content: 'y' }]],
    ['a file in no folder', [...good, { name: '0/none/x', content: 'x' }]],
    ['a file in a file', [...good, { name: '0/fine/x', content: 'x' }]],
    ['a file in a link', [...good, folder('0/d'), link('0/l', 'd'), { name: '0/l/x', content: 'x' }]],
    ['a link that leads out', [...good, link('0/l', '../x')]],
    ['one that leads out of a folder', [...good, folder('0/d'), link('0/d/l', '../../x')]],
    ['an absolute link', [...good, link('0/l', '/etc/passwd')]],
    ['one to the other mount', [...good, link('0/l', '/target/b/x')]],
    ['one that climbs from its own', [...good, link('0/l', '/target/a/../b')]],
    ['one that begins like its own', [...good, link('0/l', '/target/ab')]],
    ['a link to nothing', [...good, link('0/l', '')]],
    ['a second name of a file outside', [...good, hard('0/h', '../../etc/passwd')]],
    ['a second name of a file of the other mount', [...good, hard('1/h', '0/fine')]],
    ['a second name of a link', [...good, link('0/l', 'fine'), hard('0/h', '0/l')]],
    [
      'a second name of what comes later',
      [...good, hard('0/h', '0/later'), { name: '0/later', content: 'x' }],
    ],
    ['a device', [...good, { name: '0/null', type: 'character-device', devmajor: 1, devminor: 3 }]],
    ['a disk', [...good, { name: '0/sda', type: 'block-device', devmajor: 8, devminor: 0 }]],
    ['a pipe', [...good, { name: '0/pipe', type: 'fifo' }]],
    ['more than is allowed', [...good, { name: '0/big', content: 'x'.repeat(1_000_001) }]],
    ['no beginning', [...top]],
    ['another version', [{ ...HEAD, content: 'version\t2\n' }, ...top]],
    ['nothing', []],
  ])('%s', async (_, items) => {
    const it = house()
    await putArchive(it, items)
    expect(run(it, 'in')).toMatchObject({ state: 'refused', why: expect.stringMatching(/\w/) })
    expect(readdirSync(it.mount(0))).toEqual([])
    expect(readdirSync(it.mount(1))).toEqual([])
  })

  test.each([1, 600, 1024, 1700, 2048, 2100, 2560, 3072, 4096])(
    'that was cut off after %d bytes',
    async (length) => {
      const it = house()
      await putArchive(it, [...good, { name: '0/more', content: 'x'.repeat(900) }])
      const file = join(it.root, '.branch-cache-archive/archive.tar')
      writeFileSync(file, readFileSync(file).subarray(0, length))
      expect(run(it, 'in').state).toBe('refused')
      expect(readdirSync(it.mount(0))).toEqual([])
    },
  )
})

test('links that stay in their mount are fine', async () => {
  const it = house()
  await putArchive(it, [
    ...[HEAD, ...top, folder('0/d'), { name: '0/d/x', content: 'x' }],
    ...[
      link('0/l', 'd/x'),
      link('0/d/up', '../l'),
      link('0/abs', '/target/a/d/x'),
      link('0/self', '/target/a'),
    ],
    hard('0/h', '0/d/x'),
  ])
  expect(run(it, 'in')).toMatchObject({ state: 'unpacked', why: '' })
  expect(readdirSync(it.mount(0)).sort()).toEqual(['abs', 'd', 'h', 'l', 'self'])
  expect(lstatSync(join(it.mount(0), 'h')).nlink).toBe(2)
})

test('a mount that is not empty stays as it is', async () => {
  const it = house()
  writeFileSync(join(it.mount(0), 'mine'), '')
  await putArchive(it, [HEAD, ...top, { name: '0/x', content: 'x' }, { name: '1/y', content: 'y' }])
  const report = run(it, 'in')
  expect([...report.left]).toEqual([[a, 'it is not empty']])
  expect([readdirSync(it.mount(0)), readdirSync(it.mount(1))]).toEqual([['mine'], ['y']])
})

test('what a helper that was killed has left is no content', async () => {
  const it = house()
  mkdirSync(join(it.mount(0), '.buildx-branch-cache-new/half'), { recursive: true })
  expect(run(it, 'out').state).toBe('empty')
  await putArchive(it, [HEAD, ...top, { name: '0/x', content: 'x' }])
  run(it, 'in')
  expect(readdirSync(it.mount(0))).toEqual(['x'])
})

describe('packing', () => {
  test('and unpacking gives the same again, which is unchanged', () => {
    const [from, to] = [house(), house()]
    const deep = join(from.mount(0), 'long'.repeat(30), 'ü 日本', 'd')
    mkdirSync(deep, { recursive: true })
    writeFileSync(join(deep, 'file'), 'content')
    utimesSync(join(deep, 'file'), 1_600_000_000.123, 1_600_000_000.123)
    chmodSync(join(deep, 'file'), 0o4751)
    symlinkSync('file', join(deep, 'link'))
    writeFileSync(join(from.mount(0), 'empty'), '')
    const packed = run(from, 'out')
    expect(packed.state).toBe('packed')
    expect(packed.contents.get(a)).toEqual({ files: 3, bytes: 7 })
    mkdirSync(join(to.root, '.branch-cache-archive'))
    writeFileSync(
      join(to.root, '.branch-cache-archive/archive.tar'),
      readFileSync(join(from.root, 'out/archive.tar')),
    )
    expect(run(to, 'in').contents.get(a)).toEqual({ files: 3, bytes: 7 })
    expect(run(to, 'out', { known: packed.fingerprint })).toMatchObject({
      state: 'unchanged',
      fingerprint: packed.fingerprint,
    })
    writeFileSync(join(to.mount(0), 'new'), '')
    expect(run(to, 'out', { known: packed.fingerprint }).state).toBe('packed')
  })

  test('a mount with a link that leaves it is left out, and the other one is not', () => {
    const it = house()
    symlinkSync('/usr/bin/python3', join(it.mount(0), 'python'))
    writeFileSync(join(it.mount(1), 'x'), '')
    const report = run(it, 'out')
    expect(report.state).toBe('packed')
    expect([...report.left]).toEqual([[a, 'links python /usr/bin/python3']])
  })

  test('more than is allowed is not packed', () => {
    const it = house()
    writeFileSync(join(it.mount(0), 'x'), 'x'.repeat(100))
    expect(run(it, 'out', { most: 99 }).state).toBe('large')
    expect(readdirSync(join(it.root, 'out'))).toEqual(['report'])
  })
})
