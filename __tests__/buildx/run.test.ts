import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { query, runToItsEnd, stream } from '../../src/buildx/run.ts'
import { hideSecrets, showDebug } from '../../src/runner/commands.ts'
import { printedDuring } from '../printed.ts'

test('a letter that arrives in two pieces is read as one, and passed on byte by byte', async () => {
  const log: Uint8Array[] = []
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((bytes) => {
    log.push(bytes as Uint8Array)
    return true
  })
  const program = { program: process.execPath, prefix: ['-e'] }
  const script = `
    process.stdout.write(Buffer.from([0x6e, 0xc3]))
    setTimeout(() => process.stdout.write(Buffer.from([0xa9, 0x0a])), 200)`
  let read = ''
  try {
    const onOutput = (text: string): void => {
      read += text
    }
    const exitCode = await stream(program, [script], {}, { onOutput })
    expect(exitCode).toBe(0)
  } finally {
    write.mockRestore()
  }
  expect(read).toBe('né\n')
  expect(Buffer.concat(log).toString()).toBe('né\n')
})

test('what ends in the midst of a line leaves none open, and one that was killed has the exit code of a shell', async () => {
  let log = ''
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((bytes) => {
    log += bytes
    return true
  })
  const run = (script: string): Promise<number> =>
    stream({ program: 'sh', prefix: ['-c'] }, [script], {}, { onOutput: () => {} })
  try {
    expect(await run('printf whole; exit 3')).toBe(3)
    expect(await run('printf half; kill -9 $$')).toBe(137)
    expect(await run('echo whole')).toBe(0)
  } finally {
    write.mockRestore()
  }
  expect(log).toBe('whole\nhalf\nwhole\n')
})

describe('a question', () => {
  const shell = { program: 'sh', prefix: ['-c'] }
  const env = { PATH: process.env.PATH ?? '' }
  const ask = (script: string, bounds = {}) => query(shell, [script], env, bounds)

  test('is answered with what was printed and the exit code', async () => {
    const answer = { exitCode: 3, stdout: 'a\nb\n', stderr: 'c\n', isLate: false }
    expect(await ask("printf 'a\\nb\\n'; echo c >&2; exit 3")).toEqual(answer)
  })

  test('keeps the lines that are wanted, however they are cut', async () => {
    const script = 'printf \'{"lo\'; sleep 0.1; printf \'gs":1}\\n{"vertexes":2}\\n{"logs":3}\''
    const keep = (line: string): boolean => !line.startsWith('{"logs"')
    expect((await ask(script, { keep })).stdout).toBe('{"vertexes":2}')
  })

  test('of a program that is not there is a failure, not an error', async () => {
    const answer = await query({ program: '/nothing/here', prefix: [] }, [], {})
    expect(answer).toMatchObject({ exitCode: 127, isLate: false })
    expect(await query(shell, ['exit 0'], { X: '\0' })).toMatchObject({ exitCode: 127 })
  })

  test('has an end, and so has what was started for it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'run-test-'))
    const file = join(folder, 'pid')
    const answer = await ask(`sleep 1000 & echo $! > ${file}; wait`, { limitMs: 300 })
    expect(answer).toMatchObject({ exitCode: 1, isLate: true })
    const pid = Number(readFileSync(file, 'utf8'))
    rmSync(folder, { recursive: true })
    expect(await isGone(pid)).toBe(true)
  })

  test('does not wait for what holds its streams', async () => {
    const script = 'setsid sleep 5 & echo answer'
    const began = performance.now()
    expect(await ask(script)).toMatchObject({ exitCode: 0, stdout: 'answer\n' })
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

/** A process that was killed may be a zombie for a while, until it is waited for. */
async function isGone(pid: number): Promise<boolean> {
  for (let i = 0; i < 100; i++) {
    try {
      if (/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return true
      process.kill(pid, 0)
    } catch {
      return true
    }
    await new Promise((done) => setTimeout(done, 20))
  }
  return false
}

describe('with debug logging', () => {
  afterEach(() => showDebug(false))

  async function debugLines(work: () => Promise<unknown>): Promise<string[]> {
    const log = await printedDuring(work)
    return [...log.matchAll(/^::debug::(.*)$/gm)].map(([, line = '']) => line.replace(/\d+ ms$/, 'N ms'))
  }

  const shell = { program: 'sh', prefix: ['-c'] }
  const env = { PATH: process.env.PATH ?? '' }
  const onOutput = (): void => {}

  test('each call is named with what came of it and its time', async () => {
    showDebug(true)
    const lines = await debugLines(async () => {
      await query(shell, ['exit 3'], env)
      await query(shell, ['sleep 1000'], env, { limitMs: 50 })
      await query({ program: '/no/docker', prefix: ['buildx'] }, ['version'], env)
      await runToItsEnd(shell, ['exit 4'], env, 30_000)
      await runToItsEnd(shell, ['sleep 0.3'], env, 1)
      await stream(shell, ['printf half; exit 5'], env, { onOutput })
      await stream({ program: '/no/docker', prefix: [] }, ['x'], env, { onOutput }).catch(() => {})
    })
    expect(lines).toEqual([
      "sh -c 'exit 3': exit code 3 after N ms",
      "sh -c 'sleep 1000': killed since it took too long after N ms",
      '/no/docker buildx version: exit code 127 after N ms',
      "sh -c 'exit 4': exit code 4 after N ms",
      "sh -c 'sleep 0.3': still running after N ms",
      "sh -c 'printf half; exit 5': exit code 5 after N ms",
      '/no/docker x: failed after N ms',
    ])
  })

  test('without it no call is named', async () => {
    expect(await debugLines(() => query(shell, ['true'], env))).toEqual([])
  })

  test('no credential of its arguments is shown, and no known secret', async () => {
    const word = fc.stringMatching(/^[A-Za-z0-9@/:-]{8,30}$/).map((it) => `S3${it}`)
    await fc.assert(
      fc.asyncProperty(word, word, word, async (known, key, user) => {
        showDebug(true)
        await debugLines(async () => hideSecrets([known]))
        const entry = `type=azblob,account_url=https://a/,secret_access_key=${key}`
        const args = ['build', '--cache-to', entry, '--label', `a=${known}`, '--build-arg', `TOKEN=${key}`]
        const lines = await debugLines(() =>
          query({ program: 'true', prefix: [] }, [...args, `https://u:${user}@github.com/o/r.git`], env),
        )
        expect(lines).toHaveLength(1)
        for (const secret of [known, key, user]) expect(lines[0]).not.toContain(secret)
      }),
      { numRuns: 50 },
    )
  })
})
