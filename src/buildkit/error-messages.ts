import { cutCredentials } from '../runner/hide.ts'

/** In characters. */
const LONGEST = 500
/** In characters: how much of a text is matched, since the patterns are slow on long texts. */
const LOOKED_AT = 8_000

// Messages of BuildKit, its clients and the stores when a cache cannot be used -> what a user needs to know. All were
// seen in runs; other messages are shown unchanged. They are matched on the text without names: a branch may be called
// `x509`.
const known: [RegExp, string][] = [
  [/connection refused/, 'connection refused'],
  [/no such host|server misbehaving/, 'its host name is unknown (no such host)'],
  [/context deadline exceeded|i\/o timeout|TLS handshake timeout/, 'it timed out'],
  [/context canceled/, 'it was cancelled'],
  [/no space left on device/, 'no space is left on the device'],
  [/certificate|x509/, 'its certificate is not trusted'],
  [/InvalidAccessKeyId|SignatureDoesNotMatch|AuthenticationFailed/, 'the credentials are wrong'],
  [/NoSuchBucket/, 'the bucket does not exist'],
  [/failed to refresh cached credentials|no EC2 IMDS role/, 'no credentials are configured for it'],
  [/RepositoryNotFound|[Tt]he repository with name .* does not exist/, 'the repository does not exist'],
  [status(401, /authorization failed|insufficient_scope/), 'not logged in, or no permission (401)'],
  [status(403, /AccessDenied|AuthorizationFailure|permission_denied|denied:/), 'access is denied'],
  [status(429, /toomanyrequests|maximum timeout reached/), 'the store returned "too many requests" (429)'],
  [/failed to reserve cache/, 'the token cannot write (failed to reserve cache)'],
  [/cache token expired/, 'the token of the cache service has expired'],
  [/unknown cache (importer|exporter)/, 'the builder does not support this type of cache'],
  [
    /could not fetch content descriptor|content (digest |sha256:).*: not found|blob .* not found|NoSuchKey|GetObject,.* StatusCode: 404/,
    'it refers to data that no longer exists',
  ],
  [
    /unexpected commit digest|checksum did not match|failed size validation|short read: |unsupported offset|InvalidRange/,
    'its data is corrupt',
  ],
  [/no such job/, 'it did not respond before buildx gave up'],
  [/read-only file system/, 'the file system is read-only'],
  [/is too large/, 'its manifest is larger than the 1 MiB that BuildKit reads'],
  [/could not lock/, 'another build is writing to the directory'],
]

/** The messages for users, for `script/messages`. */
export const shortReasons: readonly string[] = known.map(([, words]) => words)

/** A status of HTTP, wherever a client puts it (`status code 403`, `StatusCode: 403`, `403 Forbidden`), or other words. */
function status(code: number, orElse: RegExp): RegExp {
  const before = '(?:[Ss]tatus|StatusCode|RESPONSE|HTTP)'
  return new RegExp(String.raw`${before}\b[^\d\n]{0,80}\b${code}\b|\b${code} [A-Z]|${orElse.source}`)
}

// GitHub's registry returns only the first if the package was created manually or by another repository.
const ON_GHCR = /permission_denied: (\w+_package|The token)|(^|\/\/|[\s"'])ghcr\.io\//

/**
 * Why something failed: the action's own message, else the first line of BuildKit's. That line is never cut, since no
 * mask finds a part of a secret.
 */
export function whyShort(error: string): string {
  const text = withoutNames(error)
  const words = known.find(([pattern]) => pattern.test(text))?.[1]
  if (words === 'access is denied' && ON_GHCR.test(error)) {
    return `${words}: add this repository under "Manage Actions access" in the settings of the package`
  }
  if (words !== undefined) return words
  const [first = ''] = error.split('\n', 1)
  const line = first.length > LOOKED_AT ? first : cutCredentials(first)
  return line.length > LONGEST ? 'the reason is too long to show here' : line
}

/** The beginning of a text that is too long, cut at a blank: half a name could match a pattern. */
function beginning(text: string): string {
  if (text.length <= LOOKED_AT) return text
  const end = Math.max(text.lastIndexOf(' ', LOOKED_AT), text.lastIndexOf('\n', LOOKED_AT))
  return text.slice(0, Math.max(end, 0))
}

/**
 * A message without the names that users choose: URLs, references, hosts, paths, quoted words. They contain a `/`, a
 * `.`, a `@` or a `"`, or are where GitHub's cache service puts a scope. Of a text of more than 8,000 characters only
 * its beginning.
 */
export function withoutNames(error: string): string {
  return beginning(error)
    .replace(
      /\b(open|mkdir|mkdirat|rename|l?stat|chmod|f?sync|write|read|remove|unlink|link) \/[^\n]*?: /g,
      '$1: ',
    )
    .replace(/"[^"\s]*"|(^|[\s(])'[^'\s]*'/g, '$1')
    .replace(/[^\s,;()]+/g, (word) => {
      const [, name = '', end = ''] = /^(.*?)([.:]*)$/s.exec(word) ?? []
      const isName = name !== 'i/o' && /[/@]|\w\.\w|^(index|buildkit-blob)-/.test(name)
      return isName ? end : word
    })
}
