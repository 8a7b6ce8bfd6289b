const LONGEST = 65_536

/** Splits a stream of chunks into lines; of a very long line only the end is passed on. */
export function lineReader(take: (line: string) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = (lines.pop() ?? '').slice(-LONGEST)
    for (const line of lines) take(line)
  }
}

/** Keeps the matching lines of a stream of chunks. */
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
