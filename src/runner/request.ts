import { debug } from './commands.ts'

/** One HTTP request. `signal` aborts it; it follows redirects only on request. */
export type Outgoing = RequestInit & {
  signal: AbortSignal
  /**
   * The part of the path that the debug log may show: what the action itself has built. The address before it comes
   * from the runner or a store, and like any query may contain a credential.
   */
  shown: string
}

/**
 * Sends every request: one that is signed for a host, or has a token, goes to no other host. Throws what fetch throws.
 */
export async function sendRequest(
  url: URL | string,
  { shown, redirect = 'error', ...init }: Outgoing,
): Promise<Response> {
  const debugAnswer = debugRequest(init.method ?? 'GET', url, shown)
  try {
    const answer = await fetch(url, { ...init, redirect })
    debugAnswer(`${answer.status}`)
    return answer
  } catch (error) {
    debugAnswer(reason(error))
    throw error
  }
}

/** Starts the debug log line of a request; the returned function completes it with the result. */
export function debugRequest(method: string, url: URL | string, shown: string): (came: string) => void {
  const begin = performance.now()
  return (came) =>
    debug(() => `${method} ${address(url, shown)}: ${came} in ${Math.round(performance.now() - begin)} ms`)
}

/** Host and path, without what may hold a credential. */
function address(url: URL | string, shown: string): string {
  const { host = '', pathname = '' } = URL.parse(String(url)) ?? {}
  const [path = ''] = shown.split(/[?#]/)
  const own = path === '' || path.startsWith('/') ? path : `/${path}`
  if (own === pathname || own === '') return host + (own || '/…')
  return `${host}/…${own}`
}

/** Why there is no answer, as a code: the message may contain the address, and fetch puts the code into the cause. */
function reason(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: string } }
  return cause?.code ?? name
}

/**
 * What an error of a request comes to, for the user. fetch puts the reason into the cause, without the address, which may
 * be signed. `whom`: such as `the store`.
 */
export function unreachable(whom: string, error: unknown): Error {
  const { cause, message } = error as { cause?: { code?: string }; message: string }
  return cause
    ? new Error(`${whom} cannot be reached (${cause.code ?? 'no reason given'})`)
    : new Error(message)
}

/** The text of an answer of at most `most` bytes; throws the result of `tooMuch` if it is longer. */
export async function readAnswer({ body }: Response, most: number, tooMuch: () => Error): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    if (bytes > most) throw tooMuch()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
