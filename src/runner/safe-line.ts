// Characters that reverse text, are invisible, or break lines.
const UNFIT = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}\u200b\u2060\u206a-\u206f\ufeff]/gu

/**
 * A text as one line of the log that the runner does not parse as a command: those begin with `::` after any blanks, or
 * with `##[` anywhere (actions/runner ActionCommand.cs). Invisible characters become visible escapes.
 */
export function safeLine(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(UNFIT, (it) => `\\u${it.codePointAt(0)?.toString(16).padStart(4, '0')}`)
    .replaceAll('##[', '## [')
    .replace(/^\s*::/, (it) => it.replace('::', ': :'))
}

/** The same for a message of several lines. */
export function safeLines(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map(safeLine)
    .join('\n')
}

/** Whether a text shows all that is in it, in one line. */
export function isVisible(text: string): boolean {
  return text.search(UNFIT) < 0
}
