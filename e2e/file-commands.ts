/** What an action wrote to one of the runner's files (GITHUB_OUTPUT, GITHUB_STATE) -> its names and values. */
export function parseFileCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(line) ?? []
    if (name === undefined || delimiter === undefined) {
      const equals = line.indexOf('=')
      if (equals > 0) found[line.slice(0, equals)] = line.slice(equals + 1)
      continue
    }
    const end = lines.indexOf(delimiter, i + 1)
    if (end < 0) throw new Error(`the value of ${name} has no end`)
    found[name] = lines.slice(i + 1, end).join('\n')
    i = end
  }
  return found
}
