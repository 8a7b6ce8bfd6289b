// Texts of the user's in GitHub-flavoured Markdown: names of stages, instructions, branches, errors. The runner hides
// secrets in a summary by their literal text, so each is written character for character, in a code span or a fence,
// where nothing else is looked at: no HTML, no mention, no link. What cannot be written so is left out.
import { isVisible } from '../runner/safe-line.ts'

/** In characters: what is longer is left out, since a cut could leave a piece of a secret that no mask finds. */
const LONGEST = 2_000
const LEFT_OUT = '`…`'

/** A text as code; `…` where it is not one line, or too long. */
export function code(text: string): string {
  if (!isFit(text)) return LEFT_OUT
  const fence = '`'.repeat(unusedRun(text))
  // One blank at either end is taken off, and a backtick would make the fence longer.
  const pad = /^`|`$|^ .* $/s.test(text) ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

/** The same in a table, whose cells end at the next `|`, whatever stands around it. */
export function cellCode(text: string): string {
  return text.includes('|') ? LEFT_OUT : code(text)
}

/** A sentence of ours in which a name may stand: as it is, where it means nothing to Markdown. */
export function sentence(text: string): string {
  return isPlain(text) ? text : code(text)
}

/** The same in a table. */
export function cellSentence(text: string): string {
  return isPlain(text) ? text : cellCode(text)
}

/** Lines in a fence, each as it is. None of them may begin with a backtick. */
export function fenced(lines: readonly string[]): string {
  return ['```text', ...lines, '```'].join('\n')
}

/** An instruction as it is, or its first word alone where it is not one line or has more than `most` characters. */
export function instructionText(instruction: string, most: number): string {
  if (isFit(instruction) && instruction.length <= most) return instruction
  return `${/^(ONBUILD )?[A-Z]+(?= )/.exec(instruction)?.[0] ?? ''} …`.trimStart()
}

function isFit(text: string): boolean {
  return text !== '' && text.length <= LONGEST && isVisible(text)
}

/** Words, numbers and what ends or joins them; no `www.`, which GitHub makes a link of. */
function isPlain(text: string): boolean {
  const rest = /^\p{L}(?:[\p{L}\p{M}\p{N} (),'’%…]|[.:;–-](?=[\p{L}\p{N} ]|$))*$/u
  return rest.test(text) && !/www\.|:\S/i.test(text)
}

/** The least length that no run of backticks in the text has. */
function unusedRun(text: string): number {
  const runs = new Set((text.match(/`+/g) ?? []).map(({ length }) => length))
  let length = 1
  while (runs.has(length)) length++
  return length
}
