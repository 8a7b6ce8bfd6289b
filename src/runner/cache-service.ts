import { goBoolean } from '../lib/go-boolean.ts'
import type { Variables } from './environment.ts'

/** The facts about the step and its builder; `now` in seconds since 1970. */
export type CacheServiceFacts = {
  variables: Variables
  now: number
  /** Each gha spec contains the service's address. */
  urlInSpecs: boolean
  /** Why the builder is too old for the service, for the user. */
  tooOld: string | undefined
  serverUrl: string
}

/** What GitHub's cache service allows this step to do. `why`: what is missing, if one is false. */
export type CacheService = { offered: boolean; canRead: boolean; canWrite: boolean; why: string }

/** The bits of a permission. */
export const READ = 1
export const WRITE = 2

/**
 * What the token and the mode of the step allow. buildx silently drops `type=gha` if the token or the URL is missing,
 * and BuildKit fails the build if the token has no write permission, so both are checked beforehand. The claim `ac` is
 * JSON in a text: `[{"Scope":"refs/heads/main","Permission":3}]`.
 */
export function cacheService({
  variables,
  now,
  urlInSpecs,
  tooOld,
  serverUrl,
}: CacheServiceFacts): CacheService {
  const urls = [variables.ACTIONS_RESULTS_URL, variables.ACTIONS_CACHE_URL]
  const lacking = notOffered(variables, urlInSpecs || urls.some(Boolean))
  if (lacking) return lacking
  const denied = (why: string): CacheService => ({ offered: true, canRead: false, canWrite: false, why })
  const isSecond = goBoolean(variables.ACTIONS_CACHE_SERVICE_V2) === true
  const isFirst = isOwnServer(serverUrl) || (!isSecond && Boolean(variables.ACTIONS_CACHE_URL))
  const instead = isFirst ? '; use "cache: local" instead' : ''
  if (tooOld !== undefined) return denied(`${tooOld}${instead}`)
  const token = readToken(variables.ACTIONS_RUNTIME_TOKEN ?? '', now)
  if (typeof token === 'string') return denied(`${token}${instead}`)
  const mode = variables.ACTIONS_CACHE_MODE ?? ''
  if (mode === 'none' || mode === 'write-only') {
    return denied(`the workflow's cache-mode is ${mode}, and BuildKit has to read what it writes`)
  }
  // Gitea, Forgejo and act put one scope without a name into the token, and permission bits that they do not enforce.
  const bits = isFirst ? [READ | WRITE] : token
  if (!bits.some((permission) => permission & READ)) return denied('the token cannot read any scope')
  const canWrite =
    mode !== 'read' && bits.some((permission) => (permission & READ) !== 0 && (permission & WRITE) !== 0)
  const why =
    mode === 'read' ? "the workflow's cache-mode is read" : "GitHub's token for this event is read-only"
  return { offered: true, canRead: true, canWrite, why: canWrite ? 'the token can read and write' : why }
}

/** GHES, Gitea, Forgejo and similar, whose cache service is version 1 and ignores the token's permission bits. */
export function isOwnServer(serverUrl: string): boolean {
  const host = URL.parse(serverUrl)?.hostname ?? ''
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost')
}

/** The result for a step without a token or URL; undefined if it has both. */
export function notOffered(
  { ACTIONS_RUNTIME_TOKEN: token }: Variables,
  hasUrl: boolean,
): CacheService | undefined {
  if (token && hasUrl) return undefined
  const missing = token ? 'URL' : 'token'
  const why = `this step has no ${missing} of the Actions cache service: a runner provides it only to actions, and not every runner has it`
  return { offered: false, canRead: false, canWrite: false, why }
}

type Claims = { ac?: unknown; exp?: unknown; nbf?: unknown }

function readClaims(token: string): Claims | undefined {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    return token.split('.').length === 3 && typeof claims === 'object' && claims !== null ? claims : undefined
  } catch {
    return undefined
  }
}

/** The ref whose caches a token may write: the last if there are several, as in BuildKit. */
export function writableScope(token: string): string | undefined {
  try {
    const scopes: { Scope?: unknown; Permission?: unknown }[] = JSON.parse(String(readClaims(token)?.ac))
    const scope = scopes.findLast(({ Permission }) => Number(Permission) & WRITE)?.Scope
    return typeof scope === 'string' ? scope : undefined
  } catch {
    return undefined
  }
}

/** The refs in a token, whatever their permissions; none if it contains none. */
export function scopesOf(token: string): string[] {
  try {
    const scopes: { Scope?: unknown }[] = JSON.parse(String(readClaims(token)?.ac))
    return scopes.map(({ Scope }) => (typeof Scope === 'string' ? Scope : ''))
  } catch {
    return []
  }
}

/** The permissions in a token, or why BuildKit would refuse it, for the user (tonistiigi/go-actions-cache). */
export function readToken(token: string, now: number): number[] | string {
  const claims = readClaims(token)
  if (!claims) return 'the token is malformed'
  const { ac, exp, nbf } = claims
  if (typeof exp !== 'number' || typeof nbf !== 'number') return 'the token has no validity period'
  if (now >= exp) return 'the token has expired'
  if (now < nbf) return 'the token is not valid yet'
  try {
    const scopes: unknown = JSON.parse(String(ac))
    if (!Array.isArray(scopes)) throw new Error()
    return scopes.map((scope) => Number(scope?.Permission) || 0)
  } catch {
    return 'the token lists no permissions'
  }
}
