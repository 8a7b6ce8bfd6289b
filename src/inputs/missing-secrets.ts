import { statSync } from 'node:fs'
import { readBounded } from '../lib/bounded-file.ts'
import type { BuildInputs } from './build-inputs.ts'
import { isCredentialName } from './credential-names.ts'

/** What the inputs point to: the step's variables, and what stands at a path. */
export type World = {
  variables: Readonly<Record<string, string | undefined>>
  look: (path: string) => 'missing' | 'blank' | 'there'
}

/** A declared secret: `isGiven`: buildx gets it; `lacks`: nothing but blanks is in it. */
type Declared = { id: string; isGiven: boolean; lacks: boolean }

/**
 * The secrets and SSH agents that the inputs declare and that have no value in this run, sorted, each once:
 * `secret ID`, `ssh ID`, or `line N of secrets` where the name may be a piece of a key that nobody quoted. Blank is no
 * value (isNothing). The tokens of git contexts are left out: they decide whether a context can be read, not what is in it.
 */
export function withoutValue(inputs: BuildInputs, { variables, look }: World): string[] {
  const { named, nameless } = readValues(inputs.secrets)
  // In the order of the command (argv.ts): of two with one ID buildx takes the last.
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
 * The lines of `secrets` that have a name, and the numbers of those without a value whose name is not to be trusted:
 * where a key of several lines was not quoted, one of its lines may end in a `=`. Such a line before another of the
 * key's is the key's as well, and the key has a value.
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

/** Whether an item of `ssh` leads to a key or an agent. */
function hasKey(item: string, agent: string, look: World['look']): boolean {
  return keyPaths(item, agent).every((path) => path !== '' && look(path) === 'there')
}

/** What an item of `ssh`, `ID[=socket|key[,key]]`, leads to: `agent` where it names none (buildkit session/sshforward). */
export function keyPaths(item: string, agent: string): string[] {
  const paths = item.includes('=') ? split(item).rest.split(',') : []
  const given = paths.filter((it) => it !== '' && !it.startsWith('raw='))
  return given.length > 0 ? given : [agent]
}

// What is put together around a credential: one that is empty was the value of a secret that this run does not get.
// A name is no longer than this, and no piece of a key in base64.
const ASSIGNED = /(?<![A-Za-z0-9+/])([\w.-]{1,40})["']?[ \t]*[=:][ \t]*("[^"\n]*"|'[^'\n]*'|[^\s,;}&"']*)/g
const IN_URL = /:\/\/(?:[^\s/@:]{0,200}:)?([^\s/@:]{0,500})@/g
const IN_NETRC = /\bmachine\s+\S{1,200}\s+login\s+\S{1,200}\s+password\b[ \t]*(\S{0,500})/g

/**
 * Whether nothing is in a secret: blanks, empty quotes, or settings (an .npmrc, a .netrc, a URL) that hold credentials,
 * each of them empty. What is longer than a few pages is something.
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
    // As existsSync tells: what may not be looked at is not there; a file that may not be read is.
    return (error as NodeJS.ErrnoException).syscall === 'stat' ? 'missing' : 'there'
  }
}
