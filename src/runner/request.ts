import { debug } from './commands.ts'

/** One request over HTTP. It ends with `signal`, and follows no redirect unless it is told to. */
export type Outgoing = RequestInit & {
  signal: AbortSignal
  /**
   * Of its path what the debug log may show: what the action itself has put together. The address before it, which the
   * runner or a store gives, and any query may hold a credential.
   */
  shown: string
}

/** The one way of requests: what is signed for one host, or has a token, goes to no other. Throws what fetch throws. */
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

/** Begins a line of the debug log on a request; what is given back ends it with what came of it. */
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

/** Why there is no answer, in a word: the message may name the address, and fetch hides the code in the cause. */
function reason(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: string } }
  return cause?.code ?? name
}

/** The text of an answer of at most `most` bytes; throws what `tooMuch` makes where it is longer. */
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
