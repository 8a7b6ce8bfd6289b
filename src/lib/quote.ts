/**
 * `"x"`, to repeat what the user gave; `instead` where that can hold a credential that strayed from its place: with a
 * blank, `;`, `=` or `:` in it, or longer than a name.
 */
export function quote(given: string, instead = 'the value'): string {
  return /^[^\s;=:\p{C}]{0,32}$/u.test(given) ? `"${given}"` : instead
}
