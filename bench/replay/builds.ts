import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { entryOf } from '../../__tests__/entry.ts'
import type { Machine } from '../../e2e/parts/buildkitd.ts'
import { bin } from '../../e2e/parts/part.ts'
import { parseRecord, type Vertex } from '../../src/buildkit/record.ts'
import { markRegistry } from '../../src/marking/registry.ts'
import { findSteps } from '../../src/report/steps.ts'
import type { RunResult } from './model.ts'
import { checkOut } from './project.ts'
import type { Caches, Scheme } from './schemes.ts'
import type { Trace, TraceEvent } from './trace.ts'

const run = promisify(execFile)

/** Where a scheme is replayed: a machine, and a repository of its own in the registry. */
export type Place = { machine: Machine; base: string; repository: string }

/** The runs of a trace one after the other on a real BuildKit that is emptied after each. */
export async function replayOnBuildKit(
  trace: Trace,
  scheme: Scheme,
  { machine, base, repository }: Place,
  onRun: (done: number) => void = () => {},
): Promise<RunResult[]> {
  const folder = join(machine.work, 'checkout')
  const results: RunResult[] = []
  for (const event of trace.events) {
    checkOut(trace, event, base, folder)
    const caches = scheme.cachesOf(event, repository)
    results.push(readResult(trace, event, await build(machine, folder, caches)))
    if (scheme.marks) for (const { csv } of caches.to) await mark(machine, csv)
    if (!scheme.keepsBuilder) machine.prune()
    onRun(results.length)
  }
  return results
}

/** One build; its record. */
async function build(machine: Machine, folder: string, { from, to }: Caches): Promise<Vertex[]> {
  const flags = [
    ...from.flatMap(({ csv }) => ['--cache-from', csv]),
    ...to.flatMap(({ csv }) => ['--cache-to', csv]),
    ...['--progress', 'rawjson', '--provenance', 'false', '--output', 'type=cacheonly'],
  ]
  const env = { ...process.env, ...machine.env }
  const child = run(join(bin, 'docker-buildx'), ['build', ...flags, folder], { env, maxBuffer: 1 << 28 })
  const { stderr } = await child.catch((error: { stderr?: string; message: string }) => {
    const lines = (error.stderr || error.message).trim().split('\n')
    throw new Error(`a build failed:\n${lines.filter((line) => !line.startsWith('{')).join('\n')}`)
  })
  return parseRecord(stderr)
}

/** As the action does it after an export. */
async function mark({ env, work }: Machine, csv: string): Promise<void> {
  const { attributes } = entryOf(csv)
  await markRegistry(
    attributes,
    { place: attributes.ref ?? '', record: undefined },
    {
      buildx: { program: join(bin, 'docker-buildx'), prefix: [] },
      builder: '',
      tempDir: work,
      env: { PATH: process.env.PATH ?? '', ...env },
      signal: AbortSignal.timeout(60_000),
      limitMs: 30_000,
    },
  )
}

function readResult(trace: Trace, event: TraceEvent, vertices: Vertex[]): RunResult {
  const cached = new Map<number, boolean>()
  for (const step of findSteps(vertices)) cached.set(numberOf(step.instruction), step.cached)
  const failed = vertices.find(({ name, error }) => error !== '' && !name.startsWith('importing '))
  if (failed) throw new Error(`the build at ${event.t} failed: ${failed.name}: ${failed.error}`)
  const count = (start: string): number =>
    vertices.filter(({ name, error }) => name.startsWith(start) && error === '').length
  return {
    ran: trace.steps.map((_, i) => {
      const was = cached.get(i)
      return was === undefined ? undefined : !was
    }),
    imports: count('importing cache '),
    exports: count('exporting cache to '),
  }
}

/** The number at the end of each generated step. */
function numberOf(instruction: string): number {
  return Number(/(\d+)\/?$/.exec(instruction)?.[1])
}
