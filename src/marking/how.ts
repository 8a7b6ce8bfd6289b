import type { Buildx } from '../buildx/run.ts'
import { useProxies } from '../runner/proxies.ts'
import { sendRequest } from '../runner/request.ts'

/** The attributes of a --cache-to. */
export type ExportAttributes = Readonly<Record<string, string>>

/** How stores are reached: docker with its credentials, the environment of the step, and until when. */
export type How = {
  buildx: Buildx
  builder: string
  env: Record<string, string>
  /** Ends what is under way. */
  signal: AbortSignal
  /** In milliseconds: how long docker may take for one call. */
  limitMs: number
  /** A folder for what goes through files. */
  tempDir: string
}

/** One request of a store. Where `shown` is not given, the debug log has its host alone. */
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
