import { setTimeout as wait } from 'node:timers/promises'
import { useProxies } from '../runner/proxies.ts'
import { readAnswer, sendRequest } from '../runner/request.ts'

/** One request; `most`: the largest answer, in bytes. */
export type HttpRequest = {
  url: URL | string
  /** The part of its path that the debug log may show; default: only the host. */
  shown?: string
  method?: string
  headers?: Headers | Record<string, string>
  body?: string
  most?: number
}

export type Reply = { status: number; headers: Headers; text: string }

/**
 * Sends a request to a store or GitHub's API. `make` creates it anew for each attempt, since signatures expire within
 * minutes.
 */
export type SendRequest = (make: () => HttpRequest | Promise<HttpRequest>) => Promise<Reply>

/** A request without a usable answer. `passes`: it may succeed later. */
export class NoAnswer extends Error {
  status: number
  passes: boolean
  constructor(message: string, status: number, passes: boolean) {
    super(message)
    this.status = status
    this.passes = passes
  }
}

/** In milliseconds. */
const ONE_REQUEST = 60_000
/** In milliseconds: before the second and the third attempt, if the server does not say. */
const PAUSES = [1_000, 4_000]
/** In milliseconds: GitHub's secondary limits may come without a time ("Rate limits for the REST API"). */
const UNSAID = 60_000
const MOST_WAITS = 20
/** In bytes. */
const MOST = 64_000_000

/**
 * One request at a time. A rate-limited request is repeated after the time that the server gives, a failed one twice.
 * `end`: the deadline, in milliseconds since 1970; a request that would have to wait longer fails.
 */
export function asker(
  variables: NodeJS.ProcessEnv,
  end: number,
  sleep: (ms: number) => unknown = wait,
): SendRequest {
  useProxies(variables)
  return async (make) => {
    let failures = 0
    for (let waits = 0; ; ) {
      if (Date.now() > end) throw tooLate()
      const answer = await attempt(await make(), end)
      const delay = answer instanceof NoAnswer ? undefined : delayOf(answer)
      if (delay !== undefined) {
        if (waits++ >= MOST_WAITS) throw new NoAnswer('its rate limit is reached again and again', 429, true)
        if (Date.now() + delay > end) throw new NoAnswer(inWords(delay), 429, true)
        await sleep(delay)
        continue
      }
      const isFailure =
        answer instanceof NoAnswer ? answer.passes : answer.status >= 500 && answer.status !== 501
      const pause = PAUSES[failures++]
      if (isFailure && pause !== undefined) {
        await sleep(pause)
        continue
      }
      if (answer instanceof NoAnswer) throw answer
      return answer
    }
  }
}

const tooLate = (): NoAnswer => new NoAnswer('the time limit for one run is reached', 0, true)
const inWords = (delay: number): string =>
  `its rate limit is reached, and it asks to wait ${Math.ceil(delay / 1000)} s, longer than one run takes`

async function attempt(request: HttpRequest, end: number): Promise<Reply | NoAnswer> {
  const { url, shown = '', method = 'GET', headers = {}, body, most = MOST } = request
  try {
    const answer = await sendRequest(url, {
      method,
      shown,
      headers,
      // Never send a signed request to another host.
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.max(1, Math.min(ONE_REQUEST, end - Date.now()))),
      ...(body === undefined ? {} : { body }),
    })
    const tooMuch = (): Error =>
      new NoAnswer(`its response has more than ${most} bytes`, answer.status, false)
    const text = await readAnswer(answer, most, tooMuch)
    return { status: answer.status, headers: answer.headers, text }
  } catch (error) {
    if (error instanceof NoAnswer) return error
    const { name, cause, message } = error as Error & { cause?: { code?: string; message?: string } }
    if (name === 'TimeoutError')
      return new NoAnswer(`it did not respond within ${ONE_REQUEST / 1000} s`, 0, true)
    return new NoAnswer(`it cannot be reached (${cause?.code || cause?.message || message})`, 0, true)
  }
}

/** How long the server asks to wait, in milliseconds; undefined if it answered. */
function delayOf({ status, headers }: Reply): number | undefined {
  const after = headers.get('retry-after')
  const isUsedUp = headers.get('x-ratelimit-remaining') === '0'
  const isLimit =
    status === 429 || (after !== null && [403, 503].includes(status)) || (status === 403 && isUsedUp)
  if (!isLimit) return undefined
  if (after !== null) {
    const seconds = /^\d{1,9}$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000
    return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : UNSAID
  }
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN)
  return isUsedUp && reset > 0 ? Math.max(1_000, reset * 1000 - Date.now()) : UNSAID
}

/**
 * Runs the same work on all items, some at a time; the results are in order. After a failure no other item is started.
 */
export async function several<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) {
      try {
        results[i] = await work(items[i] as T)
      } catch (error) {
        next = items.length
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  return results
}
