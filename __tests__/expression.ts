/**
 * What GitHub's expression language makes of the expressions in our workflows: contexts, texts, numbers, `==`, `!=`, `!`,
 * `&&`, `||` and brackets. As there, `&&` and `||` give one of their operands, and 0, an empty text, false and null are
 * false. Throws where it meets something else. `contexts`: `{ github: { actor: 'x' } }`.
 */
export function evaluate(text: string, contexts: Record<string, unknown>): unknown {
  const tokens = text.match(/'(?:[^']|'')*'|&&|\|\||==|!=|[!()]|[\w.-]+|\S/g) ?? []
  let at = 0
  const take = (token: string): boolean => tokens[at] === token && ++at > 0
  const or = (): unknown => {
    let left = and()
    while (take('||')) {
      const right = and()
      left = left || right
    }
    return left
  }
  const and = (): unknown => {
    let left = equality()
    while (take('&&')) {
      const right = equality()
      left = left && right
    }
    return left
  }
  const equality = (): unknown => {
    const left = unary()
    if (take('==')) return same(left, unary())
    if (take('!=')) return !same(left, unary())
    return left
  }
  const unary = (): unknown => {
    if (take('!')) return !unary()
    if (!take('(')) return value(tokens[at++] ?? '')
    const inner = or()
    if (!take(')')) throw new Error(`no ")" in ${text}`)
    return inner
  }
  const value = (token: string): unknown => {
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
    if (/^\d+$/.test(token)) return Number(token)
    const [root = '', ...path] = token.split('.')
    if (!Object.hasOwn(contexts, root)) throw new Error(`${token} is not known in ${text}`)
    return path.reduce<unknown>(
      (it, name) => (it as Record<string, unknown> | undefined)?.[name],
      contexts[root],
    )
  }
  const result = or()
  if (at < tokens.length) throw new Error(`${tokens[at]} is not understood in ${text}`)
  return result
}

/** Texts are compared without regard to case. */
function same(a: unknown, b: unknown): boolean {
  const [left, right] = [a, b].map((it) => (typeof it === 'string' ? it.toLowerCase() : (it ?? null)))
  return left === right
}
