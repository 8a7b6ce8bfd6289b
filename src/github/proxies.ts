/** Node's fetch takes no notice of the proxies in the environment, unless it is told to (Node 24.14 and newer). */
export function useProxies(variables: NodeJS.ProcessEnv): void {
  // Loaded here, since most runs ask nothing.
  const http = process.getBuiltinModule('node:http') as typeof import('node:http') & {
    setGlobalProxyFromEnv?: (env: NodeJS.ProcessEnv) => unknown
  }
  try {
    http.setGlobalProxyFromEnv?.(variables)
  } catch {
    // A proxy that is not well written: it is asked without.
  }
}
