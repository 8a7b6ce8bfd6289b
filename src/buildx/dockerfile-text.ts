import { readFileSync } from 'node:fs'
import { isAbsolute, join, posix, relative, resolve } from 'node:path'
import type { Environment } from '../github/environment.ts'
import type { BuildInputs } from '../inputs/build-inputs.ts'

/** A Dockerfile in the workspace: its path there and, where it can be read, its text. */
export type DockerfileText = { path: string; text: string | undefined }

/** The Dockerfile of a build, where it is, or is meant to be, a file of this repository; read, never trusted. */
export function readDockerfile(
  { context, file }: Pick<BuildInputs, 'context' | 'file'>,
  { workspace, serverUrl, repository }: Environment,
): DockerfileText {
  const path = pathOf(context, file, `${serverUrl}/${repository}.git`)
  const inside = path === undefined ? '..' : relative(workspace, resolve(workspace, path))
  if (inside.startsWith('..') || isAbsolute(inside)) return { path: 'Dockerfile', text: undefined }
  try {
    return { path: inside, text: readFileSync(join(workspace, inside), 'utf8') }
  } catch {
    return { path: inside, text: undefined } // nothing is checked out, or it is elsewhere
  }
}

/** buildx looks for the Dockerfile of a git context below its directory, of a path below where it runs. */
function pathOf(context: string, file: string, ownUrl: string): string | undefined {
  const git = context.replace(/^\{{2,3}\s*defaultContext\s*\}{2,3}/, `${ownUrl}#`)
  const isOwn = context === '' || git.startsWith(ownUrl)
  if (!isOwn && /^([a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(context)) return undefined
  if (!isOwn) return file === '' ? posix.join(context, 'Dockerfile') : file
  const directory = git.split('#')[1]?.split(':').slice(1).join(':') ?? ''
  return posix.join(directory, file === '' ? 'Dockerfile' : file)
}
