import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../github/environment.ts'
import type { ResultFiles } from './argv.ts'
import { formatCommand } from './command-line.ts'
import { whyFailed } from './failure.ts'
import { readHistory } from './history.ts'
import { type Results, readResults } from './results.ts'
import { findBuildx, stream } from './run.ts'

/** A finished build: `failure` says why it failed, `record` is what the builder kept of it (rawjson). */
export type Build = { failure: string | undefined; results: Results; record: string | undefined }

// Enough for the error that ends a build, whatever the build printed before it.
const TAIL = 16_384

/** Runs the build and collects what it left. `onCommand` gets the command, fit to be printed, before it runs. */
export async function runBuild(
  { tempDir, forDocker }: Environment,
  argv: (files: ResultFiles) => string[],
  onCommand: (command: string) => void,
): Promise<Build> {
  const buildx = await findBuildx()
  const directory = mkdtempSync(join(tempDir || tmpdir(), 'buildx-branch-cache-'))
  try {
    const files = { imageId: join(directory, 'image-id'), metadata: join(directory, 'metadata.json') }
    const args = argv(files)
    onCommand(formatCommand([buildx.program, ...buildx.prefix, ...args]))
    let tail = ''
    const exitCode = await stream(buildx, args, forDocker, (text) => {
      tail = (tail + text).slice(-TAIL)
    })
    const results = readResults(files)
    const ref = results.metadata?.['buildx.build.ref']
    return {
      failure: exitCode === 0 ? undefined : whyFailed(tail, exitCode),
      results,
      record: typeof ref === 'string' ? await readHistory(buildx, ref, forDocker) : undefined,
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
