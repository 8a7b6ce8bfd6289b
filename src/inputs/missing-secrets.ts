import { statSync } from 'node:fs'
import { readBounded } from '../lib/bounded-file.ts'
import type { BuildInputs } from './build-inputs.ts'
import { isCredentialName } from './credential-names.ts'

/** What the inputs refer to: the step's variables, and files. */
export type World = {
  variables: Readonly<Record<string, string | undefined>>
  look: (path: string) => 'missing' | 'blank' | 'there'
}

/** A declared secret. `isGiven`: buildx gets it; `lacks`: it is blank. */
type Declared = { id: string; isGiven: boolean; lacks: boolean }

/**
 * The secrets and SSH agents that the inputs declare and that have no value in this run, sorted, each once: `secret
 * ID`, `ssh ID`, or `line N of secrets` where the name may be a piece of a key that nobody quoted. Blank counts as no
 * value (isNothing). Tokens of git contexts are not included: they determine whether a context can be read, not its
 * content.
 */
export function withoutValue(inputs: BuildInputs, { variables, look }: World): string[] {
  const { named, nameless } = readValues(inputs.secrets)
  // In the order of the command (argv.ts): buildx uses the last of two with the same ID.
  const declared: Declared[] = [
    ...inputs['secret-envs'].map(split).map(({ id, rest }) => ({
      id,
      isGiven: rest !== '',
      lacks: isNothing(variables[rest] ?? ''),
    })),
    ...named.map(({ id, rest }) => ({ id, isGiven: rest !== '', lacks: isNothing(rest) })),
    ...inputs['secret-files'].map(split).map(({ id, rest }) => {
      const found = rest === '' ? 'missing' : look(rest)
      return { id, isGiven: found !== 'missing', lacks: found !== 'there' }
    }),
  ].filter(({ id }) => id !== '' && !/^GIT_AUTH_TOKEN(\.|$)/.test(id))
  const ids = new Set(declared.map(({ id }) => id))
  const lacking = [...ids].filter(
    (id) => declared.findLast((it) => it.id === id && it.isGiven)?.lacks !== false,
  )
  const agents = inputs.ssh.filter((it) => !hasKey(it, variables.SSH_AUTH_SOCK ?? '', look))
  return [
    ...new Set([
      ...lacking.map((id) => `secret ${id}`),
      ...nameless.map((line) => `line ${line} of secrets`),
      ...agents.map((it) => `ssh ${split(it).id || it || 'default'}`),
    ]),
  ].sort()
}

/** What stands before and after the first `=`; no ID where there is none. */
function split(text: string): { id: string; rest: string } {
  const equals = text.indexOf('=')
  return { id: text.slice(0, Math.max(0, equals)), rest: text.slice(equals + 1) }
}

/**
 * The lines of `secrets` that have a name, and the numbers of those without a value whose name may not be one: a line
 * of an unquoted key may end in `=`. If another line of the key follows, such a line belongs to the key, and the key
 * has a value.
 */
function readValues(secrets: readonly string[]): { named: ReturnType<typeof split>[]; nameless: number[] } {
  const lines = secrets.map(split)
  const isTorn = (i: number): boolean => i < secrets.length && !secrets[i]?.includes('=')
  if (!secrets.some((_, i) => isTorn(i))) return { named: lines, nameless: [] }
  const isBlank = ({ rest }: { rest: string }): boolean => rest.trim() === ''
  return {
    named: lines.filter((line) => !isBlank(line)),
    nameless: lines.flatMap((line, i) => (line.id !== '' && isBlank(line) && !isTorn(i + 1) ? [i + 1] : [])),
  }
}

/** Whether an item of `ssh` refers to an existing key or agent. */
function hasKey(item: string, agent: string, look: World['look']): boolean {
  return keyPaths(item, agent).every((path) => path !== '' && look(path) === 'there')
}

/**
 * What an item of `ssh`, `ID[=socket|key[,key]]`, refers to: `agent` if it names nothing (buildkit session/sshforward).
 */
export function keyPaths(item: string, agent: string): string[] {
  const paths = item.includes('=') ? split(item).rest.split(',') : []
  const given = paths.filter((it) => it !== '' && !it.startsWith('raw='))
  return given.length > 0 ? given : [agent]
}

// Settings that contain a credential: if it is empty, it was a secret that this run does not get. Names are not longer,
// and are not part of a base64 key.
const ASSIGNED = /(?<![A-Za-z0-9+/])([\w.-]{1,40})["']?[ \t]*[=:][ \t]*("[^"\n]*"|'[^'\n]*'|[^\s,;}&"']*)/g
const IN_URL = /:\/\/(?:[^\s/@:]{0,200}:)?([^\s/@:]{0,500})@/g
const IN_NETRC = /\bmachine\s+\S{1,200}\s+login\s+\S{1,200}\s+password\b[ \t]*(\S{0,500})/g

/**
 * Whether a secret is empty: blanks, empty quotes, or settings (an .npmrc, a .netrc, a URL) whose credentials are all
 * empty. A text longer than a few pages is never empty.
 */
function isNothing(text: string): boolean {
  if (text.length > LARGEST) return false
  if (/^["'\s]*$/.test(text)) return true
  const credentials = [
    ...[...text.matchAll(ASSIGNED)].flatMap(([, name = '', value = '']) =>
      isCredentialName(name) && !/^(true|false|\d)$/i.test(value) ? value.replace(/^["']|["']$/g, '') : [],
    ),
    ...[...text.matchAll(IN_URL), ...text.matchAll(IN_NETRC)].map(([, value = '']) => value),
  ]
  return credentials.length > 0 && credentials.every((it) => it.trim() === '')
}

/** In bytes. */
const LARGEST = 65_536

/** What stands at a path of this machine. */
export function look(path: string): ReturnType<World['look']> {
  try {
    const found = statSync(path)
    if (!found.isFile() || found.size > LARGEST) return 'there'
    return isNothing(readBounded(path, LARGEST)) ? 'blank' : 'there'
  } catch (error) {
    // As existsSync: a path that cannot be looked up does not exist; a file that cannot be read does.
    return (error as NodeJS.ErrnoException).syscall === 'stat' ? 'missing' : 'there'
  }
}
