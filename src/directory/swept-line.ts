import { count, formatBytes } from '../lib/format.ts'
import type { Swept } from './sweep.ts'

/** What a sweep did, for the log. */
export function sweptLine(directory: string, swept: Omit<Swept, 'condemned'> | string): string {
  if (typeof swept === 'string') return `${directory} was not swept this time: ${swept}.`
  const { tooOld, tooMuch, freed, size, scopes, spared } = swept
  const gone = [
    ...(tooOld.length > 0 ? [`${count(tooOld.length, 'scope')} unused for cache-keep removed`] : []),
    ...(tooMuch.length > 0 ? [`${count(tooMuch.length, 'scope')} evicted for cache-max-size`] : []),
    ...(freed > 0 ? [`${formatBytes(freed)} freed`] : []),
    ...(spared === undefined ? [] : [`no layer was deleted: ${spared}`]),
  ]
  const rest = gone.length === 0 ? '' : `; ${gone.join(', ')}`
  return `${directory}: ${formatBytes(size)} in ${count(scopes, 'scope')}${rest}.`
}
