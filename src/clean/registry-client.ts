import { join } from 'node:path'
import { canonicalRepository } from '../backends/reference.ts'
import { query } from '../buildx/run.ts'
import { readBounded } from '../lib/bounded-file.ts'
import { namesLoopback } from '../lib/loopback.ts'
import { digestOf } from '../lib/sha256.ts'
import { NoAnswer, type Reply, type SendRequest } from './ask.ts'

/** A manifest as stored in the registry. */
export type StoredManifest = { digest: string; type: string; text: string }

/**
 * One repository of a registry (opencontainers/distribution-spec). All functions throw NoAnswer, with a message for the
 * user.
 */
export type Registry = {
  host: string
  /** The repository without its host. */
  path: string
  tags: () => Promise<string[]>
  /** undefined if there is none. */
  manifest: (reference: string) => Promise<StoredManifest | undefined>
  /** The text of a blob, of at most 1 MiB; undefined if there is none. */
  blob: (digest: string) => Promise<string | undefined>
  /** The digest that a tag points to now; undefined if there is none. */
  digestOf: (tag: string) => Promise<string | undefined>
  /** The status of the answer: 202 if the tag was deleted. */
  deleteTag: (tag: string) => Promise<number>
  put: (tag: string, manifest: Pick<StoredManifest, 'type' | 'text'>) => Promise<number>
}

type Env = Record<string, string>
type Login = { user: string; password: string } | { identity: string }

const MOST = 1024 * 1024
const MOST_IN_MANIFEST = 4 * 1024 * 1024
const TYPES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]

/** The repository of a spec, with docker's credentials. `isPlain`: registry.insecure. */
export function openRegistry(repository: string, isPlain: boolean, env: Env, ask: SendRequest): Registry {
  const [host = '', ...rest] = canonicalRepository(repository).split('/')
  const path = rest.join('/')
  // As in BuildKit, loopback uses no TLS.
  const scheme = isPlain || namesLoopback([host]) ? 'http' : 'https'
  const root = `${scheme}://${host === 'docker.io' ? 'registry-1.docker.io' : host}`
  let login: Promise<Login | undefined> | undefined
  const tokens = new Map<string, string>()

  const authorize = async (challenge: string, actions: string): Promise<string> => {
    login ??= loginOf(host, env)
    const known = await login
    if (/^basic/i.test(challenge)) {
      if (!known || 'identity' in known) throw denied(host, 401)
      return basic(known)
    }
    const field = (name: string): string | undefined =>
      new RegExp(`${name}="([^"]*)"`, 'i').exec(challenge)?.[1]
    const realm = URL.parse(field('realm') ?? '')
    if (!/^bearer/i.test(challenge) || !realm) throw denied(host, 401)
    // Send the password without TLS to no host but the registry itself.
    if (realm.protocol !== 'https:' && realm.protocol !== `${scheme}:`) throw denied(host, 401)
    return `Bearer ${await askToken(ask, realm, field('service'), `repository:${path}:${actions}`, known, host)}`
  }

  const send = async (
    method: string,
    url: string,
    headers: Record<string, string> = {},
    more: { body?: string; most?: number } = {},
    actions = 'pull',
  ): Promise<Reply> => {
    for (let attempt = 0; ; attempt++) {
      const authorization = tokens.get(actions)
      const auth = authorization === undefined ? {} : { authorization }
      const answer = await ask(() => ({
        url,
        shown: URL.parse(url)?.pathname ?? '',
        method,
        headers: { ...headers, ...auth },
        ...more,
      }))
      if (answer.status !== 401 || attempt > 0) return answer
      tokens.set(actions, await authorize(answer.headers.get('www-authenticate') ?? '', actions))
    }
  }
  const at = (rest: string): string => `${root}/v2/${path}/${rest}`
  const accept = { accept: TYPES.join(', ') }
  const ok = (answer: Reply, what: string): Reply => {
    if (answer.status === 200) return answer
    if ([401, 403].includes(answer.status)) throw denied(host, answer.status)
    throw new NoAnswer(`${what} returned ${answer.status}`, answer.status, answer.status >= 500)
  }

  const readManifest = async (reference: string, what: string): Promise<StoredManifest | undefined> => {
    const answer = await send('GET', at(`manifests/${reference}`), accept, { most: MOST_IN_MANIFEST })
    if (answer.status === 404) return undefined
    const { text, headers } = ok(answer, what)
    return { text, digest: digestOf(text), type: headers.get('content-type') ?? '' }
  }

  return {
    host,
    path,
    tags: async () => {
      const tags: string[] = []
      const seen = new Set<string>()
      for (let next: string | undefined = at('tags/list?n=1000'); next !== undefined; ) {
        if (seen.has(next)) throw garbage()
        seen.add(next)
        const answer = await send('GET', next)
        if (answer.status === 404 && tags.length === 0) return []
        const page = parse(ok(answer, 'listing tags').text)
        const found = page.tags ?? []
        if (!Array.isArray(found) || !found.every((it): it is string => typeof it === 'string'))
          throw garbage()
        for (const tag of found) tags.push(tag)
        const [, link] = /<([^>]+)>\s*;\s*rel="?next"?/.exec(answer.headers.get('link') ?? '') ?? []
        const following: URL | undefined = link === undefined ? undefined : new URL(link, next)
        // The credentials belong to this host.
        if (following && following.origin !== new URL(root).origin) throw garbage()
        next = following?.href
      }
      return [...new Set(tags)]
    },
    manifest: (reference) => readManifest(reference, 'reading a manifest'),
    blob: async (digest) => {
      let answer = await send('GET', at(`blobs/${digest}`), {}, { most: MOST })
      const place = answer.headers.get('location')
      if ([301, 302, 303, 307, 308].includes(answer.status) && place !== null) {
        const url = new URL(place, root)
        // A signed URL: it needs no credentials, so none are sent.
        if (url.protocol !== 'https:' && url.protocol !== `${scheme}:`) throw garbage()
        answer = await ask(() => ({ url, most: MOST }))
      }
      if (answer.status === 404) return undefined
      const { text } = ok(answer, 'reading a cache config')
      if (digestOf(text) !== digest) throw garbage()
      return text
    },
    digestOf: async (tag) => (await readManifest(tag, 'looking at a tag'))?.digest,
    deleteTag: async (tag) =>
      (await send('DELETE', at(`manifests/${tag}`), {}, {}, 'pull,push,delete')).status,
    put: async (tag, { type, text }) =>
      (await send('PUT', at(`manifests/${tag}`), { 'content-type': type }, { body: text }, 'pull,push'))
        .status,
  }
}

function parse(text: string): { tags?: unknown } {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    throw garbage()
  }
}

const basic = ({ user, password }: { user: string; password: string }): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
const garbage = (): NoAnswer =>
  new NoAnswer('its response does not match the distribution specification', 200, true)
const denied = (host: string, status: number): NoAnswer =>
  new NoAnswer(
    `not logged in or no permission (${status}); run docker/login-action for ${host} before this step`,
    status,
    false,
  )

/** A token from the registry's token server (distribution, "Token Authentication"). */
async function askToken(
  ask: SendRequest,
  realm: URL,
  service: string | undefined,
  scope: string,
  login: Login | undefined,
  host: string,
): Promise<string> {
  const fields = { scope, ...(service === undefined ? {} : { service }) }
  const answer = await ask(() => {
    if (login && 'identity' in login) {
      const form = {
        grant_type: 'refresh_token',
        refresh_token: login.identity,
        client_id: 'buildx-branch-cache',
      }
      return {
        url: realm,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: String(new URLSearchParams({ ...form, ...fields })),
      }
    }
    const url = new URL(realm)
    for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value)
    return { url, headers: login ? { authorization: basic(login) } : {} }
  })
  if (answer.status !== 200) throw denied(host, answer.status)
  const body = parse(answer.text) as Record<string, unknown>
  const token = body.token ?? body.access_token
  if (typeof token !== 'string') throw garbage()
  return token
}

type Config = {
  auths?: Record<string, { auth?: string; identitytoken?: string }>
  credHelpers?: Record<string, string>
  credsStore?: string
}

/**
 * The credentials that `docker login` stored for a host: in its file, or in a helper that the file names
 * (docs.docker.com, "docker login").
 */
async function loginOf(host: string, env: Env): Promise<Login | undefined> {
  const config = readConfig(env)
  const name = host === 'docker.io' ? 'https://index.docker.io/v1/' : host
  const helper = config.credHelpers?.[name] ?? config.credHelpers?.[host] ?? config.credsStore
  if (helper !== undefined && /^[\w.-]+$/.test(helper)) {
    const found = await askHelper(helper, name, env)
    if (found) return found.user === '<token>' ? { identity: found.password } : found
  }
  const spellings = [name, host, `https://${host}`, `https://${host}/v1/`, `https://${host}/v2/`]
  const entry = spellings.map((it) => config.auths?.[it]).find((it) => it?.auth || it?.identitytoken)
  if (entry?.identitytoken) return { identity: entry.identitytoken }
  const text = Buffer.from(entry?.auth ?? '', 'base64')
    .toString()
    .replace(/\0+$/, '')
  const colon = text.indexOf(':')
  return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) }
}

/** Asks a docker credential helper (github.com/docker/docker-credential-helpers); undefined if it has none. */
async function askHelper(
  helper: string,
  name: string,
  env: Env,
): Promise<{ user: string; password: string } | undefined> {
  const program = `docker-credential-${helper}`
  const { exitCode, stdout } = await query({ program, prefix: [] }, ['get'], env, { input: name })
  if (exitCode !== 0) return undefined
  const { Username: user, Secret: password } = parse(stdout) as Record<string, unknown>
  return typeof user === 'string' && typeof password === 'string' ? { user, password } : undefined
}

function readConfig({ DOCKER_CONFIG: folder, HOME = '', USERPROFILE = '' }: Env): Config {
  try {
    const config: unknown = JSON.parse(
      readBounded(join(folder || join(HOME || USERPROFILE, '.docker'), 'config.json'), MOST),
    )
    return typeof config === 'object' && config !== null ? config : {}
  } catch {
    return {} // docker continues without them, too
  }
}
