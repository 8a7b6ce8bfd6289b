// Texts of the user's in GitHub-flavoured Markdown: names of stages, instructions, branches, errors. Whatever is not
// a letter, a digit or a blank becomes a character reference, which Markdown, tables, HTML, mentions, math and emoji
// codes all take for plain text.

/** A text as plain text, in one line, at most `limit` characters of it. */
export function escapeText(text: string, limit = 300): string {
  return [...cut(oneLine(text), limit)].map(escapeCharacter).join('')
}

/** The same as code: nothing in it is looked at for mentions and links. */
export function code(text: string, limit = 300): string {
  return `<code>${escapeText(text, limit)}</code>`
}

const EMOJI = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u

function escapeCharacter(character: string): string {
  return /^[\p{L}\p{M}\p{N} ]$/u.test(character) || isEmoji(character)
    ? character
    : `&#${character.codePointAt(0)};`
}

/** Emoji and what joins them stay, so that they stay whole. */
function isEmoji(character: string): boolean {
  const isJoiner = character === '\u200D' || character === '\uFE0F'
  return isJoiner || (character > '\u00ff' && EMOJI.test(character))
}

/** Line breaks and other controls become blanks, what would turn the direction of the text is left out. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim()
}

function cut(text: string, limit: number): string {
  const characters = [...text]
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`
}
