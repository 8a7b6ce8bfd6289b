import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { fs, refusal, watched } from './watched-fs.ts'

const { buildInto, entryOf, MANIFEST, putBlob, putCache, putIndex, snapshot } = await import(
  './fake-build.ts'
)
const { openReadView, openView } = await import('../../src/directory/view.ts')
const { publish } = await import('../../src/directory/publish.ts')
const { sweep } = await import('../../src/directory/sweep.ts')
const { findTag, readIndex } = await import('../../src/directory/layout.ts')
const { usedFile } = await import('../../src/directory/paths.ts')
const { tagged } = await import('../../src/directory/layout.ts')

const keep = { keep: 3_600_000, maxSize: undefined }

let folder: string
let directory: string
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'directory-'))
  directory = join(folder, 'cache')
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** One run that writes a tag, and sweeps. */
async function run(tag: string, ...layers: string[]) {
  const view = await openView(directory, [tag])
  try {
    await publish(view, buildInto(view, ...layers), [tag])
  } finally {
    view.release()
    fs.rmSync(view.path, { recursive: true })
  }
  return sweep(directory, keep, [tag])
}

const blobs = (): string[] => fs.readdirSync(join(directory, 'blobs/sha256'))
const has = ({ digest }: { digest: string }): boolean => blobs().includes(digest.slice(7))
const entries = (): unknown[] => JSON.parse(fs.readFileSync(join(directory, 'index.json'), 'utf8')).manifests

test('what a run wrote is there, unreferenced layers and temporary files are not', async () => {
  await run('main', 'one')
  const swept = await run('main', 'two')
  expect(swept).toMatchObject({ scopes: 1, freed: expect.any(Number), spared: undefined })
  expect(blobs()).toHaveLength(3)
  expect(fs.readdirSync(join(directory, '.branch-cache')).sort()).toEqual(['lock', 'used', 'views'])
  expect(fs.readdirSync(join(directory, '.branch-cache/views'))).toEqual([])
  expect(fs.readdirSync(directory).sort()).toEqual(['.branch-cache', 'blobs', 'index.json', 'oci-layout'])
})

describe('an index that is not understood whole: nothing is written over it, nothing deleted, nothing made', () => {
  const half = (text: string): string => text.slice(0, text.length / 2)
  test.each<[string, (text: string) => string]>([
    ['cut off', half],
    ['empty', () => ''],
    ['another thing', () => '[]'],
    ['of another version', (text) => text.replace('"schemaVersion":2', '"schemaVersion":3')],
    ['larger than anything', (text) => text + ' '.repeat(33 * 1024 * 1024)],
  ])('%s', async (_, spoil) => {
    putIndex(directory, [entryOf(putCache(directory, 'theirs'), 'theirs')])
    const index = join(directory, 'index.json')
    fs.writeFileSync(index, spoil(fs.readFileSync(index, 'utf8')))
    const before = snapshot(directory)
    await expect(openView(directory, ['main'])).rejects.toThrow(index)
    await expect(openReadView(directory, ['main'], folder)).rejects.toThrow(index)
    expect(snapshot(directory)).toEqual(before)
  })

  test('nor where it becomes so while a build runs', async () => {
    await run('main', 'one')
    const view = await openView(directory, ['main'])
    const manifest = buildInto(view, 'two')
    fs.writeFileSync(join(directory, 'index.json'), '{"manifests":[')
    const before = blobs()
    await expect(publish(view, manifest, ['main'])).rejects.toThrow('index.json')
    await expect(sweep(directory, keep, [])).rejects.toThrow('index.json')
    expect(fs.readFileSync(join(directory, 'index.json'), 'utf8')).toBe('{"manifests":[')
    expect(blobs()).toEqual(before)
    view.release()
  })

  test('without an index no layer is deleted: somebody may be about to write it', async () => {
    await run('main', 'one')
    fs.rmSync(join(directory, 'index.json'))
    const before = blobs()
    expect(await sweep(directory, keep, [])).toMatchObject({ freed: 0, spared: 'there is no index.json' })
    expect(blobs()).toEqual(before)
  })
})

test('thousands of tags of somebody else stay, with their layers', async () => {
  const theirs = putCache(directory, 'theirs')
  const all = Array.from({ length: 6_000 }, (_, i) => entryOf(theirs, `theirs-${i}-${'x'.repeat(200)}`))
  putIndex(directory, all)
  await run('main', 'one')
  expect(entries()).toHaveLength(6_001)
  expect(has(theirs)).toBe(true)
})

describe('entries that are not understood stay as they are, keep their layers, and the sweep goes on', () => {
  type Put = () => { entry: unknown; keeps: { digest: string }[]; spared?: boolean }
  const rows: [string, Put][] = [
    [
      'a tag that is no text',
      () => {
        const layer = putBlob(directory, 'theirs')
        return { entry: entryOf(putCache(directory, 'theirs'), 7), keeps: [layer] }
      },
    ],
    [
      'a digest of another hash',
      () => {
        const layer = putBlob(directory, 'theirs')
        const text = JSON.stringify({ layers: [layer] })
        fs.mkdirSync(join(directory, 'blobs/sha512'), { recursive: true })
        fs.writeFileSync(join(directory, 'blobs/sha512/abc'), text)
        const manifest = { mediaType: MANIFEST, digest: 'sha512:abc', size: text.length }
        return { entry: entryOf(manifest, 'theirs'), keeps: [layer] }
      },
    ],
    [
      'a digest that cannot be followed',
      () => ({
        entry: { digest: 'sha256:../x', size: 1 },
        keeps: [putBlob(directory, 'x')],
        spared: true,
      }),
    ],
    [
      'a kind that is not known',
      () => ({
        entry: putBlob(directory, '{"parts":["x"]}', 'application/vnd.example+json'),
        keeps: [putBlob(directory, 'x')],
        spared: true,
      }),
    ],
    [
      'a manifest that is no file',
      () => {
        const manifest = putCache(directory, 'x')
        const file = join(directory, 'blobs/sha256', manifest.digest.slice(7))
        fs.rmSync(file)
        fs.mkdirSync(file)
        return { entry: entryOf(manifest, 'theirs'), keeps: [putBlob(directory, 'x')], spared: true }
      },
    ],
    ['nothing', () => ({ entry: null, keeps: [] })],
    ['a number', () => ({ entry: 7, keeps: [] })],
    ['a list', () => ({ entry: [], keeps: [] })],
    ['an empty object', () => ({ entry: {}, keeps: [] })],
    [
      'an image of the same tag',
      () => {
        const layer = putBlob(directory, 'theirs')
        const entry = entryOf(putCache(directory, 'theirs'), 'main') as { annotations: object }
        const named = { ...entry.annotations, 'io.containerd.image.name': 'r.example/app:main' }
        return { entry: { ...entry, annotations: named }, keeps: [layer] }
      },
    ],
  ]
  test.each(rows)('%s', async (_, put) => {
    const { entry, keeps, spared = false } = put()
    putIndex(directory, [entry])
    await run('main', 'one')
    const swept = await run('main', 'two')
    expect(entries()).toContainEqual(entry)
    for (const it of keeps) expect(has(it)).toBe(true)
    expect(swept).toMatchObject({ spared: spared ? expect.any(String) : undefined })
    expect(has(putBlob(join(folder, 'elsewhere'), 'one'))).toBe(spared)
    expect(findTag(readIndex(directory), 'main')).toBeDefined()
  })
})

test('a folder among the notes of use is left alone, and so is its tag', async () => {
  await run('main', 'one')
  fs.mkdirSync(join(directory, '.branch-cache/used/theirs'))
  fs.rmSync(usedFile(directory, 'main'))
  fs.mkdirSync(usedFile(directory, 'main'))
  expect(await run('other', 'two')).toMatchObject({ scopes: 2, spared: undefined })
  expect(fs.readdirSync(join(directory, '.branch-cache/used'))).toContain('theirs')
  expect(entries()).toHaveLength(2)
})

test('reading a foreign tag does not claim it, and does not renew a tag without a note', async () => {
  putIndex(directory, [entryOf(putCache(directory, 'theirs'), 'theirs')])
  const view = await openView(directory, ['theirs'])
  expect(view.whyUnread('theirs')).toBeUndefined()
  expect([view.has('theirs'), view.has('nobody’s')]).toEqual([true, false])
  expect(fs.existsSync(usedFile(directory, 'theirs'))).toBe(false)
  view.release()
})

describe('who writes nothing', () => {
  test.each<[string, () => Promise<void>]>([
    ['leaves no trace in a directory', async () => void (await run('main', 'one'))],
    [
      'nor in one that an action never wrote',
      async () => putIndex(directory, [entryOf(putCache(directory, 'x'), 'main')]),
    ],
    ['does not make one', async () => {}],
  ])('%s', async (_, put) => {
    await put()
    const before = snapshot(directory, true)
    const view = await openReadView(directory, ['main'], join(folder, 'temp'))
    expect(snapshot(directory, true)).toEqual(before)
    const found = findTag(readIndex(view.path), 'main')
    expect(found !== undefined).toBe(fs.existsSync(directory))
    if (found) expect(fs.readdirSync(join(view.path, 'blobs/sha256'))).toHaveLength(3)
  })
})

describe('where the file system has no links', () => {
  test('what is read is copied, and no other layer, and not while the lock is held', async () => {
    await run('main', 'one')
    await run('other', 'two')
    const copied: string[] = []
    const view = await watched(
      (name, [path = '']) => {
        if (name === 'linkSync') throw refusal('EPERM', 'link')
        if (name !== 'openSync' || !/view-.*blobs/.test(path)) return
        copied.push(path)
        // Throws where it is held.
        const lock = new DatabaseSync(join(directory, '.branch-cache/lock'))
        lock.exec('BEGIN EXCLUSIVE')
        lock.close()
      },
      () => openView(directory, ['main']),
    )
    expect(view.whyUnread('main')).toBeUndefined()
    expect(copied).toHaveLength(3)
    await watched(
      (name) => {
        if (name === 'linkSync') throw refusal('EPERM', 'link')
      },
      () => publish(view, buildInto(view, 'three'), ['main']),
    )
    view.release()
    expect(entries()).toHaveLength(2)
    expect(findTag(readIndex(directory), 'main')).toMatchObject(
      tagged(putCache(join(folder, 'elsewhere'), 'three'), 'main'),
    )
  })
})

describe('publishing that is stopped leaves the directory as it was', () => {
  const noLinks = (name: string): void => {
    if (name === 'linkSync') throw refusal('EPERM', 'link')
  }
  const readable = async (): Promise<unknown> => {
    const view = await openReadView(directory, ['main'], folder)
    return view.has('main') && findTag(readIndex(view.path), 'main')?.digest
  }

  /** Two runs, of which the second is stopped at the first call of a kind; what was there before it. */
  async function stopped(isCall: (name: string, paths: readonly string[]) => boolean) {
    await run('main', 'one')
    const before = { files: snapshot(directory), manifest: await readable() }
    const view = await openView(directory, ['main'])
    const manifest = buildInto(view, 'two', 'three', 'x'.repeat(5_000_000))
    const control = new AbortController()
    const publishing = watched(
      (name, paths) => {
        if (isCall(name, paths)) control.abort(new Error('it took too long'))
        noLinks(name)
      },
      () => publish(view, manifest, ['main'], { stop: control.signal }),
    )
    await expect(publishing).rejects.toThrow('it took too long')
    const copies = fs.readdirSync(view.path).filter((it) => it.startsWith('ready-'))
    view.release()
    fs.rmSync(view.path, { recursive: true })
    return { before, copies, manifest }
  }

  test('between two blobs', async () => {
    const { before, copies } = await stopped(
      (name, [path = '']) => name === 'openSync' && path.includes('ready-'),
    )
    expect(copies).toHaveLength(0)
    expect(snapshot(directory)).toEqual(before.files)
    expect(await readable()).toBe(before.manifest)
  })

  test('in the middle of a large blob, of which nothing is left', async () => {
    let writes = 0
    const { before, copies } = await stopped((name) => name === 'writeSync' && ++writes === 6)
    expect(copies.length).toBeLessThan(5)
    expect(snapshot(directory)).toEqual(before.files)
    expect(await readable()).toBe(before.manifest)
  })

  test('before it waits for the lock', async () => {
    await run('main', 'one')
    const view = await openView(directory, ['main'])
    const lock = new DatabaseSync(join(directory, '.branch-cache/lock'))
    lock.exec('BEGIN EXCLUSIVE')
    const control = new AbortController()
    const publishing = publish(view, buildInto(view, 'two'), ['main'], { stop: control.signal })
    control.abort(new Error('it took too long'))
    await expect(publishing).rejects.toThrow('it took too long')
    lock.close()
    view.release()
  })

  test('and the next run publishes it', async () => {
    await stopped((name, [path = '']) => name === 'openSync' && path.includes('ready-'))
    expect(await run('main', 'two')).toMatchObject({ scopes: 1, spared: undefined })
    expect(blobs()).toHaveLength(3)
  })
})

test('a timer fires while a large blob is copied: a limit on time takes effect', async () => {
  const view = await openView(directory, ['main'])
  const manifest = buildInto(view, 'x'.repeat(30_000_000))
  const control = new AbortController()
  setTimeout(() => control.abort(new Error('it took too long')), 0)
  const publishing = watched(
    (name) => {
      if (name === 'linkSync') throw refusal('EPERM', 'link')
    },
    () => publish(view, manifest, ['main'], { stop: control.signal }),
  )
  await expect(publishing).rejects.toThrow('it took too long')
  view.release()
  expect(fs.existsSync(join(directory, 'index.json'))).toBe(false)
})

test('a sweep that is stopped does nothing', async () => {
  await run('main', 'one')
  await run('other', 'two')
  const before = snapshot(directory)
  const stop = AbortSignal.abort(new Error('it took too long'))
  await expect(sweep(directory, { keep: 0, maxSize: 0 }, [], undefined, stop)).rejects.toThrow(
    'it took too long',
  )
  expect(snapshot(directory)).toEqual(before)
})

describe('what the system refuses is distinguished from what is broken', () => {
  test.each(['EIO', 'EMFILE', 'EACCES'])('%s while the index is read', async (code) => {
    await run('main', 'one')
    const before = snapshot(directory)
    const refuse = (name: string, [path = '']: readonly string[]): void => {
      if (name === 'openSync' && path.endsWith('index.json')) throw refusal(code, 'open')
    }
    await expect(watched(refuse, () => openView(directory, ['main']))).rejects.toThrow(`(${code})`)
    await expect(watched(refuse, () => sweep(directory, keep, []))).rejects.toThrow(`(${code})`)
    expect(snapshot(directory)).toEqual(before)
  })

  test.each(['EIO', 'EMFILE', 'EACCES'])(
    '%s while a manifest is read: it stays, and its layers',
    async (code) => {
      await run('main', 'one')
      const manifest = findTag(readIndex(directory), 'main')?.digest.slice(7) ?? ''
      const refuse = (name: string, [path = '']: readonly string[]): void => {
        if (name === 'openSync' && path.endsWith(manifest)) throw refusal(code, 'open')
      }
      const before = blobs()
      const swept = await watched(refuse, () => sweep(directory, { ...keep, keep: 3_600_000 }, []))
      expect(swept).toMatchObject({ scopes: 1, freed: 0, spared: expect.stringContaining(code) })
      expect(blobs()).toEqual(before)
      const view = await watched(refuse, () => openView(directory, ['main']))
      expect(view.whyUnread('main')).toContain(`(${code})`)
      view.release()
    },
  )
})

describe('an export by hand with buildx 0.38, which holds cache.lock until its layers are in the index', () => {
  const hold = async (flag: string): Promise<() => Promise<void>> => {
    const lock = join(directory, 'cache.lock')
    const child = spawn('flock', ['--no-fork', flag, lock, 'sh', '-c', 'echo held; exec sleep 600'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    return async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }

  test('no layer is deleted, nor waited for; afterwards they are, and the lock stays', async () => {
    await run('main', 'one')
    const theirs = putBlob(directory, 'theirs')
    const release = await hold('--shared')
    try {
      expect(await run('main', 'two')).toMatchObject({
        freed: 0,
        spared: expect.stringContaining('cache.lock'),
      })
      expect(has(theirs)).toBe(true)
    } finally {
      await release()
    }
    expect(await run('main', 'two')).toMatchObject({ spared: undefined })
    expect(has(theirs)).toBe(false)
    expect(fs.existsSync(join(directory, 'cache.lock'))).toBe(true)
  })

  test('whoever resets by hand is waited for, and what was written then is whole', async () => {
    await run('main', 'one')
    const view = await openView(directory, ['main'])
    const manifest = buildInto(view, 'two')
    const release = await hold('--exclusive')
    const publishing = publish(view, manifest, ['main'])
    await sleep(150)
    expect(findTag(readIndex(directory), 'main')?.digest).not.toBe(manifest.digest)
    await release()
    await publishing
    expect(findTag(readIndex(directory), 'main')?.digest).toBe(manifest.digest)
    view.release()
  })

  test('a view has no such lock of the directory', async () => {
    await run('main', 'one')
    fs.writeFileSync(join(directory, 'cache.lock'), '')
    const view = await openView(directory, ['main'])
    expect(fs.readdirSync(view.path)).not.toContain('cache.lock')
    view.release()
  })
})

test('files that only look like the action’s are left alone in its folder', async () => {
  await run('main', 'one')
  const own = join(directory, '.branch-cache')
  const elsewhere = join(folder, 'elsewhere')
  fs.mkdirSync(elsewhere)
  fs.writeFileSync(join(elsewhere, 'alive'), '')
  const links = [
    'views/view-aaaaaa',
    'trash',
    'trash-aaaaaa',
    `new-${'0'.repeat(16)}`,
    `used/${'f'.repeat(64)}`,
  ]
  for (const it of links) fs.symlinkSync(elsewhere, join(own, it))
  fs.mkdirSync(join(own, 'views/theirs'))
  fs.mkdirSync(join(own, 'views/view-dead00'))
  await run('main', 'two')
  for (const it of links) expect(fs.readlinkSync(join(own, it))).toBe(elsewhere)
  expect(fs.readdirSync(join(own, 'views')).sort()).toEqual(['theirs', 'view-aaaaaa'])
  expect(fs.readdirSync(elsewhere)).toEqual(['alive'])
})

test('a sweep that is killed while it deletes leaves what the next one takes', async () => {
  await run('main', 'one')
  const trash = join(directory, '.branch-cache/trash-abc123')
  fs.mkdirSync(trash)
  fs.writeFileSync(join(trash, 'f'.repeat(64)), 'x')
  fs.writeFileSync(join(directory, '.branch-cache', `new-${'0'.repeat(16)}`), 'half')
  await run('main', 'one')
  expect(fs.readdirSync(join(directory, '.branch-cache')).sort()).toEqual(['lock', 'used', 'views'])
})
