import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeRootfs, tarRootfs } from './parts/rootfs.ts'

/** A repository that was checked out, with a Dockerfile. */
export type Project = { folder: string; write: (path: string, text: string) => void }

export function tempFolder(name: string): string {
  return mkdtempSync(join(process.env.E2E_TEMP ?? tmpdir(), `${name}-`))
}

export function makeProject(dockerfile: string): Project {
  const folder = tempFolder('project')
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('Dockerfile', dockerfile)
  return { folder, write }
}

/** The number of steps of `stagedProject`. */
export const STEPS = 7

// A base, an install that depends on a lockfile, a compiler that depends on the source, and the result.
const staged = `
FROM scratch AS base
ADD rootfs.tar /
FROM base AS dependencies
COPY lockfile /
RUN cat /lockfile > /dependencies
FROM dependencies AS build
COPY source /
RUN cat /dependencies /source > /program
FROM base
COPY --from=build /program /
RUN cat /program
`

/** A project of several stages whose base image is a shell and cat from this machine: nothing is pulled. */
export function stagedProject(programs: readonly string[] = ['sh', 'cat']): Project {
  const project = makeProject(staged)
  makeRootfs(join(project.folder, 'rootfs'), programs)
  tarRootfs(join(project.folder, 'rootfs'), join(project.folder, 'rootfs.tar'))
  project.write('.dockerignore', 'rootfs\n')
  project.write('lockfile', 'a 1.0\n')
  project.write('source', 'print a\n')
  return project
}
