import { GAP, type ValueType } from './value-types.ts'

// The grammar of an image reference (github.com/distribution/reference, regexp.go).
const HOST = String.raw`(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d+)?`
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const REPOSITORY = new RegExp(`^(?:${HOST}/)?${COMPONENT}(?:/${COMPONENT})*$`)
const TAG = /^\w[\w.-]{0,127}$/

export type Reference = { repository: string; tag: string }

/** `[host/]repository[:tag]`, the repository lower-cased; throws an Error that ends the sentence `"x" …`. */
export function parseReference(text: string): Reference {
  if (text.includes('@')) throw new Error('has a digest; a cache is written to a tag')
  const colon = text.lastIndexOf(':')
  const hasTag = colon > text.lastIndexOf('/')
  const repository = (hasTag ? text.slice(0, colon) : text).toLowerCase()
  const tag = hasTag ? text.slice(colon + 1) : ''
  if (!REPOSITORY.test(repository) || repository.length > 255 || (hasTag && !TAG.test(tag))) {
    throw new Error(whyNot(text))
  }
  return { repository, tag }
}

/** What is wrong with it, for known mistakes, and what to write. */
function whyNot(text: string): string {
  const instead = 'is not an image reference such as ghcr.io/owner/app/cache'
  if (text.includes('://')) return `${instead}; remove "://" and everything before it`
  // Most likely it contains a branch.
  if (/:[^/:]*[^/:\d][^/:]*\//.test(text))
    return `${instead}; a tag cannot contain "/", and the action adds the branch`
  return hasReferenceGap(text) ? `${instead}; ${GAP}` : instead
}

/**
 * Two adjacent separators, or one at either end: `/app/cache` and `ghcr.io//app`, where a registry or an owner is
 * missing.
 */
function hasReferenceGap(text: string): boolean {
  return /^[/:._-]|[/:._-]$|[/:][/:.-]|[._-][/:]|\.[.-]|-\./.test(text) && !/:\/\/|\s/.test(text)
}

export const reference: ValueType = {
  words: 'an image reference',
  check: (value) => {
    try {
      parseReference(value)
      return undefined
    } catch (error) {
      return (error as Error).message
    }
  },
  hasGap: hasReferenceGap,
}

/** Docker Hub has several spellings for one repository (github.com/distribution/reference, normalize.go). */
export function canonicalRepository(repository: string): string {
  const [host = '', ...rest] = repository.split('/')
  const hasHost = rest.length > 0 && (/[.:]/.test(host) || host === 'localhost')
  if (!hasHost) return `docker.io/${rest.length === 0 ? `library/${repository}` : repository}`
  return repository
    .replace(/^index\.docker\.io\//, 'docker.io/')
    .replace(/^docker\.io\/([^/]+)$/, 'docker.io/library/$1')
}
