const NO_PLUGIN = /unknown command: docker buildx|'buildx' is not a docker command/

/** The end of what buildx printed -> the sentence that says why it failed. */
export function whyFailed(tail: string, exitCode: number): string {
  if (NO_PLUGIN.test(tail))
    return 'docker has no buildx plugin; run docker/setup-buildx-action before this step'
  const lines = tail.split('\n').map((line) => line.trim())
  const error = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.findLast((line) => line !== '')
  return `buildx failed with: ${error ?? `exit code ${exitCode}`}`
}
