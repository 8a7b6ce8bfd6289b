import { withoutTrailingSlashes } from '../lib/trailing-slashes.ts'
import { useProxies } from './proxies.ts'
import { readAnswer, sendRequest } from './request.ts'

/** One request: a path of the REST API, and its subject for the log. */
export type Question = { path: string; about: string }

/** The answer: JSON of any shape, or undefined. */
export type Answer = { body: unknown }

/** The API's answers, and notes for the log. */
export type Asked = { answers: Answer[]; notes: string[] }

export const nothingAsked: Asked = { answers: [], notes: [] }

/** The API's URL and the token. `variables`: the step's environment, for its proxies. */
export type Api = { url: string; token: string; variables: NodeJS.ProcessEnv }

/** The longest time that a build waits for the API, from the start. */
const PATIENCE = 2_000
/** Twice the size of a hundred pull requests. */
const MOST_BYTES = 4_000_000

/** Sends all requests to the API concurrently; never throws. A failure becomes a line in the log. */
export async function askApi(questions: readonly Question[], api: Api): Promise<Asked> {
  if (questions.length === 0) return nothingAsked
  useProxies(api.variables)
  const signal = AbortSignal.timeout(PATIENCE)
  const answers: Answer[] = []
  const notes: string[] = []
  await Promise.all(
    questions.map(async (question, i) => {
      try {
        answers[i] = { body: await get(question, api, signal) }
      } catch (error) {
        notes.push(`GitHub's API did not report what was merged: ${inWords(error, question)}`)
      }
    }),
  )
  // Usually all fail for the same reason.
  return { answers: answers.flat(), notes: notes.slice(0, 1) }
}

/** The headers of a request to GitHub's REST API. */
export function apiHeaders(token: string): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': 'buildx-branch-cache',
    'x-github-api-version': '2022-11-28',
  }
}

async function get({ path }: Question, { url, token }: Api, signal: AbortSignal): Promise<unknown> {
  const answer = await sendRequest(`${withoutTrailingSlashes(url)}${path}`, {
    shown: path,
    headers: apiHeaders(token),
    signal,
  })
  if (!answer.ok) {
    await answer.body?.cancel()
    throw new Refusal(answer.status, answer.headers.get('x-ratelimit-remaining') === '0')
  }
  const tooMuch = (): Error => new Error(`its answer is longer than ${MOST_BYTES} bytes`)
  return JSON.parse(await readAnswer(answer, MOST_BYTES, tooMuch))
}

class Refusal extends Error {
  status: number
  isLimit: boolean
  constructor(status: number, isLimit: boolean) {
    super(`status ${status}`)
    this.status = status
    this.isLimit = isLimit || status === 429
  }
}

function inWords(error: unknown, { about }: Question): string {
  if (error instanceof Refusal) {
    if (error.isLimit) return `its rate limit is reached (${error.status})`
    if (error.status === 403) {
      return `the token cannot read pull requests (403); add "pull-requests: read" to the job's permissions`
    }
    return `it answered ${error.status} for ${about}`
  }
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no response within ${PATIENCE / 1000} s`
  if (error instanceof SyntaxError) return `its answer for ${about} is not JSON`
  // fetch puts the reason into the cause, or into the first of several there.
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message: string }
  return cause?.code || cause?.message || message
}
