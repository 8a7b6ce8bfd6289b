const spellings = new Map([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false] as const),
])

/**
 * What Go's strconv.ParseBool makes of a text, which is how docker, buildx and BuildKit read their variables and
 * attributes; undefined for any other text, which most of them silently treat as false.
 */
export function goBoolean(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : spellings.get(text)
}
