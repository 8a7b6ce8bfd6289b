import { describe, expect, test } from '@jest/globals'
import { takeCredentials } from '../../src/backends/credentials.ts'
import { parseSpecs } from '../../src/backends/spec.ts'

const s3 = 'type=s3,region=eu-west-1,bucket=b'
const azblob = 'type=azblob,account_url=https://a.blob.core.windows.net'
const take = (...lines: string[]) => takeCredentials(parseSpecs(lines, {}))
const names = (credentials: ReturnType<typeof take>): string[][] =>
  credentials.specs.map(({ given }) => given.map(([name]) => name))

describe('what buildx has a variable for moves there', () => {
  test('keys of s3', () => {
    const found = take(`${s3},access_key_id=AK,secret_access_key=SK,session_token=ST,mode=min`)
    expect(found.env).toEqual({
      AWS_ACCESS_KEY_ID: 'AK',
      AWS_SECRET_ACCESS_KEY: 'SK',
      AWS_SESSION_TOKEN: 'ST',
    })
    expect(found.secrets).toEqual(['AK', 'SK', 'ST'])
    expect(names(found)).toEqual([['region', 'bucket', 'mode']])
  })

  test('a key without a session ends the job’s session', () => {
    const { env } = take(`${s3},access_key_id=AK,secret_access_key=SK`)
    expect(env).toEqual({
      AWS_ACCESS_KEY_ID: 'AK',
      AWS_SECRET_ACCESS_KEY: 'SK',
      AWS_SESSION_TOKEN: undefined,
    })
    expect('AWS_SESSION_TOKEN' in env).toBe(true)
  })

  test('no key leaves the job’s as it is', () => {
    expect(take(s3, 'gha', azblob)).toMatchObject({ env: {}, secrets: [] })
  })

  test('the token of gha', () => {
    const found = take('type=gha,token=T,scope=x')
    expect(found).toMatchObject({ env: { ACTIONS_RUNTIME_TOKEN: 'T' }, secrets: ['T'] })
    expect(names(found)).toEqual([[]])
  })
})

describe('what it has none for stays in the command, and is a secret', () => {
  test.each([
    [`${azblob},secret_access_key=K==`, ['account_url', 'secret_access_key']],
    ['type=gha,ghtoken=K==', ['ghtoken']],
  ])('%s', (line, given) => {
    const found = take(line)
    expect(found).toMatchObject({ env: {}, secrets: ['K=='] })
    expect(names(found)).toEqual([given])
  })

  test('as it is, and as CSV quotes it', () => {
    expect(take(`${azblob},"secret_access_key=a""b,c"`).secrets).toEqual(['a"b,c', 'a""b,c'])
  })
})

describe('one set of variables holds one set of keys', () => {
  test.each([
    [[`${s3},access_key_id=A,secret_access_key=K`, `${s3},prefix=p,access_key_id=B,secret_access_key=K`]],
    [[`${s3},access_key_id=A,secret_access_key=K`, `${s3},prefix=p,access_key_id=A,secret_access_key=L`]],
    [
      [
        `${s3},access_key_id=A,secret_access_key=K,session_token=S`,
        `${s3},prefix=p,access_key_id=A,secret_access_key=K`,
      ],
    ],
    [[`${s3},access_key_id=A,secret_access_key=K`, `${s3},prefix=p`]],
    [['type=gha,token=A', 'type=gha,scope=x,token=B']],
  ])('refused: %j', (lines) => {
    expect(() => take(...lines)).toThrow(
      /^cache: two (s3|gha) specs have different (keys|tokens), but buildx accepts only one/,
    )
  })

  test.each([
    [`${s3},access_key_id=A`],
    [`${s3},secret_access_key=K`],
    [`${s3},session_token=S`],
    [`${s3},access_key_id=A,session_token=S`],
  ])('refused: %s', (line) => {
    expect(() => take(line)).toThrow(
      'cache: s3 needs access_key_id and secret_access_key together; specify both or neither.',
    )
  })

  test('the same keys twice are one set, and azblob’s are apart', () => {
    const keys = 'access_key_id=A,secret_access_key=K'
    const { env } = take(`${s3},${keys}`, `${s3},prefix=p,${keys}`, `${azblob},secret_access_key=Z`)
    expect(env).toMatchObject({ AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'K' })
  })
})
