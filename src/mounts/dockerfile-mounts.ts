import { posix } from 'node:path'
import { type Instruction, parseDockerfile } from '../buildkit/dockerfile.ts'
import { splitWords } from '../buildkit/dockerfile-words.ts'
import { decodeFields } from '../lib/csv.ts'
import { expandWord, UNSET, type Variable } from './expand.ts'

/**
 * A cache mount of a build: its identity in BuildKit (dockerfile2llb/convert_runmount.go), and where steps mount it.
 * With uid, gid or mode it is a different mount than without.
 */
export type CacheMount = {
  /** As in BuildKit's list: `BUILDKIT_CACHE_MOUNT_NS`, a slash, and the id or, without one, the cleaned target. */
  id: string
  /** The id without the namespace. */
  name: string
  /** `mode` in octal digits. */
  owner: { uid: number; gid: number; mode: string } | undefined
  sharing: 'shared' | 'private' | 'locked'
  /** Where steps mount it: absolute paths without duplicates. */
  targets: string[]
}

/** A mount that is not carried: how the Dockerfile spells it, and why. */
export type UncarriedMount = { line: number; name: string; why: string }

/** The parameters of a build that its Dockerfile can use. */
export type DockerfileInputs = {
  /** The build arguments. */
  args: Readonly<Record<string, string>>
  /** The stage that is built, by name or number; empty for the last. */
  target: string
  /** Such as `linux/amd64`; the builder's own if the build specifies none. */
  platforms: readonly string[]
  buildPlatform: string
  /** The names of further contexts, which replace stages of the same name. */
  contexts: readonly string[]
}

export type MountsOfBuild = { mounts: CacheMount[]; uncarried: UncarriedMount[] }

/** The cache mounts that the stages of a build use, for all its platforms. Reads the text a few times. */
export function mountsOfBuild(text: string, inputs: DockerfileInputs): MountsOfBuild {
  const { instructions, escapeMark } = parseDockerfile(text)
  const all = inputs.platforms.map((platform) => mountsOfPlatform(instructions, escapeMark, inputs, platform))
  return {
    mounts: together(all.flatMap((it) => it.mounts)),
    uncarried: all
      .flatMap((it) => it.uncarried)
      .filter((it, i, them) => them.findIndex((other) => isSameSpelling(it, other)) === i),
  }
}

const isSameSpelling = (a: UncarriedMount, b: UncarriedMount): boolean =>
  a.line === b.line && a.name === b.name

/** The same mounts, each once. */
function together(mounts: readonly CacheMount[]): CacheMount[] {
  const found = new Map<string, CacheMount>()
  for (const mount of mounts) {
    const identity = identityOf(mount)
    const before = found.get(identity)
    const targets = [...new Set([...(before?.targets ?? []), ...mount.targets])]
    found.set(identity, { ...mount, sharing: before?.sharing ?? mount.sharing, targets })
  }
  return [...found.values()]
}

/** The identity of a mount, as one text without blanks. */
export function identityOf({ id, owner }: Pick<CacheMount, 'id' | 'owner'>): string {
  const parts = [id, ...(owner ? [owner.uid, owner.gid, owner.mode] : [])]
  return parts
    .map((it) => encodeURIComponent(it))
    .join(' ')
    .replaceAll(' ', ',')
}

type Environment = Map<string, string>
type Stage = {
  env: Environment
  isKnown: boolean
  /** The working directory; undefined if only the base image defines it. */
  folder: string | undefined
  needs: Set<number>
  mounts: CacheMount[]
  uncarried: UncarriedMount[]
}

function mountsOfPlatform(
  instructions: readonly Instruction[],
  escapeMark: string,
  inputs: DockerfileInputs,
  platform: string,
): MountsOfBuild {
  const names: string[] = []
  const stages: Stage[] = []
  const globals: Environment = new Map(Object.entries(platformArgs(inputs, platform)))
  const word = (text: string, env: Environment, isKnown: boolean): string | undefined =>
    expandWord(text, escapeMark, (name): Variable => env.get(name) ?? (isKnown ? UNSET : undefined))
  const stageNamed = (name: string): number => {
    const lower = name.toLowerCase()
    if (name === '' || inputs.contexts.includes(lower)) return -1
    const named = names.lastIndexOf(lower)
    return named >= 0 || !/^\d{1,4}$/.test(name) ? named : Number(name) < stages.length ? Number(name) : -1
  }
  for (const it of instructions) {
    const stage = stages.at(-1)
    const words = splitWords(it.text, escapeMark).slice(1)
    if (it.keyword === 'FROM') {
      const base = word(words.find((part) => !part.startsWith('--')) ?? '', globals, true) ?? ''
      const from = stageNamed(base)
      const parent = stages[from]
      const isKnown = parent ? parent.isKnown : base === 'scratch'
      stages.push({
        env: new Map(parent?.env),
        isKnown,
        folder: parent ? parent.folder : isKnown ? '/' : undefined,
        needs: new Set(parent ? [from] : []),
        mounts: [],
        uncarried: [],
      })
      names.push(it.stageName)
    } else if (it.keyword === 'ARG') {
      for (const part of words) readArg(part, stage, { globals, args: inputs.args, word })
    } else if (!stage) {
    } else if (it.keyword === 'ENV') {
      readEnv(words, it.text, stage, word)
    } else if (it.keyword === 'WORKDIR') {
      const path = word(it.text.replace(/^\S+\s*/, ''), stage.env, stage.isKnown)
      const isWhole = path !== undefined && !path.includes(NOT_KNOWN)
      if (!isWhole) stage.folder = undefined
      else if (path.startsWith('/')) stage.folder = cleaned(path)
      else if (stage.folder !== undefined) stage.folder = posix.join(stage.folder, path)
    } else if (it.keyword === 'COPY' || it.keyword === 'ADD') {
      for (const [name, value] of flagsOf(it.text, escapeMark)) {
        if (name === 'from') stage.needs.add(stageNamed(value))
      }
    } else if (it.keyword === 'RUN') {
      for (const [name, value] of flagsOf(it.text, escapeMark)) {
        if (name !== 'mount') continue
        const mount = readMount(value, stage, { inputs, word, stageNamed })
        if (mount && 'why' in mount) stage.uncarried.push({ line: it.line, ...mount })
        else if (mount) stage.mounts.push(mount)
      }
    }
  }
  const target = inputs.target === '' ? stages.length - 1 : stageNamed(inputs.target)
  const built = [...reached(stages, target)].sort((a, b) => a - b).flatMap((i) => stages[i] ?? [])
  return { mounts: built.flatMap((it) => it.mounts), uncarried: built.flatMap((it) => it.uncarried) }
}

/** The stages that a stage needs, itself included. */
function reached(stages: readonly Stage[], target: number): Set<number> {
  const all = new Set<number>()
  const waiting = [target]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (all.has(next) || !stages[next]) continue
    all.add(next)
    waiting.push(...(stages[next]?.needs ?? []))
  }
  return all
}

type Word = (text: string, env: Environment, isKnown: boolean) => string | undefined

/** One `name` or `name=default` of an ARG. With an unknown value the variable is unknown. */
function readArg(
  part: string,
  stage: Stage | undefined,
  { globals, args, word }: { globals: Environment; args: DockerfileInputs['args']; word: Word },
): void {
  const env = stage?.env ?? globals
  const isKnown = stage?.isKnown ?? true
  const equals = part.indexOf('=')
  const name = equals < 0 ? part : part.slice(0, equals)
  const given = Object.hasOwn(args, name) ? args[name] : undefined
  if (given !== undefined) env.set(name, given)
  else if (equals >= 0) put(env, name, word(part.slice(equals + 1), env, isKnown))
  else if (stage && globals.has(name)) env.set(name, globals.get(name) as string)
}

/** `ENV name=value …`, or the old form of one name and the rest of the line. */
function readEnv(words: readonly string[], text: string, stage: Stage, word: Word): void {
  const before = new Map(stage.env)
  const [first = ''] = words
  if (!first.includes('=')) {
    const rest = /^\S+\s+\S+\s+([\s\S]*)$/.exec(text)?.[1]?.trim() ?? ''
    put(stage.env, first, word(rest, before, stage.isKnown))
    return
  }
  for (const part of words) {
    const equals = part.indexOf('=')
    if (equals < 0) continue
    const name = word(part.slice(0, equals), before, stage.isKnown)
    if (name !== undefined) put(stage.env, name, word(part.slice(equals + 1), before, stage.isKnown))
  }
}

/** A text that no Dockerfile can contain: the placeholder for an unknown value. */
const NOT_KNOWN = '\0'

function put(env: Environment, name: string, value: string | undefined): void {
  env.set(name, value ?? NOT_KNOWN)
}

/** The flags at the beginning of an instruction, as BuildKit splits them (parser/split_command.go). */
export function flagsOf(text: string, escapeMark: string): [name: string, value: string][] {
  const flags: [string, string][] = []
  const rest = text.replace(/^\S+\s*/, '')
  for (let i = 0; i < rest.length; ) {
    if (/\s/.test(rest[i] as string)) {
      i++
      continue
    }
    if (!rest.startsWith('--', i)) break
    let flag = ''
    let quote = ''
    for (; i < rest.length && (quote !== '' || !/\s/.test(rest[i] as string)); i++) {
      const char = rest[i] as string
      if (char === quote) quote = ''
      else if (quote === '' && (char === '"' || char === "'")) quote = char
      else if (char === escapeMark) flag += rest[++i] ?? ''
      else flag += char
    }
    if (flag === '--') break
    const equals = flag.indexOf('=')
    if (equals > 0) flags.push([flag.slice(2, equals).toLowerCase(), flag.slice(equals + 1)])
  }
  return flags
}

/** The characters allowed in an id: it is written into the helper's Dockerfile. */
const PLAIN = /^[\w./:@+~-]{1,512}$/

/**
 * One `--mount=…` of a RUN (instructions/commands_runmount.go); undefined if it is not a cache, or if BuildKit refuses
 * it.
 */
function readMount(
  value: string,
  stage: Stage,
  {
    inputs,
    word,
    stageNamed,
  }: { inputs: DockerfileInputs; word: Word; stageNamed: (name: string) => number },
): CacheMount | Pick<UncarriedMount, 'name' | 'why'> | undefined {
  let fields: string[]
  try {
    fields = decodeFields(value)
  } catch {
    return undefined
  }
  const given = new Map<string, string | undefined>()
  for (const field of fields) {
    const equals = field.indexOf('=')
    const key = SAME[field.slice(0, equals).toLowerCase()] ?? field.slice(0, equals).toLowerCase()
    if (equals > 0) {
      const written = field.slice(equals + 1)
      const text = key === 'from' ? written : word(written, stage.env, stage.isKnown)
      given.set(key, text?.includes(NOT_KNOWN) ? undefined : text)
    }
  }
  const from = given.get('from')
  if (from !== undefined) stage.needs.add(stageNamed(from))
  if (given.get('type')?.toLowerCase() !== 'cache') return undefined
  const leaveOut = (why: string) => ({ name: spelled(fields), why })
  if (from !== undefined) return leaveOut('its initial content comes from from=')
  if ((given.get('source') ?? '') !== '') return leaveOut('it has a source=')
  const unknown = ['id', 'target', 'uid', 'gid', 'mode', 'sharing'].filter(
    (key) => given.has(key) && given.get(key) === undefined,
  )
  if (unknown.length > 0)
    return leaveOut(`the Dockerfile does not determine the value of its ${unknown.join(', ')}`)
  const target = given.get('target') ?? ''
  const name = given.get('id') || cleaned(target)
  if (!PLAIN.test(name)) return leaveOut('its id has unusual characters')
  const [uid, gid] = [given.get('uid'), given.get('gid')].map((it) => (it === undefined ? 0 : digits(it, 10)))
  const mode = given.get('mode') === undefined ? 0o755 : digits(given.get('mode') ?? '', 8)
  if (uid === undefined || gid === undefined || mode === undefined) return undefined
  const sharing = (given.get('sharing') ?? 'shared').toLowerCase()
  if (sharing !== 'shared' && sharing !== 'private' && sharing !== 'locked') return undefined
  const hasOwner = ['uid', 'gid', 'mode'].some((key) => given.has(key))
  return {
    id: `${inputs.args.BUILDKIT_CACHE_MOUNT_NS ?? ''}/${name}`,
    name,
    owner: hasOwner ? { uid, gid, mode: mode.toString(8).padStart(4, '0') } : undefined,
    sharing,
    targets: targetIn(stage.folder, target),
  }
}

const SAME: Readonly<Record<string, string>> = { src: 'source', dst: 'target', destination: 'target' }

/** The absolute path of a target; a relative one is below the working directory. */
function targetIn(folder: string | undefined, target: string): string[] {
  if (target.startsWith('/')) return [cleaned(target)]
  return folder === undefined ? [] : [cleaned(posix.join(folder, target))]
}

/** Go's path.Clean. */
function cleaned(path: string): string {
  const clean = posix.normalize(path === '' ? '.' : path)
  return clean.length > 1 && clean.endsWith('/') ? clean.slice(0, -1) : clean
}

function digits(text: string, base: 8 | 10): number | undefined {
  const isNumber = (base === 8 ? /^[0-7]{1,11}$/ : /^\d{1,10}$/).test(text)
  const number = Number.parseInt(text, base)
  return isNumber && number <= 0xffffffff ? number : undefined
}

/** The name of a mount for users, as in the Dockerfile. */
function spelled(fields: readonly string[]): string {
  const of = (name: RegExp): string | undefined => fields.find((it) => name.test(it))
  return (of(/^id=/i) ?? of(/^(target|dst|destination)=/i) ?? '').slice(0, 200)
}

/** The arguments that each build has (dockerfile2llb/platform.go). */
function platformArgs(
  { args, target, buildPlatform }: DockerfileInputs,
  platform: string,
): Record<string, string> {
  const parts = (prefix: string, text: string): Record<string, string> => {
    const [os = '', architecture = '', variant = ''] = text.split('/')
    return {
      [`${prefix}PLATFORM`]: text,
      [`${prefix}OS`]: os,
      [`${prefix}OSVERSION`]: '',
      [`${prefix}ARCH`]: architecture,
      [`${prefix}VARIANT`]: variant,
    }
  }
  const all = {
    ...parts('BUILD', buildPlatform),
    ...parts('TARGET', platform),
    TARGETSTAGE: target || 'default',
  }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, args[name] ?? value]))
}
