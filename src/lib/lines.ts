const LONGEST = 65_536

/** Hands on a text line by line, however it is cut as it passes; of a very long line the end. */
export function lineReader(take: (line: string) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = (lines.pop() ?? '').slice(-LONGEST)
    for (const line of lines) take(line)
  }
}

/** Keeps those lines of a text that match, however the text is cut as it passes. */
export function lineFilter(pattern: RegExp): { read: (text: string) => void; end: () => string[] } {
  const kept: string[] = []
  const read = lineReader((line) => {
    if (kept.length < 1000 && pattern.test(line)) kept.push(line.trimEnd())
  })
  return {
    read,
    end: () => {
      read('\n')
      return kept
    },
  }
}
