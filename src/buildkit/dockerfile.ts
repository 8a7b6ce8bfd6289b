import { splitWords } from './dockerfile-words.ts'

/** One instruction of a Dockerfile: the lines that are joined to it are in its text. */
export type Instruction = {
  /** The line that it begins on, from 1. */
  line: number
  /** Counted from 0; -1 before the first FROM. */
  stage: number
  /** Lower-cased; empty where the stage has none. */
  stageName: string
  /** In capitals. */
  keyword: string
  /** As written, but for the keyword, which is in capitals. A heredoc's own lines are left out. */
  text: string
  hasHeredoc: boolean
}

export type Dockerfile = { instructions: Instruction[]; escapeMark: string }

/** In characters: a larger Dockerfile is not read. */
const LARGEST = 1_000_000

/**
 * The instructions of a Dockerfile, as BuildKit's parser tells them apart (frontend/dockerfile/parser). Goes once over
 * the text.
 */
export function parseDockerfile(source: string): Dockerfile {
  if (source.length > LARGEST) return { instructions: [], escapeMark: '\\' }
  const lines = source.replace(/^\uFEFF/, '').split('\n')
  const escapeMark = escapeOf(lines)
  const instructions: Instruction[] = []
  let stage = -1
  let stageName = ''
  for (let i = 0; i < lines.length; i++) {
    const begin = i
    let { text, goesOn } = readLine((lines[i] ?? '').trimStart(), escapeMark)
    if (isComment(text) || (text === '' && !goesOn)) continue
    const joined = [text]
    while (goesOn && i + 1 < lines.length) {
      const next = lines[++i] ?? ''
      // Comments and empty lines are ignored, inside an instruction too.
      if (isComment(next) || next.trim() === '') continue
      ;({ text, goesOn } = readLine(next, escapeMark))
      joined.push(text)
    }
    const whole = joined.join('').trim()
    if (whole === '') continue
    const ends = heredocs(whole, escapeMark)
    for (const isEnd of ends) {
      do i++
      while (i < lines.length && !isEnd((lines[i] ?? '').replace(/\r$/, '')))
    }
    const [written = ''] = /^\S+/.exec(whole) ?? []
    const keyword = written.toUpperCase()
    if (keyword === 'FROM') {
      stage++
      stageName = (/\sAS\s+(\S+)$/i.exec(whole.slice(-1000))?.[1] ?? '').toLowerCase()
    }
    instructions.push({
      line: begin + 1,
      stage,
      stageName,
      keyword,
      hasHeredoc: ends.length > 0,
      text: `${keyword}${whole.slice(written.length)}`,
    })
  }
  return { instructions, escapeMark }
}

/** `# escape=` among the directives at the top. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const directive = /^#\s*([a-z]+)\s*=\s*(\S+)/i.exec(line)
    if (!directive) return '\\'
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] === '`' ? '`' : '\\'
  }
  return '\\'
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith('#')
}

/** A line without its line break, and whether it continues: it does after one escape, not after two. */
function readLine(line: string, escapeMark: string): { text: string; goesOn: boolean } {
  const whole = line.endsWith('\r') ? line.slice(0, -1) : line
  let end = whole.length
  while (whole[end - 1] === ' ' || whole[end - 1] === '\t') end--
  const goesOn = whole[end - 1] === escapeMark && whole[end - 2] !== escapeMark
  return { text: goesOn ? whole.slice(0, end - 1) : whole, goesOn }
}

/** The terminator of each heredoc of an instruction; only these three instructions allow one, and not in JSON form. */
function heredocs(text: string, escapeMark: string): ((line: string) => boolean)[] {
  if (!text.includes('<<') || !/^(ONBUILD\s+)?(RUN|COPY|ADD)\s+(?!\[)/i.test(text)) return []
  return splitWords(text, escapeMark).flatMap((word) => {
    const [, dash, name = ''] = /^\d*<<(-?)\s*([^<]+)$/.exec(word) ?? []
    const end = name.replace(/["'\\]/g, '')
    if (dash === undefined || end === '') return []
    return [(line: string) => (dash === '-' ? line.replace(/^\t+/, '') : line) === end]
  })
}
