import type { Builder } from '../buildx/builder.ts'
import type { CacheService } from '../github/cache-service.ts'
import { canExport } from './gates.ts'
import { gha } from './gha.ts'
import type { Spec } from './spec.ts'

/**
 * The cache of a step that asks for none: GitHub's, where it is there and this builder can use it. It never
 * changes the builder; where it cannot work, `why` says in one line what would make it possible.
 */
export function automaticCache(
  service: CacheService,
  builder: Builder | undefined,
): { specs: Spec[]; why: string } {
  if (!service.offered) return { specs: [], why: `${service.why}; name another cache with the input cache` }
  if (builder && !canExport(builder, 'gha')) {
    const why = `the builder's ${builder.driver} driver keeps no cache for export; run docker/setup-buildx-action before this step`
    return { specs: [], why }
  }
  if (!service.canRead) return { specs: [], why: service.why }
  return { specs: [{ backend: gha, given: [], name: '' }], why: '' }
}
