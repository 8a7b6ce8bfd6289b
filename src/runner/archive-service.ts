import { isCacheReadable, isCacheWritable } from '../../node_modules/@actions/cache/lib/internal/config.js'
import {
  type CacheService,
  isOwnServer,
  notOffered,
  READ,
  readToken,
  scopesOf,
  WRITE,
} from './cache-service.ts'
import type { Variables } from './environment.ts'

/** The step's variables; `now` in seconds since 1970. */
export type ArchiveServiceFacts = { variables: Variables; now: number; serverUrl: string }

/**
 * What GitHub's cache service allows this step to do with archives. Archives need less than BuildKit: read and write
 * access are independent; and self-hosted servers (GHES, act, Gitea) have version 1 of the service, whose tokens do not
 * contain permissions. The rules are those of @actions/cache (lib/internal/config.js).
 */
export function archiveService({ variables, now, serverUrl }: ArchiveServiceFacts): CacheService {
  const isFirst = isFirstVersion(variables, serverUrl)
  const url = isFirst ? variables.ACTIONS_CACHE_URL : variables.ACTIONS_RESULTS_URL
  // Version 1 may require no token (act does not); the server rejects the request if it does.
  const known = isFirst
    ? { ...variables, ACTIONS_RUNTIME_TOKEN: variables.ACTIONS_RUNTIME_TOKEN || 'none' }
    : variables
  const lacking = notOffered(known, Boolean(url))
  if (lacking) return lacking
  const mode = (variables.ACTIONS_CACHE_MODE ?? '').trim().toLowerCase()
  const permissions = isFirst ? [READ | WRITE] : readToken(variables.ACTIONS_RUNTIME_TOKEN ?? '', now)
  if (typeof permissions === 'string') {
    return { offered: true, canRead: false, canWrite: false, why: permissions }
  }
  const allows = (permission: number): boolean => permissions.some((it) => (it & permission) !== 0)
  const canRead = isCacheReadable(mode) && allows(READ)
  const canWrite = isCacheWritable(mode) && allows(WRITE)
  return { offered: true, canRead, canWrite, why: whyLimited(mode, allows(READ), allows(WRITE)) }
}

/** Whether a step has version 1 of the service, the only one on self-hosted servers. */
export function isFirstVersion(variables: Variables, serverUrl: string): boolean {
  return isOwnServer(serverUrl) || !variables.ACTIONS_CACHE_SERVICE_V2
}

/**
 * Whether the service shows a run only the archives of its own repository and refs: then its token names them. The
 * cache servers of act, Gitea and Forgejo require no token, or one with an empty scope, and match only the name.
 */
export function keepsApart({ ACTIONS_RUNTIME_TOKEN: token = '' }: Variables): boolean {
  return scopesOf(token).every((it) => it !== '') && scopesOf(token).length > 0
}

function whyLimited(mode: string, mayRead: boolean, mayWrite: boolean): string {
  if (['none', 'read', 'write-only'].includes(mode)) return `the workflow's cache-mode is ${mode}`
  if (mayRead && mayWrite) return 'the token can read and write'
  if (!mayRead) return 'the token cannot read any scope'
  return "GitHub's token for this event is read-only"
}
