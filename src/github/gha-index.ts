import { createHash } from 'node:crypto'
import type { Entry } from '../cache/entries.ts'
import { parseEntry } from '../cache/entry-fields.ts'
import type { Variables } from '../cache/spec.ts'
import { findCacheEntry, type Service } from './cache-entries.ts'
import { writableScope } from './cache-service.ts'

/** In milliseconds: for each of the two questions. */
const PATIENCE = 5_000

/** What BuildKit will call the index of an export, without its number, and where. */
type Index = { entry: Entry; service: Service; prefix: string }

/**
 * BuildKit takes an export to GitHub's cache for done also where its index, without which nobody finds it, could not
 * be uploaded (tonistiigi/go-actions-cache, SaveMutable). So the service is asked now, beside the build, and again
 * when the result is called: it gives the exports that have no newer index then. What the service does not say is
 * not held against them.
 */
export function watchIndexes(exports: readonly Entry[], variables: Variables): () => Promise<Entry[]> {
  const before = exports
    .flatMap((entry) => indexOf(entry, variables))
    .map((index) => ({ index, number: numberOf(index).catch(() => 0) }))
  return async () => {
    const lost = before.map(async ({ index, number }) => {
      const [earlier, now] = await Promise.all([number, numberOf(index).catch(() => undefined)])
      return now === undefined || now > earlier ? [] : [index.entry]
    })
    return (await Promise.all(lost)).flat()
  }
}

/** Version 1 of the service, which act and GitHub Enterprise have, is not asked. */
function indexOf(entry: Entry, variables: Variables): Index[] {
  if (entry.backend !== 'gha') return []
  const { scope = '', url_v2: given, version } = parseEntry(entry.csv).attributes
  const isTwo = version === '2' || /^(1|t|true)$/i.test(variables.ACTIONS_CACHE_SERVICE_V2 ?? '')
  const url = given ?? (isTwo ? variables.ACTIONS_RESULTS_URL : undefined)
  const token = variables.ACTIONS_RUNTIME_TOKEN ?? ''
  const ref = writableScope(token)
  if (!url || version === '1' || ref === undefined) return []
  const hash = createHash('sha256').update(ref).digest('hex').slice(0, 8)
  return [{ entry, service: { url, token }, prefix: `index-${scope}-1-${hash}` }]
}

/** The number of the newest index, counted from 1; 0 where there is none. */
async function numberOf({ service, prefix }: Index): Promise<number> {
  const key = await findCacheEntry(service, prefix, PATIENCE)
  return key === undefined ? 0 : Number(/#(\d+)$/.exec(key)?.[1] ?? Number.NaN)
}
