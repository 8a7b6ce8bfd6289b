/** A cache mount that a builder holds, as `docker buildx du --verbose --filter type=exec.cachemount` lists it. */
export type HeldMount = {
  /** BuildKit's id of it (dockerfile-mounts.ts). */
  id: string
  /** It was made with a uid, gid, mode or from: only those begin with another record. */
  isDerived: boolean
}

/**
 * The list of cache mounts -> what is in it. Where one is mounted, and by which step, is that of its last use, and
 * tells nothing.
 */
export function parseHeldMounts(list: string): HeldMount[] {
  return list.split(/^(?=ID:[ \t]+\S+\r?$)/m).flatMap((record) => {
    // A step's own lines are in its description, as many as it has: what comes last is buildx' own.
    const type = [...record.matchAll(/^Type:[ \t]*(\S+)/gm)].at(-1)?.[1]
    const place = /^Description:[ \t]*cached mount (.+?) from exec /m.exec(record)?.[1]
    if (place === undefined || type !== 'exec.cachemount') return []
    const ids = [
      ...record.matchAll(/ with id ("(?:[^"\\\n]|\\.)*")[ \t\r]*\n(?=(?:Usage count|Last used|Type):)/g),
    ]
    const quoted = ids.at(-1)?.[1]
    const before = record.slice(0, record.indexOf('\nDescription:'))
    // An id that is where it is mounted is not named (solver/llbsolver/mounts).
    return [{ id: quoted ? unquote(quoted) : place, isDerived: /^Parents?:/m.test(before) }]
  })
}

/** A text that Go has quoted (%q); of its escapes those that JSON has too are the ones that ids of ours can have. */
function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return quoted
  }
}
