import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from '@jest/globals'
import { withAgents } from '../../src/inputs/inputs.ts'
import { keylessAgents } from '../../src/lib/ssh-agent.ts'
import { makeBuildInputs } from '../build-inputs.ts'

const folder = mkdtempSync(join(tmpdir(), 'agent-'))
const servers: Server[] = []
let count = 0

afterEach(async () => {
  await Promise.all(servers.splice(0).map((it) => new Promise((done) => it.close(done))))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** An agent that answers the question for its keys with these bytes, and ends the connection where there are none. */
async function agent(...chunks: readonly number[][]): Promise<string> {
  const path = join(folder, `${count++}`)
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (question) => {
      expect([...question]).toEqual([0, 0, 0, 1, 11])
      for (const chunk of chunks) socket.write(Buffer.from(chunk))
      socket.end()
    })
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(path, done))
  return path
}

const answer = (keys: number): number[] => [0, 0, 0, 5, 12, 0, 0, 0, keys]

test.each<[string, number[][], boolean]>([
  ['no key', [answer(0)], true],
  [
    'no key, in pieces',
    [
      [0, 0],
      [0, 5, 12],
      [0, 0, 0, 0],
    ],
    true,
  ],
  ['a key', [[0, 0, 1, 0, 12, 0, 0, 0, 1, 0, 0, 0, 51]], false],
  ['256 keys', [[0, 0, 9, 9, 12, 0, 0, 1, 0]], false],
  ['a refusal', [[0, 0, 0, 1, 5]], false],
  ['no word', [], false],
  ['another protocol', [[...Buffer.from('HTTP/1.1 400 Bad Request')]], false],
])('an agent that answers with %s', async (_, chunks, isKeyless) => {
  const path = await agent(...chunks)
  expect(await keylessAgents([path, path])).toEqual(isKeyless ? [path] : [])
})

test('what is no socket is not asked', async () => {
  const file = join(folder, 'key')
  writeFileSync(file, 'key')
  expect(await keylessAgents([file, folder, join(folder, 'gone'), ''])).toEqual([])
})

test('a run whose agent has no key is one that lacks it', async () => {
  const [empty, full] = [await agent(answer(0)), await agent(answer(1))]
  const lacking = async (ssh: string[], socket: string) => {
    const inputs = { build: makeBuildInputs({ ssh }), env: { SSH_AUTH_SOCK: socket }, plan: {} }
    return (await withAgents(inputs as unknown as Parameters<typeof withAgents>[0])).plan.without
  }
  expect(await lacking(['default'], empty)).toEqual(['ssh default'])
  expect(await lacking(['default'], full)).toEqual([])
  expect(await lacking([`a=${empty}`, `b=${full}`], full)).toEqual(['ssh a'])
})
