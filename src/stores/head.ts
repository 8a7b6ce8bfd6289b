import { useProxies } from '../runner/proxies.ts'
import { sendRequest } from '../runner/request.ts'
import { LIMIT } from './asker.ts'

/** Whether an object exists: any 2xx is yes, 404 is no, everything else is unknown. */
export async function head(
  url: URL,
  headers: Headers | Record<string, string>,
  env: Record<string, string>,
): Promise<boolean | undefined> {
  useProxies(env)
  const { ok, status } = await sendRequest(url, {
    method: 'HEAD',
    headers,
    shown: url.pathname,
    signal: AbortSignal.timeout(LIMIT),
  })
  if (ok) return true
  return status === 404 ? false : undefined
}
