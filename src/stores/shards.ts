import type { Entry } from '../cache/entries.ts'
import { type Presence, shardsIn } from '../cache/present.ts'
import { type Asked, nothingAsked } from '../github/api.ts'
import { askStore } from './ask.ts'
import type { Asker } from './asker.ts'

/** In milliseconds: how long the build waits for an answer once docker has given its own. */
const PATIENCE = 1_500

/**
 * Begins to ask which of this job's shards are there: those that the event makes known at once, those of branches that
 * only GitHub's API names as soon as it has. `readsOf`: what would be read, given what the API said. The result, to be
 * called when there is nothing else to wait for, gives what is known then or soon after; it never throws.
 */
export function findShards(
  readsOf: (asked: Asked) => readonly Entry[],
  asking: Promise<Asked>,
  asker: Asker,
): () => Promise<Presence> {
  const presence = new Map<string, boolean | undefined>()
  const ask = async (asked: Asked): Promise<void> => {
    const shards = shardsIn(readsOf(asked)).filter(({ places: [place = ''] }) => !presence.has(place))
    for (const { places } of shards) presence.set(places[0] ?? '', undefined)
    await Promise.all(
      shards.map(async (entry) => presence.set(entry.places[0] ?? '', await askStore(entry, asker))),
    )
  }
  const done = Promise.allSettled([ask(nothingAsked), asking.then(ask)])
  return async () => {
    let timer: NodeJS.Timeout | undefined
    await Promise.race([
      done,
      new Promise((late) => {
        timer = setTimeout(late, PATIENCE)
      }),
    ])
    clearTimeout(timer)
    return new Map(presence)
  }
}
