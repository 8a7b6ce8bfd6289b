/**
 * A consumer of the action's log that shows each step of the Dockerfile as it ends, so that a long build is seen to
 * move. A step can end twice: cached, and brought here when a later step needs its files.
 */
export function showSteps(): (text: string) => void {
  const steps = new Map<string, string>()
  const fetched = new Set<string>()
  const shown = new Set<string>()
  let rest = ''
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [, id = '', what = ''] = /^#(\d+) (.*)$/.exec(line) ?? []
      if (/^\[(?!internal)[^\]]*\d+\/\d+\] |^exporting cache/.test(what)) steps.set(id, what)
      if (/^(extracting )?sha256:/.test(what)) fetched.add(id)
      const [, end, seconds = ''] = /^(CACHED|DONE|ERROR)(?: ([\d.]+s))?/.exec(what) ?? []
      const step = steps.get(id)
      if (!end || !step) continue
      const how = end === 'DONE' ? (fetched.has(id) ? 'fetched' : seconds) : end.toLowerCase()
      const shownLine = `${how.padStart(9)}  ${step.replace(/@sha256:\w+$/, '')}`
      if (shown.has(shownLine)) continue
      shown.add(shownLine)
      console.log(shownLine)
    }
  }
}
