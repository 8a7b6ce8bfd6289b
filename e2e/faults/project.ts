import { join } from 'node:path'
import { makeRootfs, tarRootfs } from '../parts/rootfs.ts'
import { makeProject, type Project } from '../project.ts'

const dockerfile = `
FROM scratch AS build
ARG broken=0
ADD rootfs.tar /
COPY source /
RUN cat /source > /program
RUN [ $broken = 0 ] || { echo the step itself is broken; exit 7; }
FROM scratch
COPY --from=build /program /
`

/** The number of its steps. */
export const STEPS = 5

/** Two stages whose result is one file, `program`, a copy of `source`; the build argument `broken=1` makes a step fail. */
export function faultProject(): Project {
  const project = makeProject(dockerfile)
  makeRootfs(join(project.folder, 'rootfs'), ['sh', 'cat'])
  tarRootfs(join(project.folder, 'rootfs'), join(project.folder, 'rootfs.tar'))
  project.write('.dockerignore', 'rootfs\n')
  return project
}
