import { expect, test } from '@jest/globals'
import { push } from './events/rows.ts'
import { tempFolder } from './project.ts'
import { recordStep } from './recording.ts'

// What several steps of one job know about each other: they share the runner's temporary folder.
const cache = 'type=registry,ref=registry.example.org/octo/app/cache'

/** What the steps say of a cache that one of them wrote before, in their order. */
async function job(...steps: Record<string, string>[]): Promise<string[]> {
  const env = { RUNNER_TEMP: tempFolder('job') }
  const said: string[] = []
  for (const inputs of steps) {
    const { exitCode, log } = await recordStep({
      event: push('main'),
      inputs: { context: '.', cache, ...inputs },
      env,
    })
    expect(exitCode).toBe(inputs.target === 'fails' ? 1 : 0)
    said.push(/the same build already wrote|Two builds of this job.*/.exec(log)?.[0] ?? '')
  }
  return said
}

const same = 'the same build already wrote'
const place = 'registry registry.example.org/octo/app/cache main'
const other = (first: string, now: string): string =>
  `Two builds of this job write the same cache, ${place}, and the last one overwrites it: first ${first}, now ${now}. Give each its own cache-name.`

test.each<[string, Record<string, string>[], string[]]>([
  ['load, test, push', [{ load: 'true' }, { push: 'true', tags: 'a/b' }], ['', same]],
  ['check, then build', [{ call: 'check', target: 'x' }, {}], ['', '']],
  ['a build that fails, then another', [{ target: 'fails' }, {}], ['', '']],
  ['plan, then build', [{ 'plan-only': 'true' }, {}], ['', '']],
  ['a run that writes nothing', [{ 'cache-write': 'never' }, {}], ['', '']],
  [
    'variants',
    [{ 'build-args': 'A=1' }, { 'build-args': 'A=2' }],
    ['', other('context .', 'the same with different build-args')],
  ],
  [
    'platforms',
    [{ platforms: 'linux/amd64,linux/arm64' }, { platforms: 'linux/amd64' }],
    ['', other('context ., platforms linux/amd64 and linux/arm64', 'context ., platforms linux/amd64')],
  ],
  ['one without a secret', [{ secrets: 'A=1' }, { secrets: 'A=' }], ['', '']],
])('%s', async (_, steps, said) => {
  expect(await job(...steps)).toEqual(said)
})
