import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pushTo } from './events/simple.ts'
import { directoryBytes } from './layout.ts'
import type { Machine } from './parts/buildkitd.ts'
import { bin } from './parts/part.ts'
import { stagedProject } from './project.ts'
import { buildOn } from './stage.ts'

/** The sizes in bytes of the two directories after a build, and of what the action's living scopes need. */
export type Size = { ours: number; needed: number; plain: number }

/**
 * Builds as often, each with another source, so that one layer after the other is new; each on a builder that is
 * emptied before, once with this action and once by hand with `type=local`. Layers hold what does not compress.
 */
export async function grow(machine: Machine, builds: number, layerBytes: number): Promise<Size[]> {
  const project = stagedProject()
  const [ours, plain] = [join(project.folder, '.ours'), join(project.folder, '.plain')]
  project.write('.dockerignore', 'rootfs\n.ours\n.plain\n')
  const sizes: Size[] = []
  for (let i = 0; i < builds; i++) {
    project.write('source', noise(layerBytes))
    machine.prune()
    const inputs = { cache: `type=local,dest=${ours}` }
    const { exitCode, log } = await buildOn(machine, {
      event: pushTo('main'),
      workspace: project.folder,
      inputs,
    })
    if (exitCode !== 0) throw new Error(log)
    machine.prune()
    const flags = [`--cache-from=type=local,src=${plain}`, `--cache-to=type=local,dest=${plain},mode=max`]
    execFileSync(join(bin, 'docker-buildx'), ['build', ...flags, '.'], {
      cwd: project.folder,
      env: { ...process.env, ...machine.env },
      stdio: 'pipe',
    })
    const { all, needed } = directoryBytes(ours)
    sizes.push({ ours: all, needed, plain: directoryBytes(plain).all })
  }
  rmSync(project.folder, { recursive: true })
  return sizes
}

/** Text of so many bytes that hardly compresses. */
export function noise(bytes: number): string {
  return randomBytes(bytes).toString('base64').slice(0, bytes)
}
