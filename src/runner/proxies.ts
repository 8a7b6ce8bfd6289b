/** The proxies of an environment, in Node's form; `undefined` if Node does not support one of them. */
export type Proxies = { http_proxy: string; https_proxy: string; no_proxy: string }

/**
 * The proxies as curl and Go, and so buildx, read them: without a scheme it is http. Undefined if Node does not support
 * one: SOCKS, or an invalid URL, such as one with `#`, `/` or `?` in the password.
 */
export function proxiesOf(variables: NodeJS.ProcessEnv): Proxies | undefined {
  const given = (name: string): string => variables[name] || variables[name.toUpperCase()] || ''
  const spelled = ['http_proxy', 'https_proxy'].map((name) => {
    const value = given(name)
    return value === '' || value.includes('://') ? value : `http://${value}`
  })
  const isUsable = spelled.every((it) => it === '' || /^https?:$/.test(URL.parse(it)?.protocol ?? ''))
  const [http_proxy = '', https_proxy = ''] = spelled
  return isUsable ? { http_proxy, https_proxy, no_proxy: given('no_proxy') } : undefined
}

/** Node's fetch ignores the proxies in the environment unless this is enabled (Node 24.14 and newer). */
export function useProxies(variables: NodeJS.ProcessEnv): void {
  // Loaded here, since most runs send no request.
  const http = process.getBuiltinModule('node:http') as typeof import('node:http') & {
    setGlobalProxyFromEnv?: (env: object) => unknown
  }
  try {
    const proxies = proxiesOf(variables)
    if (proxies) http.setGlobalProxyFromEnv?.(proxies)
  } catch {
    // Node refuses the proxy after all: continue without.
  }
}
