import { join } from 'node:path'
import type { Spec } from '../backends/spec.ts'
import { namePart } from '../keys/cache-name.ts'
import { InputError } from '../runner/input-error.ts'

/**
 * The specs with the action's own directories: one for each cache name, in the runner's temporary folder, which is
 * emptied for each job. An archive can be found only with the same path (the service hashes it), so the path does not
 * depend on the branch.
 */
export function withOwnDirectories(specs: readonly Spec[], tempDir: string, cacheName: string): Spec[] {
  return specs.map((spec) => {
    if (!spec.isOwned) return spec
    if (tempDir === '') throw new InputError('cache', 'local needs dest=… if RUNNER_TEMP is not set.')
    const name = namePart(cacheName, spec.name) || 'cache'
    const dest = join(tempDir, 'buildx-branch-cache', name)
    return { ...spec, given: [['dest', dest], ...spec.given] }
  })
}
