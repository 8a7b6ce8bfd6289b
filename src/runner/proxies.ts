/** The proxies of an environment, as Node takes them; `undefined` where it cannot ask through one that is given. */
export type Proxies = { http_proxy: string; https_proxy: string; no_proxy: string }

/**
 * The proxies that curl, Go and so buildx see: one without a scheme is http's. Undefined where Node has no way to ask
 * through one of them: SOCKS, or what is no URL, as a password with `#`, `/` or `?` in it makes it.
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

/** Node's fetch takes no notice of the proxies in the environment, unless it is told to (Node 24.14 and newer). */
export function useProxies(variables: NodeJS.ProcessEnv): void {
  // Loaded here, since most runs ask nothing.
  const http = process.getBuiltinModule('node:http') as typeof import('node:http') & {
    setGlobalProxyFromEnv?: (env: object) => unknown
  }
  try {
    const proxies = proxiesOf(variables)
    if (proxies) http.setGlobalProxyFromEnv?.(proxies)
  } catch {
    // A proxy that Node does not take all the same: it is asked without.
  }
}
