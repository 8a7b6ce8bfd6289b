import { gha } from '../backends/gha.ts'
import type { Spec } from '../backends/spec.ts'
import type { Builder } from '../buildx/builder.ts'
import type { CacheService } from '../runner/cache-service.ts'
import { canExport } from './builder-support.ts'

/** `isForBuilder`: what is missing is a builder that can export, and a step before this one makes it. */
export type Automatic = { specs: Spec[]; why: string; isForBuilder?: boolean }

/** Why a step has no cache of ours, for its summary; empty where it has one, or turned it off with `cache: none`. */
export function whyNone(automatic: Automatic | undefined, offBy: readonly string[]): string {
  if (automatic) return automatic.why === '' ? '' : `No cache: ${automatic.why}.`
  if (offBy.length === 0) return ''
  return `No branch cache: ${offBy.join(' and ')} ${offBy.length > 1 ? 'turn' : 'turns'} the automatic cache off.`
}

/**
 * The cache of a step that asks for none: GitHub's, where it is there and this builder can use it. It never
 * changes the builder; where it cannot work, `why` says in one line what would make it possible.
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
