/** Keeps those lines of a text that match, however the text is cut as it passes. */
export function lineFilter(pattern: RegExp): { read: (text: string) => void; end: () => string[] } {
  const kept: string[] = []
  let rest = ''
  const take = (line: string): void => {
    if (kept.length < 1000 && pattern.test(line)) kept.push(line.trimEnd())
  }
  return {
    read: (text) => {
      const lines = (rest + text).split('\n')
      rest = (lines.pop() ?? '').slice(-65_536)
      for (const line of lines) take(line)
    },
    end: () => {
      take(rest)
      return kept
    },
  }
}
