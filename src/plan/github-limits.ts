import type { CacheService } from '../runner/cache-service.ts'
import type { Plan } from './plan.ts'

/** The same plan, restricted on gha to what GitHub's cache service allows this step. */
export function withinService(plan: Plan, service: CacheService): Plan {
  const { onGha } = plan.write
  return {
    ...plan,
    reads: service.canRead ? plan.reads : plan.reads.map((read) => ({ ...read, onGha: false })),
    write: {
      ...plan.write,
      onGha: onGha.allowed && !service.canWrite ? { allowed: false, why: service.why } : onGha,
    },
  }
}
