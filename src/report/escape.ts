// The user's texts in GitHub-flavoured Markdown: names of stages, instructions, branches, errors. The runner hides
// secrets in a summary by their literal text, so each text is written literally, in a code span or a fence, where
// Markdown interprets nothing: no HTML, no mention, no link. Texts that cannot be written this way are omitted.
import { isVisible } from '../runner/safe-line.ts'

/** In characters: longer texts are omitted, since no mask finds a part of a secret. */
const LONGEST = 2_000
const LEFT_OUT = '`…`'

/** A text as code; `…` if it has several lines or is too long. */
export function code(text: string): string {
  if (!isFit(text)) return LEFT_OUT
  const fence = '`'.repeat(unusedRun(text))
  // Markdown strips one blank at either end; a backtick there would extend the fence.
  const pad = /^`|`$|^ .* $/s.test(text) ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

/** The same in a table, whose cells end at the next `|`, even in a code span. */
export function cellCode(text: string): string {
  return text.includes('|') ? LEFT_OUT : code(text)
}

/** The action's own sentence, which may contain a name: unchanged if Markdown interprets nothing in it. */
export function sentence(text: string): string {
  return isPlain(text) ? text : code(text)
}

/** The same in a table. */
export function cellSentence(text: string): string {
  return isPlain(text) ? text : cellCode(text)
}

/** Lines in a fence, unchanged. None of them may begin with a backtick. */
export function fenced(lines: readonly string[]): string {
  return ['```text', ...lines, '```'].join('\n')
}

/** An instruction unchanged, or only its first word if it has several lines or more than `most` characters. */
export function instructionText(instruction: string, most: number): string {
  if (isFit(instruction) && instruction.length <= most) return instruction
  return `${/^(ONBUILD )?[A-Z]+(?= )/.exec(instruction)?.[0] ?? ''} …`.trimStart()
}

function isFit(text: string): boolean {
  return text !== '' && text.length <= LONGEST && isVisible(text)
}

/** Words, numbers and punctuation; no `www.`, which GitHub turns into a link. */
function isPlain(text: string): boolean {
  const rest = /^\p{L}(?:[\p{L}\p{M}\p{N} (),'’%…]|[.:;–-](?=[\p{L}\p{N} ]|$))*$/u
  return rest.test(text) && !/www\.|:\S/i.test(text)
}

/** The smallest length of which the text has no run of backticks. */
function unusedRun(text: string): number {
  const runs = new Set((text.match(/`+/g) ?? []).map(({ length }) => length))
  let length = 1
  while (runs.has(length)) length++
  return length
}
