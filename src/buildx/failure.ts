export const NO_PLUGIN = 'docker has no buildx plugin: add docker/setup-buildx-action before this step'

/** Whether docker itself answered `docker buildx version`, because the plugin is missing. */
export function hasNoPlugin(output: string): boolean {
  return UNKNOWN.test(output) || /^(Run|See) 'docker --help'/m.test(output)
}

const UNKNOWN = /unknown command: docker buildx|'buildx' is not a docker command/

/** A hint for a failure about a missing file when nothing is checked out; empty for any other. */
export function checkoutHint(failure: string, isNothingThere: boolean): string {
  const [first = ''] = failure.split('\n')
  return isNothingThere && MISSING.test(first)
    ? '\nThe workspace is empty: add actions/checkout before this step.'
    : ''
}

const MISSING =
  /failed to read dockerfile: |unable to prepare context: path |resolve : lstat |failed to calculate checksum of ref .*not found/

/** How many of a failing step's last lines the message repeats. */
const STEP_LINES = 10

/**
 * In characters: a longer line is repeated without its long part, or not at all. It is never cut, since no mask finds a
 * part of a secret.
 */
const LONGEST = 2_000

/**
 * The end of buildx's output -> why it failed: its error, and the failing step with its last lines. `checks`: what a
 * failed `call: check` found.
 */
export function whyFailed(tail: string, exitCode: number, checks: string): string {
  if (UNKNOWN.test(tail)) return NO_PLUGIN
  if (checks !== '') return checks
  const lines = tail.split(/\r?\n/)
  const error =
    lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.findLast((line) => line.trim() !== '')
  const step = failingStep(lines)
  return [`buildx failed with: ${shortError(error?.trim() ?? '') || `exit code ${exitCode}`}`, ...step].join(
    '\n',
  )
}

/** An error without the command of the step, which may be a script; empty if it is still too long. */
function shortError(error: string): string {
  if (error.length <= LONGEST) return error
  const short = error.replace(/\bprocess ".*" did not /, 'process "…" did not ')
  return short.length <= LONGEST ? short : ''
}

/**
 * What a failed `call: check` or `lint` printed -> the line that says what it found, its first (docker/buildx#2647);
 * empty where it printed nothing.
 */
export function whatChecksFound(stdout: string): string {
  if (/^\s*[{[]/.test(stdout)) return 'the build checks found problems: their JSON is in the log'
  return (stdout.split('\n').find((line) => line.trim() !== '') ?? '').trim()
}

/** buildx repeats the failing step between two lines of dashes: ` > [2/3] RUN make:` and its last output. */
function failingStep(lines: string[]): string[] {
  const head = lines.findLastIndex((line) => /^ > .*:$/.test(line))
  if (head < 0) return []
  const end = lines.findIndex((line, i) => i > head && /^-{6,}$/.test(line))
  const output = lines.slice(head + 1, end < 0 ? undefined : end)
  const last = output.slice(-STEP_LINES).map((line) => (line.length <= LONGEST ? line : '…'))
  const step = (lines[head] ?? '').trim()
  return [step.length <= LONGEST ? step : `${/^> \[[^\]]*\] \w+/.exec(step)?.[0] ?? '>'} …:`, ...last]
}
