// What BuildKit, its clients and the stores say when a cache cannot be used -> what a person needs to know. Seen in
// runs; the rest stays in their own words.
const known: [RegExp, string][] = [
  [/connection refused/, 'nothing answers there (connection refused)'],
  [/no such host|server misbehaving/, 'the host is not known (no such host)'],
  [/context deadline exceeded|i\/o timeout|TLS handshake timeout/, 'it did not answer in time'],
  [/context canceled/, 'it was cancelled'],
  [/no space left on device/, 'no space is left'],
  [/certificate|x509/, 'its certificate is not trusted'],
  [/InvalidAccessKeyId|SignatureDoesNotMatch|AuthenticationFailed/, 'the credentials are wrong'],
  [/NoSuchBucket/, 'there is no such bucket'],
  [/failed to refresh cached credentials|no EC2 IMDS role/, 'there are no credentials for it'],
  [/\b401 Unauthorized|authorization failed|insufficient_scope/, 'the login is missing or may not (401)'],
  [/\b403\b|AccessDenied|AuthorizationFailure|permission_denied|denied:/, 'access is denied'],
  [/\b429\b|toomanyrequests|maximum timeout reached/, 'the store answers "too many requests" (429)'],
  [/failed to reserve cache/, 'the token may not write (failed to reserve cache)'],
  [/cache token expired/, 'the token of the cache service has expired'],
  [/unknown cache (importer|exporter)/, 'the builder does not know this kind of cache'],
  [
    /could not fetch content descriptor|content (digest |sha256:).*: not found|blob .* not found|NoSuchKey|GetObject,.* StatusCode: 404/,
    'it refers to data that is no longer there',
  ],
  [
    /unexpected commit digest|checksum did not match|failed size validation|short read: |InvalidRange/,
    'its data is damaged',
  ],
  [/no such job/, 'it did not answer before buildx gave up'],
  [/read-only file system/, 'the file system is read-only'],
  [/is too large/, 'its manifest is larger than the 1 MiB that BuildKit reads'],
  [/could not lock/, 'another build is writing to the directory'],
]

/** Why something failed, in words; where these are not ours, the first line of BuildKit's, cut to a length. */
export function whyShort(error: string): string {
  const words = known.find(([pattern]) => pattern.test(error))?.[1]
  if (words !== undefined) return words
  const [line = ''] = withoutQueries(error).split('\n')
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

/** A signed URL is a credential. */
export function withoutQueries(text: string): string {
  return text.replace(/(https?:\/\/[^\s"'?]+)\?[^\s"']*/g, '$1')
}
