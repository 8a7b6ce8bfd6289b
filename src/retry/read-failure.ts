import type { Entries, Entry } from '../plan/entries.ts'
import { parseEntry } from '../plan/entry-fields.ts'
import type { Verdict } from './fallback-types.ts'

const DIGEST = /sha256:[0-9a-f]{64}/

/** What BuildKit says when a layer that a cache promised cannot be read, and whose words they are. Seen in runs. */
const messages: [pattern: RegExp, backends: string[]][] = [
  [/operation error S3: |checksum did not match: algorithm CRC/, ['s3']],
  [/could not fetch content descriptor|httpReadSeeker: /, ['registry', 'inline']],
  [/^GET https?:\/\/[^\n]*\n-{10,}/, ['azblob', 'gha']],
  [/rpc error: code = NotFound desc = content sha256:/, ['local']],
]

/** While an image is pushed its layers are read, and written to a registry, whose words come after these. */
export const PUSH = /^failed to push \S+: /
/** What only a write, or a question to the registry that is pushed to, says. */
const TARGET =
  /(Head|Post|Put|Patch) "|from (HEAD|POST|PUT|PATCH) request to|^(push|pull) access denied|^failed to (authorize|fetch oauth token)|^(server message|denied|unauthorized)/

/** The same, whoever it was. Of a layer that broke off 0.34 says its offset is unsupported, since it cannot go on in it. */
const anybody =
  /^failed to copy: |^short read: expected \d+ bytes|^unexpected EOF|^unsupported offset\b|unexpected commit digest sha256:|failed size validation/

/**
 * A layer of a cache that is gone or spoilt. The words are those of a base image's layer too: then a second run
 * without these caches says the same again.
 */
export function readFailure(error: string, { from }: Entries): Omit<Verdict, 'why'> | undefined {
  const inner = error.replace(
    /^(failed to (compute cache key|load cache key|prepare [^:]+|get reader): )+/,
    '',
  )
  // A step's own failure, a file that is not there, an image that is not there.
  if (
    /^(process "|failed to calculate checksum|failed to read dockerfile|dockerfile parse error)/.test(inner)
  ) {
    return undefined
  }
  const isPush = PUSH.test(inner)
  const text = inner.replace(PUSH, '').replace(/^failed to copy: /, isPush ? '' : '$&')
  if (isPush && TARGET.test(text)) return undefined
  const known = messages.find(([pattern]) => pattern.test(text))?.[1]
  if (!known && !anybody.test(text)) return undefined
  const candidates = from.filter(({ backend }) => known?.includes(backend) ?? true)
  return {
    ...{ side: 'import', entries: withHost(text, candidates) },
    layer: DIGEST.exec(text)?.[0] ?? '',
  }
}

/** Those whose host the message names, if it names one; a registry may send its readers elsewhere. */
function withHost(error: string, candidates: Entry[]): Entry[] {
  const host = /https?:\/\/([^/"\s]+)/.exec(error)?.[1]?.toLowerCase()
  const there = host === undefined ? [] : candidates.filter((entry) => hostsOf(entry).includes(host))
  return there.length > 0 ? there : candidates
}

/** The hosts, with their ports, that an entry names; in lower case. */
function hostsOf({ csv }: Entry): string[] {
  const { ref, account_url, endpoint_url, url, url_v2 } = parseEntry(csv).attributes
  return [ref, account_url, endpoint_url, url, url_v2].flatMap((it) => {
    const host = /^(?:https?:\/\/)?([^/\s]+)/i.exec(it ?? '')?.[1]
    return host === undefined ? [] : [host.toLowerCase()]
  })
}
