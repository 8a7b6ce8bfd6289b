import { messages } from '../buildkit/messages.ts'
import type { Entries, Entry } from '../plan/entries.ts'
import type { FailureVerdict } from './fallback-types.ts'

const DIGEST = /sha256:[0-9a-f]{64}/

/** Messages about an unreadable cache layer, and the backends they come from. Seen in runs. */
const layerOf: [pattern: RegExp, backends: string[]][] = [
  [messages.s3Layer, ['s3']],
  [messages.registryLayer, ['registry', 'inline']],
  [messages.azureLayer, ['azblob', 'gha']],
  [messages.localLayer, ['local']],
]

/**
 * A layer of a cache that is missing or corrupt. The message is the same for a base image's layer: then a second run
 * without these caches fails in the same way.
 */
export function readFailure(error: string, { from }: Entries): Omit<FailureVerdict, 'why'> | undefined {
  const inner = error.replace(messages.beforeReadFailure, '')
  if (messages.ownFailure.test(inner)) return undefined
  const isPush = messages.push.test(inner)
  const text = inner.replace(messages.push, '').replace(/^failed to copy: /, isPush ? '' : '$&')
  if (isPush && messages.pushTarget.test(text)) return undefined
  const known = layerOf.find(([pattern]) => pattern.test(text))?.[1]
  if (!known && !messages.anyLayer.test(text)) return undefined
  const candidates = from.filter(({ backend }) => known?.includes(backend) ?? true)
  return {
    side: 'import',
    entries: withHost(text, candidates),
    layer: DIGEST.exec(text)?.[0] ?? '',
  }
}

/** The imports whose host is in the message, if it names one; a registry may redirect to another host. */
function withHost(error: string, candidates: Entry[]): Entry[] {
  const host = /https?:\/\/([^/"\s]+)/.exec(error)?.[1]?.toLowerCase()
  const there = host === undefined ? [] : candidates.filter((entry) => hostsOf(entry).includes(host))
  return there.length > 0 ? there : candidates
}

/** The hosts, with ports, in an entry; in lower case. */
function hostsOf({ attributes }: Entry): string[] {
  const { ref, account_url, endpoint_url, url, url_v2 } = attributes
  return [ref, account_url, endpoint_url, url, url_v2].flatMap((it) => {
    const host = /^(?:https?:\/\/)?([^/\s]+)/i.exec(it ?? '')?.[1]
    return host === undefined ? [] : [host.toLowerCase()]
  })
}
