/** Access to the event's JSON, which may have any shape. */
export type Payload = unknown

/** The value at `path` in the payload, or undefined; never throws. */
export function at(payload: Payload, ...path: string[]): unknown {
  let value = payload
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

/** The non-empty text at `path`, or undefined. */
export function textAt(payload: Payload, ...path: string[]): string | undefined {
  const value = at(payload, ...path)
  return typeof value === 'string' && value !== '' ? value : undefined
}
