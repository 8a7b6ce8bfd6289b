import type { Variables } from '../cache/spec.ts'

/** In milliseconds: who is well answers in a tenth of it. */
const PATIENCE = 5_000

/**
 * Why the cache service is left alone, in words; undefined where it gives any answer at all. @actions/cache would
 * wait for many minutes for one that takes the call and says nothing. Through a proxy it is not asked.
 */
export async function whySilent(variables: Variables): Promise<string | undefined> {
  const { ACTIONS_RESULTS_URL: second = '', ACTIONS_CACHE_URL: first = '' } = variables
  const url = variables.ACTIONS_CACHE_SERVICE_V2 ? second || first : first || second
  const isProxied = Object.keys(variables).some((name) => /^https?_proxy$/i.test(name) && variables[name])
  if (isProxied || !URL.canParse(url)) return undefined
  const http = process.getBuiltinModule(url.startsWith('http:') ? 'node:http' : 'node:https')
  return new Promise((done) => {
    const request = http.get(url, { agent: false, signal: AbortSignal.timeout(PATIENCE) }, (answer) => {
      answer.destroy()
      done(undefined)
    })
    request.on('error', ({ name, message }) =>
      done(name === 'AbortError' ? `no answer within ${PATIENCE / 1000} s` : message),
    )
  })
}
