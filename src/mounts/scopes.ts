import type { Spec } from '../backends/spec.ts'
import type { Branch } from '../events/branch.ts'
import { scopeKey } from '../plan/entries.ts'
import type { Plan } from '../plan/plan.ts'

/** The scopes whose archives a run reads (the first that has one is used), and the one that it writes. */
export type MountScopes = {
  reads: { key: string; branch: Branch; role: string }[]
  /** The key, or why nothing is written. */
  write: { key: string } | { why: string }
}

/**
 * The plan -> the scopes of mounts, which are the same as those of layers. `spec`: the cache in whose store they are. A
 * job of a matrix writes one archive, that of its shard; the first job writes that of the common scope.
 */
export function scopesOfMounts(
  plan: Plan,
  spec: Pick<Spec, 'name'> | undefined,
  cacheName: string,
  isOnGithub: boolean,
): MountScopes {
  const names = [cacheName, spec?.name ?? ''] as const
  const decision = isOnGithub ? plan.write.onGha : plan.write.elsewhere
  const reads = plan.reads
    .filter(({ onGha }) => onGha || !isOnGithub)
    .flatMap(({ branch, role }) =>
      plan.readShards.map((shard) => ({ key: scopeKey(plan, names, { branch, role }, shard), branch, role })),
    )
  const { own: branch } = plan
  const write =
    branch && decision.allowed
      ? { key: scopeKey(plan, names, { branch, role: 'own' }, plan.soleShard) }
      : { why: decision.why }
  return { reads, write }
}
