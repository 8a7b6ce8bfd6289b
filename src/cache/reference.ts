// The grammar of an image reference (github.com/distribution/reference, regexp.go).
const HOST = String.raw`(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d+)?`
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const REPOSITORY = new RegExp(`^(?:${HOST}/)?${COMPONENT}(?:/${COMPONENT})*$`)
const TAG = /^\w[\w.-]{0,127}$/

export type Reference = { repository: string; tag: string }

/** `[host/]repository[:tag]`, the repository lower-cased; throws an Error that says what is wrong with it. */
export function parseReference(text: string): Reference {
  if (text.includes('@')) throw new Error(`"${text}" has a digest; a cache is written to a tag`)
  const colon = text.lastIndexOf(':')
  const hasTag = colon > text.lastIndexOf('/')
  const repository = (hasTag ? text.slice(0, colon) : text).toLowerCase()
  const tag = hasTag ? text.slice(colon + 1) : ''
  if (!REPOSITORY.test(repository) || repository.length > 255 || (hasTag && !TAG.test(tag))) {
    throw new Error(`"${text}" is not an image reference such as ghcr.io/owner/app/cache`)
  }
  return { repository, tag }
}
