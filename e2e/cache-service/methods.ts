import { type Account, signedUrl } from '../parts/azure-signature.ts'
import type { CacheEntries } from './entries.ts'
import { type Access, READ, WRITE } from './token.ts'

export type Answer = { status: number; body: Record<string, unknown> }
export type Body = Record<string, unknown>

export const CONTAINER = 'gha'

const error = (status: number, code: string, msg: string): Answer => ({ status, body: { code, msg } })
const ok = (body: object): Answer => ({ status: 200, body: { ok: true, ...body } })
const notOk = (body: object = {}): Answer => ({ status: 200, body: { ok: false, ...body } })

export const unauthenticated = error(401, 'unauthenticated', 'the token is not valid')
export const badRoute = error(404, 'bad_route', 'no such method')

type Method = (entries: CacheEntries, account: Account, access: readonly Access[], body: Body) => Answer

/** The three methods of the service's version 2 that builds use. */
export const methods: Record<string, Method> = {
  CreateCacheEntry: (entries, account, access, body) => {
    const [key, version] = [String(body.key ?? ''), String(body.version ?? '')]
    const wrong = whyNotAKey(key)
    if (wrong) return error(400, 'invalid_argument', wrong)
    const [scope] = scopesWith(access, WRITE)
    if (scope === undefined) return notOk({ message: 'cache write denied: token has no writable scopes' })
    const entry = entries.reserve(scope, key, version)
    if (!entry) return error(409, 'already_exists', `an entry with the key ${key} already exists`)
    return ok({ signed_upload_url: signedUrl(account, CONTAINER, entry.blob, 'cw') })
  },

  FinalizeCacheEntryUpload: (entries, _account, access, body) => {
    const [scope] = scopesWith(access, WRITE)
    if (scope === undefined) return notOk({ message: 'cache write denied: token has no writable scopes' })
    // A 64-bit number is a text in the JSON of protobuf; BuildKit writes a number.
    const size = Number(body.size_bytes)
    const entry = entries.finish(scope, String(body.key), String(body.version), size)
    return entry ? ok({ entry_id: entry.id }) : notOk()
  },

  GetCacheEntryDownloadURL: (entries, account, access, body) => {
    const scopes = scopesWith(access, READ)
    if (scopes.length === 0)
      return error(403, 'permission_denied', 'cache read denied: token has no readable scopes')
    const restoreKeys = Array.isArray(body.restore_keys) ? body.restore_keys.map(String) : []
    const entry = entries.find(scopes, String(body.key), restoreKeys, String(body.version))
    if (!entry) return notOk()
    const url = signedUrl(account, CONTAINER, entry.blob, 'r')
    return ok({ signed_download_url: url, matched_key: entry.key })
  },
}

function scopesWith(access: readonly Access[], permission: number): string[] {
  return access.filter((it) => it.Permission & permission).map((it) => it.Scope)
}

function whyNotAKey(key: string): string | undefined {
  if (key === '' || key.length > 512) return 'a key has 1 to 512 characters'
  return key.includes(',') ? 'a key holds no comma' : undefined
}
