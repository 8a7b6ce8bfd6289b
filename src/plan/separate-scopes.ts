import { canonicalRepository, parseReference } from '../backends/reference.ts'
import type { Spec } from '../backends/spec.ts'
import { type Entries, makeEntries } from './entries.ts'
import type { Plan } from './plan.ts'

/**
 * The entries of a run that lacks a secret, without the export to an image whose tag runs with the secret read: an
 * inline cache is written to the image's tags, not to a scope that the action chooses.
 */
export function keepApart(
  entries: Entries,
  plan: Plan,
  specs: readonly Spec[],
  { cacheName, tags }: { cacheName: string; tags: readonly string[] },
): Entries {
  const inline = specs.filter(({ backend }) => backend.type === 'inline')
  if (plan.without.length === 0 || inline.length === 0) return entries
  const complete = makeEntries({ ...plan, without: [] }, inline, cacheName).from
  const read = complete.map(({ attributes }) => canonical(attributes.ref ?? ''))
  if (!tags.some((tag) => read.includes(canonical(tag)))) return entries
  return { ...entries, to: entries.to.filter(({ backend }) => backend !== 'inline') }
}

function canonical(reference: string): string {
  try {
    const { repository, tag } = parseReference(reference)
    return `${canonicalRepository(repository)}:${tag || 'latest'}`
  } catch {
    return '' // buildx says what is wrong with it
  }
}
