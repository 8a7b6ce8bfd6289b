import { expect, test } from '@jest/globals'
import { push } from './events/rows.ts'
import { recordStep } from './recording.ts'

const secret = 'S3cret/word@with://all'
const step = {
  event: push('topic'),
  inputs: {
    context: '.',
    cache: 'type=registry,ref=registry.example.org/app/cache',
    secrets: `token=${secret}`,
    labels: `word=${secret}`,
  },
}

/** The lines of the debug log, times as N. */
async function debugLog(env: Record<string, string>): Promise<{ lines: string[]; log: string }> {
  const { log } = await recordStep({ ...step, env })
  const lines = [...log.matchAll(/^::debug::(.*)$/gm)].map(([, line = '']) =>
    line.replace(/\d+ ms$/, 'N ms').replace(/^\S+\/docker /, 'docker '),
  )
  return { lines, log }
}

test('with debug logging the log says how the plan was decided and names each call of docker, its exit code and its time', async () => {
  const { lines, log } = await debugLog({ RUNNER_DEBUG: '1' })
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^own branch: topic \(/),
      expect.stringMatching(/^trust: trusted; may write: everywhere \(/),
      'spec: type=registry,ref=registry.example.org/app/cache',
      'read: type=registry,ref=registry.example.org/app/cache:topic (own: topic)',
      'docker buildx version: exit code 0 after N ms',
      expect.stringMatching(/^docker buildx inspect.*: exit code 0 after N ms$/),
      expect.stringMatching(/^docker buildx build .*--label 'word=\*\*\*'.*: exit code 0 after N ms$/),
    ]),
  )
  expect(log.replace(/^::add-mask::.*$/gm, '')).not.toContain('S3cret')
})

test('without debug logging there is none of it', async () => {
  expect((await debugLog({})).lines).toEqual([])
})
