import type { Variables } from '../runner/environment.ts'
import { proxiesOf } from '../runner/proxies.ts'
import { debugRequest } from '../runner/request.ts'
import type { Store } from './store.ts'

/** The result of a health check; `unknown`: the store cannot be checked from here. */
export type Sign = 'answers' | 'silent' | 'unknown'

/** In milliseconds: a healthy store answers in a tenth of it. */
const PATIENCE = 5_000

/** Errors of a host that does not answer; any other error is an answer (such as an untrusted certificate). */
const SILENT = /^(ECONNRESET|ECONNABORTED|EPIPE)$/

/** Errors of a host that cannot be reached from here. */
const UNREACHED = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT)$/

/** Errors of a name that cannot be resolved here, or of a request that could not be sent. */
const UNASKED = /^(ENOTFOUND|EAI_\w+|EMFILE|ENFILE|ENOBUFS|EACCES|EPERM|ERR_(INVALID|PROXY)_\w+)$/

/** How to ask. */
export type HealthAsker = {
  /** The step's environment, for its proxies. */
  variables: Variables
  /** The builder is elsewhere, and may reach hosts that the action cannot. */
  isElsewhere: boolean
}

/**
 * Checks whether a store responds: any HTTP answer counts, a refusal too. Sends no credentials. `stop` aborts it, with
 * an unknown result; `late` is the time limit. Never throws.
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
    // Without support for the proxy, Node cannot check the store.
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
    return 'unknown' // an invalid address or proxy
  } finally {
    agent?.destroy()
  }
}

/** Checks all stores concurrently, and fills the map, by their names, as they answer. */
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
