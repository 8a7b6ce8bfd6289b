import type { HttpRequest, Reply, SendRequest } from '../../src/clean/ask.ts'

/** A request as it was made. */
export type Asked = { method: string; url: string; headers: Headers; body: string }

type Given = { status?: number; body?: unknown; headers?: Record<string, string> } | undefined

/** An `Ask` that answers from a function, 404 where it has nothing to say; and what it was asked. */
export function fakeAsk(answer: (asked: Asked) => Given): { ask: SendRequest; asked: Asked[] } {
  const asked: Asked[] = []
  const ask: SendRequest = async (make): Promise<Reply> => {
    const { url, method = 'GET', headers = {}, body = '' }: HttpRequest = await make()
    const it = { method, url: String(url), headers: new Headers(headers), body }
    asked.push(it)
    const { status = 200, body: text = '', headers: given = {} } = answer(it) ?? { status: 404 }
    return {
      status,
      headers: new Headers(given),
      text: typeof text === 'string' ? text : JSON.stringify(text),
    }
  }
  return { ask, asked }
}
