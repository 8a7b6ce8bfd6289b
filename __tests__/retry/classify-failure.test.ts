import { describe, expect, test } from '@jest/globals'
import { flagOf } from '../../src/plan/entries.ts'
import {
  classifyFailure,
  isBuilderSpoilt,
  isContainerThere,
  isReadFailure,
} from '../../src/retry/classify-failure.ts'
import { entries } from './entries.ts'

const LAYER = `sha256:${'d9'.repeat(32)}`

const all = entries(
  [
    'type=registry,ref=ghcr.io/o/r/cache:main',
    'type=local,src=/cache,tag=main',
    'type=s3,region=r,bucket=b,name=main',
    'type=azblob,account_url=https://a.blob.example,name=main',
    'type=gha,scope=main-',
  ],
  [
    'type=registry,ref=ghcr.io/o/r/cache:main',
    'type=local,dest=/cache,tag=main',
    'type=s3,region=r,bucket=b,name=main',
    'type=azblob,account_url=https://a.blob.example,name=main',
    'type=gha,scope=main-',
  ],
)

test.each<[string, string, string[]]>([
  ['a.example.com', 'a host and no end of another', ['type=registry,ref=a.example.com/app:main']],
  ['aa.example.com', 'the longer one', ['type=registry,ref=aa.example.com/app:main']],
  ['A.example.com', 'in capitals', ['type=registry,ref=a.example.com/app:main']],
  ['a.example.com:5000', 'with its port', ['type=registry,ref=a.example.com:5000/app:main']],
  [
    'cdn.example.com',
    'nobody: the registry sent its readers elsewhere',
    [
      'type=registry,ref=aa.example.com/app:main',
      'type=registry,ref=a.example.com/app:main',
      'type=registry,ref=a.example.com:5000/app:main',
      'type=registry,ref=r.io/cdn.example.com/app:main',
    ],
  ],
])('%s: %s', (host, _, blamed) => {
  const several = entries(
    [
      'type=registry,ref=aa.example.com/app:main',
      'type=registry,ref=a.example.com/app:main',
      'type=registry,ref=a.example.com:5000/app:main',
      'type=registry,ref=r.io/cdn.example.com/app:main',
    ],
    [],
  )
  const error = `failed to copy: httpReadSeeker: failed open: unexpected status from GET request to https://${host}/v2/app/blobs/${LAYER}: 500 Internal Server Error`
  const found = classifyFailure(`ERROR: failed to build: failed to solve: ${error}\n`, several, [])
  expect(found?.entries.map(flagOf)).toEqual(blamed)
})

/** What is left out, in words. */
function verdict(error: string, exporting: string[] = [], of = all): string {
  const found = classifyFailure(`#9 ERROR: something\n------\n${error}\n`, of, exporting)
  if (!found) return 'own'
  const types = found.entries.map(({ backend }) => backend).join(' ')
  return `${found.side} ${types}${found.layer === LAYER ? ', layer' : ''}`
}

const SOLVE = 'ERROR: failed to build: failed to solve: '

// Seen in runs of BuildKit v0.33.1 with buildx v0.37.2.
describe('what a cache is to blame for', () => {
  test.each([
    [
      `${SOLVE}failed to compute cache key: failed to copy: httpReadSeeker: failed open: could not fetch content descriptor ${LAYER} (application/vnd.oci.image.layer.v1.tar+gzip) from remote: not found`,
      'import registry, layer',
    ],
    [
      `${SOLVE}failed to copy: httpReadSeeker: failed open: unexpected status from GET request to https://ghcr.io/v2/o/r/cache/blobs/${LAYER}: 500 Internal Server Error`,
      'import registry, layer',
    ],
    [
      `${SOLVE}failed to compute cache key: failed to copy: operation error S3: GetObject, https response error StatusCode: 404, RequestID: A, HostID: B, NoSuchKey: The specified key does not exist.`,
      'import s3',
    ],
    [
      `${SOLVE}failed to copy: checksum did not match: algorithm CRC64NVME, expect QljEYSfv0oU=, actual GYV4i68gxIE=`,
      'import s3',
    ],
    [
      `${SOLVE}failed to compute cache key: NotFound: rpc error: code = NotFound desc = content ${LAYER}: not found`,
      'import local, layer',
    ],
    [
      `${SOLVE}failed to copy: GET https://a.blob.example/cache/blobs/x\n----------\nRESPONSE 404: 404 The specified blob does not exist.`,
      'import azblob',
    ],
    [
      `${SOLVE}GET https://a.blob.example/c/blobs%2F${LAYER}\n--------------------\nRESPONSE 404: 404 Not Found\nERROR CODE UNAVAILABLE`,
      'import azblob, layer',
    ],
    [
      `${SOLVE}short read: expected 108 bytes but got 54: unexpected EOF`,
      'import registry local s3 azblob gha',
    ],
    [
      `${SOLVE}failed commit on ref "layer-${LAYER}": unexpected commit digest sha256:e4, expected ${LAYER}: failed precondition`,
      'import registry local s3 azblob gha, layer',
    ],
    [
      `${SOLVE}failed to push r.io/app: failed to copy: httpReadSeeker: failed open: could not fetch content descriptor ${LAYER} (x) from remote: not found`,
      'import registry, layer',
    ],
    [
      `${SOLVE}failed to push r.io:5000/app:latest: failed to copy: GET http://blobs.example/account/gha/8a4f0142\n--------------------\nRESPONSE 403: 403 no\nERROR CODE: AuthenticationFailed`,
      'import azblob gha',
    ],
    [
      `${SOLVE}failed to push r.io/app: GET https://a.blob.example/c/blobs%2F${LAYER}\n--------------------\nRESPONSE 404: 404 Not Found`,
      'import azblob, layer',
    ],
    [
      `${SOLVE}failed to push r.io/app: short read: expected 121 bytes but got 60: unexpected EOF`,
      'import registry local s3 azblob gha',
    ],
    [
      `${SOLVE}failed to push r.io/app: failed to copy: unsupported offset`,
      'import registry local s3 azblob gha',
    ],
    [
      `${SOLVE}failed to push r.io/app: failed commit on ref "layer-${LAYER}": unexpected commit digest sha256:e4, expected ${LAYER}: failed precondition`,
      'import registry local s3 azblob gha, layer',
    ],
    [
      `${SOLVE}failed to push r.io/app: failed to copy: operation error S3: GetObject, https response error StatusCode: 403`,
      'import s3',
    ],
    [
      `${SOLVE}failed to configure azblob cache exporter: failed to create container client: failed to get properties of cache container abc: GET http://a/abc\n---\nRESPONSE 403: 403 no\nERROR CODE: AuthorizationFailure`,
      'export azblob',
    ],
    [
      `${SOLVE}failed to configure gha cache exporter: token is malformed: token contains an invalid number of segments`,
      'export gha',
    ],
    [`ERROR: failed to solve: failed to configure s3 cache exporter: x`, 'export s3'],
    [`${SOLVE}unknown cache exporter: "s3"`, 'export s3'],
    [`${SOLVE}duplicate cache exports [registry]`, 'export registry'],
    [
      'ERROR: failed to build: failed to receive status: rpc error: code = NotFound desc = no such job icrzo4aon7ia8821avxtvgi1h',
      'export azblob',
    ],
    ['ERROR: failed to build: could not lock /cache/index.json.lock', 'export local'],
    ['ERROR: could not lock /cache/index.json.lock\nERROR: (*service).Write failed: x', 'export local'],
    [
      'ERROR: failed to build: could not unmarshal /cache/index.json ("{\\"manifests\\": ["): unexpected end of JSON input',
      'export local',
    ],
    ['ERROR: failed to build: mkdir /cache: read-only file system', 'export local'],
    ['ERROR: failed to build: open /cache/index.json: no space left on device', 'export local'],
  ])('%s', (error, words) => {
    expect(verdict(error)).toBe(words)
  })

  test('why, without the image that was pushed: it is the cache that was not read', () => {
    const found = classifyFailure(
      `${SOLVE}failed to push r.io/app:x: failed to copy: GET http://a/b\n${'-'.repeat(20)}\nRESPONSE 404`,
      all,
    )
    expect(found?.why).toMatch(/^failed to copy: GET http:\/\/a\/b/)
  })

  test('a builder that goes away while it exports', () => {
    const error =
      'ERROR: failed to build: failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF'
    expect(verdict(error, ['gha'])).toBe('export gha')
    expect(verdict(error)).toBe('own')
  })
})

describe('what is the build’s own', () => {
  test.each([
    `${SOLVE}process "/bin/sh -c echo 'ERROR: failed to build: failed to solve: failed to copy: httpReadSeeker: ' && exit 1" did not complete successfully: exit code: 1`,
    `${SOLVE}failed to compute cache key: failed to calculate checksum of ref abc::def: "/nothing": not found`,
    `${SOLVE}dockerfile parse error on line 2: unknown instruction: COPPY`,
    `${SOLVE}failed to read dockerfile: open Dockerfile: no such file or directory`,
    `${SOLVE}docker.io/library/nothing:latest: failed to resolve source metadata for docker.io/library/nothing:latest: not found`,
    `${SOLVE}failed to push r.io/app: push access denied, repository does not exist or may require authorization`,
    `${SOLVE}failed to push r.io/app: failed to copy: io: read/write on closed pipe`,
    `${SOLVE}failed to push r.io/app: failed to do request: Head "http://r.io/v2/app/blobs/${LAYER}": dial tcp: connect: connection refused`,
    `${SOLVE}failed to push r.io/app: failed to copy: failed to do request: Put "https://r.io/v2/app/blobs/uploads/1": unexpected EOF`,
    `${SOLVE}failed to push r.io/app: failed to copy: unexpected status from PUT request to https://r.io/v2/app/blobs/uploads/1: 403 Forbidden`,
    `${SOLVE}failed to push r.io/app: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://auth.r.io/token: 401 Unauthorized`,
    `${SOLVE}failed to push r.io/app: server message: insufficient_scope: authorization failed`,
    `${SOLVE}failed to push r.io/app: denied: requested access to the resource is denied`,
    `${SOLVE}failed to push r.io/app: unexpected status from POST request to https://r.io/v2/app/blobs/uploads/: 401 Unauthorized`,
    `${SOLVE}unknown cache exporter: "nothing"`,
    `${SOLVE}Canceled: context canceled`,
    'ERROR: failed to build: mkdir /out: read-only file system',
    'ERROR: failed to build: mkdir /cache-of-another: read-only file system',
    'ERROR: failed to build: open /cache2/index.json: no space left on device',
    'ERROR: no builder "x" found',
    'exit',
    '',
  ])('%s', (error) => {
    expect(verdict(error)).toBe('own')
  })

  test('what a step printed is not the error that ends the build', () => {
    const printed = `#8 0.058 ${SOLVE}duplicate cache exports [registry]`
    expect(
      classifyFailure(`${printed}\n${SOLVE}process "/bin/sh -c x" did not complete`, all),
    ).toBeUndefined()
  })

  test('a cache of another backend, or none, is not to blame', () => {
    const error = `${SOLVE}failed to copy: httpReadSeeker: failed open: could not fetch content descriptor ${LAYER} (x) from remote: not found`
    expect(verdict(error, [], entries(['type=gha,scope=main-'], []))).toBe('own')
    expect(verdict(error, [], entries([], []))).toBe('own')
  })
})

test('of several registries the one that the message names', () => {
  const two = entries(['type=registry,ref=ghcr.io/o/r:a', 'type=registry,ref=r.example/o/r:a'], [])
  const error = `${SOLVE}failed to copy: httpReadSeeker: failed open: unexpected status from GET request to https://r.example/v2/o/r/blobs/${LAYER}: 500 Internal Server Error`
  expect(classifyFailure(error, two)?.entries).toEqual([two.from[1]])
})

test('a builder that has lost data of its own', () => {
  const error = `${SOLVE}failed to prepare buildkit-layer-snapshot-v1-sha256-a as b: parent snapshot buildkit-layer-snapshot-v1-sha256-c does not exist: not found`
  expect(isBuilderSpoilt(error)).toBe(true)
  expect(
    isBuilderSpoilt(`${SOLVE}process "/bin/sh -c echo parent snapshot a does not exist: not found" did not`),
  ).toBe(false)
})

test('data that cannot be read, whatever is left to blame', () => {
  expect(
    isReadFailure(
      `${SOLVE}failed to compute cache key: short read: expected 9 bytes but got 5: unexpected EOF\n`,
    ),
  ).toBe(true)
  expect(
    isReadFailure(`${SOLVE}process "/bin/sh -c exit 1" did not complete successfully: exit code: 1\n`),
  ).toBe(false)
})

test('a container that another build made meanwhile', () => {
  const failed = (code: string): string =>
    `${SOLVE}failed to configure azblob cache exporter: failed to create container client: failed to create cache container c: PUT https://a.blob.example/c\n----------\nRESPONSE 409: 409 Conflict\nERROR CODE: ${code}\n`
  expect(isContainerThere(failed('ContainerAlreadyExists'))).toBe(true)
  expect(isContainerThere(failed('AuthorizationFailure'))).toBe(false)
})
