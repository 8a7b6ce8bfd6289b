const NO_PLUGIN = /unknown command: docker buildx|'buildx' is not a docker command/

/** How many of a failing step's last lines the message repeats. */
const STEP_LINES = 10

/**
 * The end of what buildx printed -> why it failed: its error, and the failing step with its last lines. `checks`
 * is the first line of a failed `call: check`.
 */
export function whyFailed(tail: string, exitCode: number, checks: string): string {
  if (NO_PLUGIN.test(tail))
    return 'docker has no buildx plugin; run docker/setup-buildx-action before this step'
  if (checks !== '') return checks
  const lines = tail.split(/\r?\n/)
  const error =
    lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.findLast((line) => line.trim() !== '')
  const step = failingStep(lines)
  return [`buildx failed with: ${error?.trim() ?? `exit code ${exitCode}`}`, ...step].join('\n')
}

/** buildx repeats the failing step between two lines of dashes: ` > [2/3] RUN make:` and its last output. */
function failingStep(lines: string[]): string[] {
  const head = lines.findLastIndex((line) => /^ > .*:$/.test(line))
  if (head < 0) return []
  const end = lines.findIndex((line, i) => i > head && /^-{6,}$/.test(line))
  const output = lines.slice(head + 1, end < 0 ? undefined : end)
  return [(lines[head] ?? '').trim(), ...output.slice(-STEP_LINES)]
}
