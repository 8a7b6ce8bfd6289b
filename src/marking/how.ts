import type { BuilderAccess } from '../buildx/run.ts'
import { useProxies } from '../runner/proxies.ts'
import { sendRequest } from '../runner/request.ts'

/** How to reach stores: docker with its credentials, the environment of the step, and the deadline. */
export type How = BuilderAccess & {
  /** Aborts running work. */
  signal: AbortSignal
  /** In milliseconds: the time limit of one docker call. */
  limitMs: number
  /** A folder for temporary files. */
  tempDir: string
}

/** One request to a store. Without `shown`, the debug log shows only its host. */
export function send(
  { env, signal }: Pick<How, 'env' | 'signal'>,
  url: URL | string,
  method: string,
  headers: Headers | Record<string, string>,
  body = '',
  shown = '',
): Promise<Response> {
  useProxies(env)
  return sendRequest(url, { method, headers, signal, shown, ...(method === 'PUT' ? { body } : {}) })
}
