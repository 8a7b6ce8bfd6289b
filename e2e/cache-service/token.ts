import { createHmac, randomBytes } from 'node:crypto'

export const READ = 1
export const WRITE = 2

/** What a token may do with the caches of one ref, `refs/heads/main` say. */
export type Access = { Scope: string; Permission: number }

export type Claims = { ac?: string; exp?: number; nbf?: number }

/** GitHub's tokens are signed with a key of GitHub's; the service trusts no other. */
export const serviceKey = randomBytes(32)

/** A token as the runner gets one. `ac` is JSON within JSON. Claims given as undefined are left out. */
export function token(access: readonly Access[], claims: Claims = {}, key = serviceKey): string {
  const now = Math.floor(Date.now() / 1000)
  const all = { ac: JSON.stringify(access), nbf: now - 60, exp: now + 3600, ...claims }
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(all)}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

/** Claims of the kinds that GitHub does not hand out, or hands out too late. */
export const tokens = {
  both: (scope: string) => token([{ Scope: scope, Permission: READ | WRITE }]),
  readOnly: (scope: string) => token([{ Scope: scope, Permission: READ }]),
  writeOnly: (scope: string) => token([{ Scope: scope, Permission: WRITE }]),
  none: () => token([]),
  expired: (scope: string) => token([{ Scope: scope, Permission: READ | WRITE }], { exp: 1_700_000_000 }),
  withoutAccess: () => token([], { ac: undefined } as object),
  withoutTimes: () => token([], { exp: undefined, nbf: undefined } as object),
  malformed: () => 'not.a-token',
}

/** What a token may do, where it is one of GitHub's and holds now. */
export function readAccess(text: string): Access[] | undefined {
  const [header = '', payload = '', signature = ''] = text.split('.')
  const expected = createHmac('sha256', serviceKey).update(`${header}.${payload}`).digest('base64url')
  if (signature !== expected) return undefined
  const { ac, exp, nbf } = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const now = Date.now() / 1000
  return exp > now && nbf <= now ? JSON.parse(ac ?? '[]') : undefined
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
