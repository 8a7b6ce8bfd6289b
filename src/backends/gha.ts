import { type Attributes, attribute, type Backend, nameIn } from './backend.ts'
import { exporter } from './exporter-attributes.ts'
import { duration, httpUrl, oneOf, plainName, text } from './value-types.ts'

/**
 * GitHub's cache service: the key is the scope. Attributes: buildkit cache/remotecache/gha/gha.go; buildx fills
 * token and URLs in from the environment.
 */
export const gha: Backend = {
  type: 'gha',
  attributes: {
    scope: { side: 'both', kind: plainName, about: 'the cache name' },
    token: {
      side: 'both',
      kind: text,
      secret: true,
      movesToEnv: 'ACTIONS_RUNTIME_TOKEN',
      about: 'the runner provides it to actions',
    },
    url: { side: 'both', kind: httpUrl, builtin: '`ACTIONS_CACHE_URL`', about: 'the service, version 1' },
    url_v2: {
      side: 'both',
      kind: httpUrl,
      builtin: '`ACTIONS_RESULTS_URL`',
      since: 'BuildKit 0.20, buildx 0.21',
      about: 'the service, version 2',
    },
    version: {
      side: 'both',
      kind: oneOf('1', '2'),
      builtin: 'by `ACTIONS_CACHE_SERVICE_V2`',
      since: 'BuildKit 0.20, buildx 0.21',
      about: 'the version of the service',
    },
    timeout: {
      side: 'export',
      kind: duration,
      builtin: '10m',
      since: 'BuildKit 0.13',
      about: 'how long to retry when GitHub returns "too many requests"',
    },
    repository: {
      side: 'export',
      kind: text,
      since: 'BuildKit 0.14',
      about: 'with `ghtoken`: one API listing instead of one request per layer',
    },
    ghtoken: {
      side: 'export',
      kind: text,
      secret: true,
      since: 'BuildKit 0.14',
      about: 'a token with read access to Actions; BuildKit accepts it only on the command line',
    },
    ...exporter,
  },
  readName: nameIn('scope'),
  exportTo: (given, keys) => keys.map((key) => [...given, ['scope', scopeOf(key)]]),
  importFrom: (given, key) => [...given, ['scope', scopeOf(key)]],
  place: (given) => `gha ${attribute(given, 'url_v2') ?? attribute(given, 'url') ?? ''}`,
}

/** The spec contains the service's address, so no variable is needed. */
export function namesService(given: Attributes): boolean {
  return attribute(given, 'url') !== undefined || attribute(given, 'url_v2') !== undefined
}

/**
 * BuildKit looks its index up by prefix, `index-<scope>-1-…`: no key contains `--`, so none matches another's index.
 */
function scopeOf(key: string): string {
  return `${key}-`
}
