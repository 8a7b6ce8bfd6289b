/** One instruction of a Dockerfile: the lines that are joined to it are in its text. */
export type Instruction = {
  /** The line that it begins on, from 1. */
  line: number
  /** Counted from 0; -1 before the first FROM. */
  stage: number
  /** Lower-cased; empty where the stage has none. */
  stageName: string
  /** With the keyword in capitals. A heredoc's own lines are left out. */
  text: string
}

/** The instructions of a Dockerfile, as BuildKit's parser tells them apart (frontend/dockerfile/parser). */
export function parseDockerfile(source: string): Instruction[] {
  const lines = source.replace(/^\uFEFF/, '').split(/\r?\n/)
  const escapeMark = escapeOf(lines)
  const instructions: Instruction[] = []
  let stage = -1
  let stageName = ''
  for (let i = 0; i < lines.length; i++) {
    if (isComment(lines[i])) continue
    const first = i
    let text = (lines[i] ?? '').trim()
    while (continues(text, escapeMark) && i + 1 < lines.length) {
      text = text.replace(/.\s*$/, '')
      do i++
      while (isComment(lines[i]) && i + 1 < lines.length)
      if (!isComment(lines[i])) text += lines[i]
      else break
    }
    for (const end of heredocs(text)) {
      do i++
      while (i < lines.length && !end(lines[i] ?? ''))
    }
    text = text.trim().replace(/^\S+/, (keyword) => keyword.toUpperCase())
    if (text.startsWith('FROM ')) {
      stage++
      stageName = (/\sAS\s+(\S+)\s*$/i.exec(text)?.[1] ?? '').toLowerCase()
    }
    instructions.push({ line: first + 1, stage, stageName, text })
  }
  return instructions
}

/** `# escape=` among the directives at the top. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const directive = /^#\s*([a-z]+)\s*=\s*(\S+)/i.exec(line)
    if (!directive) return '\\'
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] ?? '\\'
  }
  return '\\'
}

/** Comments and empty lines are nothing, in the midst of an instruction too. */
function isComment(line: string | undefined): boolean {
  return /^\s*(#|$)/.test(line ?? '')
}

function continues(text: string, escapeMark: string): boolean {
  return text.trimEnd().endsWith(escapeMark)
}

/** How each heredoc of an instruction ends; only these three take one. */
function heredocs(text: string): ((line: string) => boolean)[] {
  if (!/^(ONBUILD\s+)?(RUN|COPY|ADD)\s/i.test(text)) return []
  return [...text.matchAll(/(?:^|\s)\d*<<(-?)(["']?)([^\s"'<]+)\2(?=\s|$)/g)].map(
    ([, dash, , word]) =>
      (line) =>
        (dash === '-' ? line.replace(/^\t+/, '') : line) === word,
  )
}
