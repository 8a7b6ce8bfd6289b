import { randomUUID } from 'node:crypto'

/** A cache entry; `scope` is the ref whose run made it. Nobody sees it before its upload is final. */
export type CacheEntry = {
  id: string
  scope: string
  key: string
  version: string
  /** The name of its blob. */
  blob: string
  size: number | undefined
  /** In milliseconds since 1970. */
  created: number
}

/** The entries of one repository. */
export class CacheEntries {
  readonly all: CacheEntry[] = []
  #count = 0

  /** A new entry, or undefined where the scope has one of that key and version, be it final or not. */
  reserve(scope: string, key: string, version: string): CacheEntry | undefined {
    if (this.#one(scope, key, version)) return undefined
    const id = String(++this.#count)
    const entry: CacheEntry = {
      id,
      scope,
      key,
      version,
      blob: randomUUID(),
      size: undefined,
      created: Date.now(),
    }
    this.all.push(entry)
    return entry
  }

  /** Ends an upload; undefined where none was begun, or it has ended. */
  finish(scope: string, key: string, version: string, size: number): CacheEntry | undefined {
    const entry = this.#one(scope, key, version)
    if (!entry || entry.size !== undefined) return undefined
    entry.size = size
    return entry
  }

  /** In the first scope that has any: the entry of that key, else the newest that begins with a restore key. */
  find(
    scopes: readonly string[],
    key: string,
    restoreKeys: readonly string[],
    version: string,
  ): CacheEntry | undefined {
    for (const scope of scopes) {
      const visible = this.all.filter(
        (it) => it.scope === scope && it.version === version && it.size !== undefined,
      )
      const found =
        visible.find((it) => it.key === key) ??
        restoreKeys.map((start) => visible.findLast((it) => it.key.startsWith(start))).find(Boolean)
      if (found) return found
    }
    return undefined
  }

  /** Deletes an entry; false where there is none of that id. */
  delete(id: string): boolean {
    const at = this.all.findIndex((it) => it.id === id)
    if (at >= 0) this.all.splice(at, 1)
    return at >= 0
  }

  #one(scope: string, key: string, version: string): CacheEntry | undefined {
    return this.all.find((it) => it.scope === scope && it.key === key && it.version === version)
  }
}
