import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dockerfileHere, isGitContext } from '../events/git-context.ts'
import type { BuildInputs } from '../inputs/build-inputs.ts'
import { readBounded } from '../lib/bounded-file.ts'
import type { Environment } from '../runner/environment.ts'

/** In bytes: a Dockerfile that people write is a hundredth of it. */
const MOST = 1_000_000

/**
 * A Dockerfile in the workspace: its path there and, if readable, its text. `isHere`: its path is in this repository,
 * whether or not it exists.
 */
export type DockerfileText = { path: string; text: string | undefined; isHere: boolean }

/** The Dockerfile of a build, if its path is in this repository; its content is not trusted. */
export function readDockerfile(
  inputs: Pick<BuildInputs, 'context' | 'file'>,
  environment: Environment,
): DockerfileText {
  const path = dockerfileHere(inputs, environment)
  if (path === undefined) return { path: 'Dockerfile', text: undefined, isHere: false }
  try {
    return { path, text: readBounded(join(environment.workspace, path), MOST), isHere: true }
  } catch {
    return { path, text: undefined, isHere: true } // not checked out, or elsewhere
  }
}

/** Whether the build needs files of the workspace, and the workspace is empty. */
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
