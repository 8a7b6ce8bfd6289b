import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from './project.ts'
import { type Outcome, runStep, type Step } from './runner.ts'

/** One call of docker. */
export type Call = { argv: string[]; variables: string[] }

/** Runs the action with a docker on PATH that only notes how it was called. */
export async function recordStep(
  step: Omit<Step, 'workspace'>,
): Promise<Outcome & { calls: Call[]; build: Call | undefined; workspace: string }> {
  const recording = tempFolder('recording')
  const env = {
    PATH: `${join(import.meta.dirname, 'recording-docker')}:/usr/bin:/bin`,
    RECORDING: recording,
    // Attestations are the matter of their own tests.
    BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
    ...step.env,
  }
  const outcome = await runStep({ ...step, env, workspace: recording })
  const calls = readdirSync(recording)
    .filter((name) => name.endsWith('.argv'))
    .map((name) => join(recording, name))
    .map((file) => ({
      argv: words(file),
      variables: words(file.replace(/argv$/, 'env')).map((it) => it.replace(/=.*/s, '')),
    }))
  return { ...outcome, calls, workspace: recording, build: calls.find(({ argv }) => argv[1] === 'build') }
}

/** The keys that the log's plan names as read, in its order: the own branch's first. */
export function readsIn(log: string): string[] {
  return [...log.matchAll(/^read {12}\S+ (\S+) \(/gm)].map(([, key]) => key as string)
}

/** The values that a flag has in a call. */
export function valuesOf(flag: string, call: Call | undefined): string[] {
  return call?.argv.filter((_, i, argv) => argv[i - 1] === flag) ?? []
}

function words(file: string): string[] {
  return readFileSync(file, 'utf8').split('\0').slice(0, -1)
}
