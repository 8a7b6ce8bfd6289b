/**
 * `"x"`, to quote what the user wrote; `instead` if it may contain a misplaced credential: it contains a blank, `;`,
 * `=` or `:`, or is longer than a name.
 */
export function quote(given: string, instead = 'the value'): string {
  return /^[^\s;=:\p{C}]{0,32}$/u.test(given) ? `"${given}"` : instead
}
