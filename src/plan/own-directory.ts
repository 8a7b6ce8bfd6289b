import { join } from 'node:path'
import type { Spec } from '../backends/spec.ts'
import { namePart } from '../keys/cache-name.ts'
import { InputError } from '../runner/input-error.ts'

/**
 * The specs with the directories that we keep ourselves: one for each cache name, in the runner's folder for
 * temporary files, which it empties for each job. An archive is found again only under the same path (the service
 * hashes it), so that nothing of the branch is in it.
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
