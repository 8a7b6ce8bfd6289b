import { type Project, stagedProject } from './project.ts'

// What stagedProject does in several stages, in as many steps.
const dockerfile = `
FROM scratch
ADD rootfs.tar /
COPY lockfile /
RUN cat /lockfile > /dependencies
COPY source /
RUN cat /dependencies /source > /program
RUN cat /program
RUN cat /program > /copy
`

/** A project of one stage, for caches that hold the layers of the result alone. */
export function lineProject(): Project {
  const project = stagedProject()
  project.write('Dockerfile', dockerfile)
  return project
}
