import type { Variables } from '../cache/spec.ts'
import type { Store } from './store.ts'

/** What came of asking a store for a sign of life; `unknown`: it cannot be asked from here. */
export type Sign = 'answers' | 'silent' | 'unknown'

/** In milliseconds: who is well answers in a tenth of it. */
const PATIENCE = 5_000

/** Errors of a host that does not answer; any other comes from one that does (an untrusted certificate, say). */
const SILENT =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|ABORT_ERR)$/

/**
 * Asks a store for anything at all: any answer of HTTP is a sign of life, a refusal too. It sends no credentials.
 * `stop` ends it early. Never throws.
 */
export async function signOfLife(url: string, variables: Variables, stop?: AbortSignal): Promise<Sign> {
  const target = URL.parse(url)
  if (!target) return 'unknown'
  const isPlain = target.protocol === 'http:'
  // Loaded here, since most of it is TLS and a run without a cache asks nothing; half of what fetch costs.
  const http = process.getBuiltinModule(isPlain ? 'node:http' : 'node:https') as typeof import('node:https')
  const proxied = usesProxy(target, variables)
  // What Node has no way to ask through, it cannot judge.
  if (proxied && !('setGlobalProxyFromEnv' in process.getBuiltinModule('node:http'))) return 'unknown'
  const agent = new http.Agent(proxied ? ({ proxyEnv: variables } as object) : {})
  const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(stop ? [stop] : [])])
  try {
    return await new Promise<Sign>((done) => {
      http
        .get(target, { agent, signal, headers: { 'user-agent': 'buildx-branch-cache' } }, (answer) => {
          answer.destroy()
          done('answers')
        })
        .on('error', (error: NodeJS.ErrnoException) =>
          done(SILENT.test(error.code ?? '') ? 'silent' : 'answers'),
        )
    })
  } finally {
    agent.destroy()
  }
}

/** Asks all stores at once, and fills the map as they answer, by their names. */
export function askAll(
  stores: readonly Store[],
  variables: Variables,
  signs: Map<string, Sign>,
  stop: AbortSignal,
): void {
  for (const [name, url] of new Map(stores.map((store) => [store.name, store.url]))) {
    void signOfLife(url, variables, stop).then((sign) => signs.set(name, sign))
  }
}

function usesProxy({ protocol }: URL, variables: Variables): boolean {
  const name = protocol === 'http:' ? 'http_proxy' : 'https_proxy'
  return Boolean(variables[name] || variables[name.toUpperCase()])
}
