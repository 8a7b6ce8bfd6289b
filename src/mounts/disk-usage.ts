/** A cache mount that a builder has, as `docker buildx du --verbose --filter type=exec.cachemount` lists it. */
export type HeldMount = {
  /** BuildKit's id of it (dockerfile-mounts.ts). */
  id: string
  /** It was created with uid, gid, mode or from: only such mounts are based on another record. */
  isDerived: boolean
}

/** Parses the list of cache mounts. A mount's path and step are those of its last use, and are ignored. */
export function parseHeldMounts(list: string): HeldMount[] {
  return list.split(/^(?=ID:[ \t]+\S+\r?$)/m).flatMap((record) => {
    // The description contains any number of the step's own lines, so the last match is buildx's.
    const type = [...record.matchAll(/^Type:[ \t]*(\S+)/gm)].at(-1)?.[1]
    const place = /^Description:[ \t]*cached mount (.+?) from exec /m.exec(record)?.[1]
    if (place === undefined || type !== 'exec.cachemount') return []
    const ids = [
      ...record.matchAll(/ with id ("(?:[^"\\\n]|\\.)*")[ \t\r]*\n(?=(?:Usage count|Last used|Type):)/g),
    ]
    const quoted = ids.at(-1)?.[1]
    const before = record.slice(0, record.indexOf('\nDescription:'))
    // An id equal to the mount's path is omitted (solver/llbsolver/mounts).
    return [{ id: quoted ? unquote(quoted) : place, isDerived: /^Parents?:/m.test(before) }]
  })
}

/** A text quoted by Go (%q); carried ids can only need the escapes that JSON has too. */
function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return quoted
  }
}
