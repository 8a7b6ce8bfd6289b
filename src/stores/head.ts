import { useProxies } from '../runner/proxies.ts'
import { LIMIT } from './asker.ts'

/** Whether an object is there: any 2xx is yes, 404 no, all else is not known. */
export async function head(
  url: URL,
  headers: Headers | Record<string, string>,
  env: Record<string, string>,
): Promise<boolean | undefined> {
  useProxies(env)
  // What is signed for one host goes to no other.
  const { ok, status } = await fetch(url, {
    method: 'HEAD',
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(LIMIT),
  })
  if (ok) return true
  return status === 404 ? false : undefined
}
