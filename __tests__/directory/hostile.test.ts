import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { fs, watched } from './watched-fs.ts'

const { buildInto, entryOf, putCache, putIndex, snapshot } = await import('./fake-build.ts')
const { openReadView, openView } = await import('../../src/directory/view.ts')
const { publish } = await import('../../src/directory/publish.ts')
const { sweep } = await import('../../src/directory/sweep.ts')

// What somebody may have put into a directory that others can write, at every path that the action touches there. The
// paths are found by watching a run, not listed.

const isRoot = process.getuid?.() === 0
const OTHER = 65_534

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'hostile-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Two runs that write, a sweep that has something to delete, and a run that reads; never throws. */
async function allOf(directory: string): Promise<string[]> {
  const troubles: string[] = []
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    await work().catch((error: Error) => troubles.push(error.message))
  }
  for (const layer of ['one', 'two']) {
    await attempt(async () => {
      const view = await openView(directory, ['main'])
      try {
        await publish(view, buildInto(view, layer), ['main'])
      } finally {
        view.release()
        fs.rmSync(view.path, { recursive: true, force: true })
      }
    })
    await attempt(() => sweep(directory, { keep: 3_600_000, maxSize: undefined }, ['main']))
  }
  await attempt(async () => {
    fs.rmSync((await openReadView(directory, ['main'], folder)).path, { recursive: true })
  })
  return troubles
}

/** A directory that has been in use, by us and by others. */
async function used(name: string): Promise<string> {
  const directory = join(folder, name, 'cache')
  fs.mkdirSync(directory, { recursive: true })
  putIndex(directory, [entryOf(putCache(directory, 'theirs'), 'theirs')])
  await allOf(directory)
  fs.mkdirSync(join(directory, 'ingest', 'a'.repeat(64)), { recursive: true })
  fs.writeFileSync(join(directory, 'ingest', 'a'.repeat(64), 'data'), 'x')
  return directory
}

// What is made with a random name has no path that anybody could know before.
const RANDOM = /\/(view-|trash-|new-)/

/** The paths below a directory that a run touches, apart from those of a name that nobody knows beforehand. */
async function touched(directory: string): Promise<string[]> {
  const found = new Set<string>()
  await watched(
    (_, paths) => {
      for (const path of paths) {
        const below = relative(directory, path)
        if (below !== '' && !below.startsWith('..') && !RANDOM.test(`/${below}`)) found.add(below)
      }
    },
    () => allOf(directory),
  )
  return [...found].sort()
}

type Kind = { name: string; put: (path: string, victims: string) => void; needsRoot?: true }

const kinds: Kind[] = [
  { name: 'a link to a file', put: (path, victims) => fs.symlinkSync(join(victims, 'file'), path) },
  { name: 'a link to nothing', put: (path, victims) => fs.symlinkSync(join(victims, 'new'), path) },
  { name: 'a link to a folder', put: (path, victims) => fs.symlinkSync(join(victims, 'folder'), path) },
  { name: 'a named pipe', put: (path) => void execFileSync('mkfifo', [path]) },
  {
    name: 'a folder',
    put: (path) => {
      fs.mkdirSync(path)
      fs.writeFileSync(join(path, 'theirs'), 'theirs')
    },
  },
  { name: 'a second name of a file', put: (path, victims) => fs.linkSync(join(victims, 'file'), path) },
  { name: 'a device', put: (path) => void execFileSync('mknod', [path, 'c', '1', '3']), needsRoot: true },
]

/** What lies outside of a directory, for those who would follow a link. */
function makeVictims(name: string): string {
  const victims = join(folder, name, 'victims')
  fs.mkdirSync(join(victims, 'folder', 'sha256'), { recursive: true })
  fs.writeFileSync(join(victims, 'file'), '{"manifests":[]}')
  fs.writeFileSync(join(victims, 'folder', 'a'.repeat(64)), 'victim')
  fs.utimesSync(join(victims, 'file'), 1, 1)
  return victims
}

describe.each(kinds.filter(({ needsRoot }) => isRoot || !needsRoot))('$name', ({ name, put }) => {
  test('at each path that the action touches: nothing outside is, and it stays', async () => {
    const paths = await touched(await used(`${name}, watched`))
    expect(paths).toEqual(
      expect.arrayContaining(['index.json', 'oci-layout', '.branch-cache/lock', 'ingest']),
    )
    expect(paths.length).toBeGreaterThan(15)
    for (const [i, path] of paths.entries()) {
      const place = `${name}, ${i}`
      const directory = await used(place)
      const victims = makeVictims(place)
      const target = join(directory, path)
      // What is there already makes room: what somebody put there is all there is.
      fs.rmSync(target, { recursive: true, force: true })
      if (!fs.existsSync(dirname(target))) continue
      put(target, victims)
      const [outside, itself] = [snapshot(victims, true), fs.lstatSync(target)]
      const theirs = snapshot(join(directory, 'blobs'))
      await allOf(directory)
      const now = fs.lstatSync(target, { throwIfNoEntry: false })
      expect({ path, outside: snapshot(victims, true) }).toEqual({ path, outside })
      // A file may be replaced or deleted, by its name alone; a folder that belongs there may be used.
      if (!itself.isFile() && !(itself.isDirectory() && now?.isDirectory())) {
        expect({ path, ino: now?.ino }).toEqual({ path, ino: itself.ino })
      }
      if (name === 'a folder') expect([path, fs.readdirSync(target).includes('theirs')]).toEqual([path, true])
      if (path === 'index.json' && name !== 'a second name of a file') {
        expect(snapshot(join(directory, 'blobs'))).toEqual(theirs)
      }
    }
  }, 60_000)
})

const asRoot = isRoot ? test : test.skip
asRoot(
  'files of another user at each path: they stay theirs, and an unprivileged run ends in words',
  async () => {
    const paths = await touched(await used('others, watched'))
    for (const [i, path] of paths.entries()) {
      const directory = await used(`others, ${i}`)
      const target = join(directory, path)
      if (!fs.existsSync(target)) continue
      fs.chownSync(target, OTHER, OTHER)
      fs.chmodSync(target, fs.statSync(target).isDirectory() ? 0o700 : 0o640)
      expect([path, await allOf(directory)]).toEqual([path, []])
      const now = fs.lstatSync(target, { throwIfNoEntry: false })
      // Blobs and notes that nobody needs any more go, whoever made them.
      if (now && !path.startsWith('blobs/sha256/')) {
        expect({ path, uid: now.uid, mode: now.mode & 0o777 }).toMatchObject({ path, uid: OTHER })
      }
      // The other way round: what is root's, for somebody who may not read it.
      const mine = await used(`mine, ${i}`)
      const given = [mine, ...fs.readdirSync(mine, { recursive: true }).map((it) => join(mine, String(it)))]
      for (const it of given) fs.chownSync(it, OTHER, OTHER)
      const closed = join(mine, path)
      if (!fs.existsSync(closed)) continue
      fs.chownSync(closed, 0, 0)
      fs.chmodSync(closed, 0)
      fs.chmodSync(folder, 0o777)
      const before = fs.readFileSync(join(mine, 'index.json'), 'utf8')
      process.seteuid?.(OTHER)
      try {
        await allOf(mine)
      } finally {
        process.seteuid?.(0)
      }
      if (path === 'index.json') expect(fs.readFileSync(join(mine, 'index.json'), 'utf8')).toBe(before)
    }
  },
  60_000,
)
