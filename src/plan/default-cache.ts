import { gha } from '../backends/gha.ts'
import type { Spec } from '../backends/spec.ts'
import type { Builder } from '../buildx/builder.ts'
import type { CacheService } from '../runner/cache-service.ts'
import { canExport } from './builder-support.ts'

/** `isForBuilder`: only a builder that can export is missing, and an earlier step can create it. */
export type Automatic = { specs: Spec[]; why: string; isForBuilder?: boolean }

/** Why the action does not cache a step, for its summary; empty if it does, or with `cache: none`. */
export function whyNone(automatic: Automatic | undefined, offBy: readonly string[]): string {
  if (automatic) return automatic.why === '' ? '' : `No cache: ${automatic.why}.`
  if (offBy.length === 0) return ''
  return `No branch cache: ${offBy.join(' and ')} ${offBy.length > 1 ? 'turn' : 'turns'} the automatic cache off.`
}

/**
 * The cache of a step that specifies none: GitHub's, if it is available and this builder can use it. It never changes
 * the builder; if it cannot work, `why` says in one line what would make it possible.
 */
export function automaticCache(service: CacheService, builder: Builder | undefined): Automatic {
  if (!service.offered) return { specs: [], why: `${service.why}; specify another cache in the input cache` }
  if (builder && !canExport(builder, 'gha')) {
    const why = `the builder's ${builder.driver} driver cannot export a cache; add "- uses: docker/setup-buildx-action@v4" before this step`
    return { specs: [], why, isForBuilder: true }
  }
  if (!service.canRead) return { specs: [], why: service.why }
  return { specs: [{ backend: gha, given: [], name: '' }], why: '' }
}
