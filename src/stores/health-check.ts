import type { Variables } from '../runner/environment.ts'
import { proxiesOf } from '../runner/proxies.ts'
import { debugRequest } from '../runner/request.ts'
import type { Store } from './store.ts'

/** What came of asking a store for a sign of life; `unknown`: it cannot be asked from here. */
export type Sign = 'answers' | 'silent' | 'unknown'

/** In milliseconds: who is well answers in a tenth of it. */
const PATIENCE = 5_000

/** Errors of a host that does not answer; any other comes from one that does (an untrusted certificate, say). */
const SILENT = /^(ECONNRESET|ECONNABORTED|EPIPE)$/

/** Those of a host that is not reached from here at all. */
const UNREACHED = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT)$/

/** Those of a name that is not known here, or of a question that we could not ask. */
const UNASKED = /^(ENOTFOUND|EAI_\w+|EMFILE|ENFILE|ENOBUFS|EACCES|EPERM|ERR_(INVALID|PROXY)_\w+)$/

/** Who asks. */
export type HealthAsker = {
  /** The step's environment, for its proxies. */
  variables: Variables
  /** The builder is elsewhere, and may reach what is not reached from here. */
  isElsewhere: boolean
}

/**
 * Asks a store for anything at all: any answer of HTTP is a sign of life, a refusal too. It sends no credentials.
 * `stop` ends it early: then nothing is known; `late` is when it is given up. Never throws.
 */
export async function signOfLife(
  url: string,
  { variables, isElsewhere }: HealthAsker,
  { stop, late = AbortSignal.timeout(PATIENCE) }: { stop?: AbortSignal; late?: AbortSignal } = {},
): Promise<Sign> {
  let agent: { destroy: () => void } | undefined
  try {
    const target = new URL(url)
    const isPlain = target.protocol === 'http:'
    // Loaded here, since most of it is TLS and a run without a cache asks nothing; half of what fetch costs.
    const http = process.getBuiltinModule(isPlain ? 'node:http' : 'node:https') as typeof import('node:https')
    const proxies = proxiesOf(variables)
    const proxied = proxies?.[isPlain ? 'http_proxy' : 'https_proxy'] !== ''
    // What Node has no way to ask through, it cannot judge.
    if (proxied && !(proxies && 'setGlobalProxyFromEnv' in process.getBuiltinModule('node:http')))
      return 'unknown'
    const made = new http.Agent(proxied ? ({ proxyEnv: proxies } as object) : {})
    agent = made
    const signal = AbortSignal.any([late, ...(stop ? [stop] : [])])
    const debugAnswer = debugRequest('GET', target, '')
    return await new Promise<Sign>((done) => {
      let isConnected = false
      http
        .get(target, { agent: made, signal, headers: { 'user-agent': 'buildx-branch-cache' } }, (answer) => {
          answer.destroy()
          debugAnswer(`${answer.statusCode}`)
          done('answers')
        })
        .on('socket', (socket) => socket.once('connect', () => (isConnected = true)))
        .on('error', ({ code = '' }: NodeJS.ErrnoException) => {
          debugAnswer(code)
          if (stop?.aborted || UNASKED.test(code)) return done('unknown')
          if (UNREACHED.test(code)) return done(isElsewhere || proxied ? 'unknown' : 'silent')
          if (late.aborted) return done(isElsewhere && (!isConnected || proxied) ? 'unknown' : 'silent')
          done(SILENT.test(code) ? 'silent' : 'answers')
        })
    })
  } catch {
    return 'unknown' // an address or a proxy that is not well written
  } finally {
    agent?.destroy()
  }
}

/** Asks all stores at once, and fills the map as they answer, by their names. */
export function askAll(
  stores: readonly Store[],
  asker: HealthAsker,
  signs: Map<string, Sign>,
  stop: AbortSignal,
  ask = signOfLife,
): void {
  for (const [name, url] of new Map(stores.map((store) => [store.name, store.url]))) {
    void ask(url, asker, { stop }).then((sign) => signs.set(name, sign))
  }
}
