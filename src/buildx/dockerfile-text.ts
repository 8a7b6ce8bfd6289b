import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dockerfileHere, isGitContext } from '../events/git-context.ts'
import type { BuildInputs } from '../inputs/build-inputs.ts'
import { readBounded } from '../lib/bounded-file.ts'
import type { Environment } from '../runner/environment.ts'

/** In bytes: a Dockerfile that people write is a hundredth of it. */
const MOST = 1_000_000

/**
 * A Dockerfile in the workspace: its path there and, where it can be read, its text. `isHere`: it is, or is meant to be,
 * a file of this repository.
 */
export type DockerfileText = { path: string; text: string | undefined; isHere: boolean }

/** The Dockerfile of a build, where it is, or is meant to be, a file of this repository; read, never trusted. */
export function readDockerfile(
  inputs: Pick<BuildInputs, 'context' | 'file'>,
  environment: Environment,
): DockerfileText {
  const path = dockerfileHere(inputs, environment)
  if (path === undefined) return { path: 'Dockerfile', text: undefined, isHere: false }
  try {
    return { path, text: readBounded(join(environment.workspace, path), MOST), isHere: true }
  } catch {
    return { path, text: undefined, isHere: true } // nothing is checked out, or it is elsewhere
  }
}

/** Whether the build needs files of the workspace, and there is not one. */
export function hasNoCheckout(
  { context, file }: Pick<BuildInputs, 'context' | 'file'>,
  environment: Environment,
): boolean {
  if (isGitContext(context) || dockerfileHere({ context, file }, environment) === undefined) return false
  try {
    return readdirSync(environment.workspace).length === 0
  } catch {
    return false
  }
}
