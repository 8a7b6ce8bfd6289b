import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { whyShort } from '../../src/buildkit/error-messages.ts'

describe('a failure in words', () => {
  test.each<[string, string]>([
    ['dial tcp 127.0.0.1:1: connect: connection refused', 'connection refused'],
    ['dial tcp: lookup r.io on 127.0.0.53:53: no such host', 'its host name is unknown (no such host)'],
    ['dial tcp 10.0.0.1:443: i/o timeout', 'it timed out'],
    ['Get "https://r.io/v2/": net/http: TLS handshake timeout', 'it timed out'],
    [
      'failed to do request: Head "https://r.io/v2/a/manifests/b": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'its certificate is not trusted',
    ],
    [
      'unexpected status from HEAD request to https://r.io: 401 Unauthorized',
      'not logged in, or no permission (401)',
    ],
    [
      'push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      'not logged in, or no permission (401)',
    ],
    [
      'unexpected status from PUT request to https://r.io/v2/a/manifests/main: 403 Forbidden',
      'access is denied',
    ],
    [
      'httpReadSeeker: failed open: unexpected status code https://r.io/v2/a/blobs/sha256:1: 403 Forbidden',
      'access is denied',
    ],
    [
      'invalid status response 403 for https://a.blob.core.windows.net/x, range: bytes=0-',
      'access is denied',
    ],
    [
      'operation error S3: PutObject, https response error StatusCode: 403, RequestID: A, HostID: B, api error AccessDenied: Access Denied',
      'access is denied',
    ],
    [
      'PUT https://a.example/c/m\n-----\nRESPONSE 403: 403 No\nERROR CODE: AuthorizationFailure',
      'access is denied',
    ],
    [
      'unexpected status from POST request to https://r.io/v2/a/blobs/uploads/: 429 Too Many Requests',
      'the store returned "too many requests" (429)',
    ],
    [
      'toomanyrequests: You have reached your pull rate limit',
      'the store returned "too many requests" (429)',
    ],
    [
      "name unknown: The repository with name 'certificates' does not exist in the registry with id '1234'",
      'the repository does not exist',
    ],
    ['open /cache/x509 denied: 403/index.json: read-only file system', 'the file system is read-only'],
    ['blob sha256:12 not found', 'it refers to data that no longer exists'],
    ['something else\nmore', 'something else'],
    ['GET https://a.example/b?sig=secret failed', 'GET https://a.example/b?*** failed'],
    ['x'.repeat(501), 'the reason is too long to show here'],
    ['short read: expected 403 bytes but got 0: unexpected EOF', 'its data is corrupt'],
    // what is a name's own is nobody's verdict
    [
      'failed to copy: ghcr.io/acme/app/cache:pr-403: unexpected EOF',
      'failed to copy: ghcr.io/acme/app/cache:pr-403: unexpected EOF',
    ],
    [
      'error writing r.io/acme/app:pr-429: unexpected EOF',
      'error writing r.io/acme/app:pr-429: unexpected EOF',
    ],
    [
      'unexpected status from PUT request to https://r.io/v2/acme/certificates/manifests/main: 403 Forbidden',
      'access is denied',
    ],
  ])('%s', (error, words) => {
    expect(whyShort(error)).toBe(words)
  })

  const there =
    'access is denied: add this repository under "Manage Actions access" in the settings of the package'
  test.each([
    [
      'unexpected status from POST request to https://ghcr.io/v2/acme/app/cache/blobs/uploads/: 403 Forbidden',
      there,
    ],
    ['denied: permission_denied: write_package', there],
    ['denied: permission_denied: The token provided does not match expected scopes.', there],
    [
      'unexpected status from POST request to https://r.io/v2/ghcr.io/app/blobs/uploads/: 403 Forbidden',
      'access is denied',
    ],
  ])('%s: what to do on GitHub’s registry', (error, words) => {
    expect(whyShort(error)).toBe(words)
  })
})

describe('of a long text only the beginning is looked at', () => {
  const tooLong = 'the reason is too long to show here'
  test.each([
    ['what is said at the beginning', `403 Forbidden ${'x '.repeat(9_000)}`, 'access is denied'],
    ['what is said far behind', `${'x '.repeat(4_000)}403 Forbidden`, tooLong],
    ['a name across the end', `${'x '.repeat(3_998)}x509${'/a'.repeat(9)}`, tooLong],
    ['one word', 'x509'.repeat(9_000), tooLong],
    ['a short first line', `failed\n${'x '.repeat(4_000)}403 Forbidden`, 'failed'],
  ])('%s', (_, error, words) => {
    expect(whyShort(error)).toBe(words)
  })
})

describe('no name changes the verdict', () => {
  // What the patterns look for, as far as a branch, a repository, a tag or a host can be called so.
  const hostile = fc.constantFrom(
    ...['403', '429', '401', 'x509', 'certificate', 'certificates', 'AccessDenied', 'denied', 'NoSuchKey'],
    ...[
      'toomanyrequests',
      'NoSuchBucket',
      'InvalidRange',
      'insufficient_scope',
      'permission_denied',
      'index',
    ],
    ...[
      'AuthorizationFailure',
      'StatusCode',
      'status',
      'main',
      'a',
      '1',
      'blob',
      'no_such_host',
      'HTTP',
      'open',
    ],
  )
  const part = fc
    .array(hostile, { minLength: 1, maxLength: 3 })
    .chain((words) => fc.constantFrom('-', '_', '.').map((joint) => words.join(joint)))
  const name = fc.record({ host: part, repository: part, key: part })
  type Name = { host: string; repository: string; key: string }
  const ref = ({ host, repository, key }: Name): string => `${host}.io/acme/${repository}/cache:${key}`
  const url = ({ host, repository, key }: Name): string =>
    `https://${host}.io/v2/acme/${repository}/manifests/${key}`
  const errors: ((it: Name) => string)[] = [
    (it) => `failed to configure registry cache importer: ${ref(it)}: unexpected EOF`,
    (it) =>
      `failed to push ${ref(it)}: unexpected status from PUT request to ${url(it)}: 500 Internal Server Error`,
    (it) => `unexpected status from PUT request to ${url(it)}: 403 Forbidden`,
    (it) => `unexpected status from PUT request to ${url(it)}: 429 Too Many Requests`,
    (it) => `failed to do request: Head "${url(it)}": EOF`,
    (it) =>
      `failed to do request: Head "${url(it)}": dial tcp: lookup ${it.host}.io on 10.0.0.1:53: no such host`,
    (it) => `dial tcp: lookup ${it.host}.io: i/o timeout`,
    (it) => `dial tcp: address ${it.host}.io: missing port in address`,
    (it) => `${ref(it)}: not found`,
    (it) => `error from cache service: key "index-${it.key}--1-deadbeef" is busy`,
    (it) => `failed to save index-${it.key}--1-deadbeef: try later`,
    (it) =>
      `GET https://a.example/${it.repository}/manifests/${it.key}\n------\nRESPONSE 500: 500 No\nERROR CODE: InternalError`,
    (it) =>
      `operation error S3: PutObject, https response error StatusCode: 500, RequestID: X, HostID: Y, api error InternalError: ${url(it)}`,
    (it) => `open /var/cache/${it.repository} ${it.key}/index.json: permission missing`,
    (it) => `rename /var/${it.repository}/${it.key} /var/b ${it.key}: input/output error`,
    (it) =>
      `name unknown: The repository with name '${it.repository}' does not exist in the registry with id '1'`,
  ]
  const plain = { host: 'example', repository: 'app', key: 'main' }
  test.each(errors.map((error) => [error(plain), error] as const))('%s', (_, error) => {
    const isKnown = (text: string, words: string): boolean => !text.startsWith(words.replace(/…$/, ''))
    fc.assert(
      fc.property(name, (it) => {
        const [text, usual] = [error(it), error(plain)]
        const [words, usually] = [whyShort(text), whyShort(usual)]
        expect(isKnown(text, words) ? words : 'their own').toBe(
          isKnown(usual, usually) ? usually : 'their own',
        )
      }),
      { numRuns: 300 },
    )
  })
})
