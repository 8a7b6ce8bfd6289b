import type { Buildx } from '../buildx/run.ts'
import { useProxies } from '../runner/proxies.ts'

/** The attributes of a --cache-to. */
export type Attributes = Readonly<Record<string, string>>

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

/** One request of a store; what is signed for one host goes to no other. */
export function send(
  { env, signal }: Pick<How, 'env' | 'signal'>,
  url: URL | string,
  method: string,
  headers: Headers | Record<string, string>,
  body = '',
): Promise<Response> {
  useProxies(env)
  return fetch(url, { method, headers, redirect: 'error', signal, ...(method === 'PUT' ? { body } : {}) })
}
