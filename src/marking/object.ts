import { readAnswer } from '../runner/request.ts'
import { MOST } from './config.ts'
import { type Identity, markText } from './mark.ts'

/** Sends a signed request to the object that is a scope's manifest; throws if there is no answer. */
export type Send = (
  method: 'GET' | 'PUT',
  more?: { body: string; headers: Record<string, string> },
) => Promise<Response>

/**
 * Marks a cache whose manifest is its config, one object of a store. It is replaced only if unchanged since it was
 * read, if the store supports `If-Match`. False if it must not be changed; throws an Error for the user on failure.
 */
export async function markObject(send: Send, identity: Identity): Promise<boolean> {
  const found = await send('GET')
  if (!found.ok) throw await refusedRequest('reading it', found)
  const marked = markText(await readText(found), identity)
  if (marked === undefined) return false
  const etag = found.headers.get('etag')
  if (etag === null) throw new Error('the store returns no ETag for it')
  const type = found.headers.get('content-type') ?? 'application/octet-stream'
  const written = await send('PUT', { body: marked, headers: { 'content-type': type, 'if-match': etag } })
  if (!written.ok) throw await refusedRequest('writing it', written)
  await written.body?.cancel()
  return true
}

/** The error for a refused request; the body of the answer is not read. */
export async function refusedRequest(what: string, answer: Response): Promise<Error> {
  await answer.body?.cancel()
  return new Error(`${what} returned ${answer.status}`)
}

/** The text of an answer; throws if it is larger than any config. */
export function readText(answer: Response): Promise<string> {
  return readAnswer(answer, MOST, () => new Error('it is larger than what BuildKit can import'))
}
