/** What starts a run: the event's name, its payload and the runner's variables that come with it. */
export type GithubEvent = {
  name: string
  /** Undefined: there is no event file. */
  payload?: unknown
  /** GITHUB_REF, GITHUB_SHA … */
  env?: Record<string, string>
}
