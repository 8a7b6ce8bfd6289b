import { backends } from './backends.ts'
import { parseReference } from './reference.ts'

// What users write instead of a cache spec: YAML, the syntax of other tools, command-line flags. BuildKit's CSV accepts
// none of it, so no spec that works is refused here.

/** One spec of each backend to copy, each with a location that no other repository uses. */
export const examples: Record<string, string> = {
  gha: 'type=gha',
  registry: 'type=registry,ref=ghcr.io/owner/app/cache',
  local: 'type=local,dest=/var/cache/buildx/app',
  s3: 'type=s3,region=eu-west-1,bucket=ci-cache,prefix=app/',
  azblob: 'type=azblob,account_url=https://account.blob.core.windows.net,prefix=app',
  inline: 'type=inline,ref=ghcr.io/owner/app',
}

const types = Object.keys(backends)
const names = ['type', 'src', ...new Set(Object.values(backends).flatMap((it) => Object.keys(it.attributes)))]
const oneOf = (words: readonly string[]): string =>
  `(?:${words.map((it) => it.replace('.', '\\.')).join('|')})`
const [TYPE, NAME] = [oneOf(types), oneOf(names)]
const regExp = (source: string): RegExp => new RegExp(source, 'iu')

const example = `such as ${examples.registry}`
const ONE_A_LINE = `write each spec on its own line, after "cache: |"`

const expression = (text: string): string => `\${{ ${text} }}`

/** A line without its quoted fields (which may contain anything) -> what to write instead. */
const habits: [found: RegExp, sentence: string][] = [
  [
    regExp(`\\uff1d|^type\\s*\\uff1a|[\\uff0c\\u3001\\uff1b]\\s*${NAME}\\s*[=:\\uff1a]`),
    `this has full-width punctuation; write "=" and ",", ${example}`,
  ],
  [/^--?cache-(to|from)\b/i, `write the spec without the flag, ${example}`],
  [/^cache(-to|-from)?\s*:/i, `write the spec without "cache:" in front, ${example}`],
  [/^[-*•–—]/, 'the input is a string, not a list; write each spec on its own line, without "-"'],
  [/^[[{]/, `a spec is not JSON; write one a line, ${example}`],
  [/^['`‘’“”„«]|['`‘’”»]$/, 'write the spec without quotes around it'],
  [/(^|\s)#/, 'the line ends in a comment; write comments on their own lines'],
  [/\\$/, 'a spec is a single line; "\\" does not continue it'],
  [/\$\{\{/, `an expression was not evaluated: GitHub evaluates ${expression('…')} only in workflow files`],
  [/\$\(|\$\{?[a-z_]\w*/i, `shell variables are not expanded here; write ${expression('env.NAME')}`],
  // Before "given twice": that is how two specs in one line look.
  [regExp(`(^|[\\s,;|])type\\s*=.*[\\s,;|]type\\s*=`), `this holds several specs; ${ONE_A_LINE}`],
  [
    regExp(`^${TYPE}[\\s,;|]+(${TYPE}$|${TYPE}[\\s,;|]|type\\s*=)`),
    `this holds several specs; ${ONE_A_LINE}`,
  ],
  [
    regExp(`^type\\s*=.*[,;|]\\s*${TYPE}$|^type\\s*=.*\\b(${TYPE}|ref=\\S+)\\s+${TYPE}$`),
    `this holds several specs; ${ONE_A_LINE}`,
  ],
  [regExp(`(^|,)\\s*${NAME}\\s*:`), `write "=" and not ":" between a name and its value, ${example}`],
  [
    regExp(`^[^,]*[^,\\s][\\s;&|]+\\s*${NAME}\\s*=|,[^,]*=[^,]*[\\s;&|]\\s*${NAME}\\s*=`),
    `separate attributes by commas, ${example}`,
  ],
  [/,\s*$/, 'the line ends in a comma; remove it, and write the spec on a single line'],
  [/^\s*,|,\s*,/, 'there is an extra comma; remove it'],
  [/^s3:\/\//i, `this is a URL; write ${examples.s3}`],
  [/^https?:\/\/[^,]*\.blob\.[^,]*$/i, `this is a URL; write ${examples.azblob}`],
  [/^[a-z]+:\/\//i, `a spec cannot begin with a URL; write its type first, ${example}`],
  [/^(~|\.{0,2}\/)[^=]*$/, 'this is a path; write type=local,dest= in front of it'],
]

const off = /^(false|off|no|null|nil|nothing|disabled?|never|none|0|~|"")$/i
const on = /^(true|on|yes|enabled?|auto|automatic|default|always|1)$/i

/** Other names of a store. */
const aliases: Record<string, string> = {
  github: 'gha',
  actions: 'gha',
  'github-actions': 'gha',
  'actions-cache': 'gha',
  'actions/cache': 'gha',
  gh: 'gha',
  ghcr: 'registry',
  docker: 'registry',
  dockerhub: 'registry',
  ecr: 'registry',
  gcr: 'registry',
  acr: 'registry',
  gar: 'registry',
  image: 'registry',
  oci: 'registry',
  'docker-image': 'registry',
  harbor: 'registry',
  dir: 'local',
  directory: 'local',
  folder: 'local',
  disk: 'local',
  file: 'local',
  path: 'local',
  fs: 'local',
  aws: 's3',
  minio: 's3',
  r2: 's3',
  azure: 'azblob',
  azureblob: 'azblob',
  blob: 'azblob',
}

/** The backend that a word means: another name for it, or its name in capitals. */
export function backendMeant(word: string): string | undefined {
  const lower = word.toLowerCase()
  return types.includes(lower) ? lower : Object.hasOwn(aliases, lower) ? aliases[lower] : undefined
}

/**
 * What is wrong with a line that is not a cache spec, and what to write; undefined if it may be one. It quotes nothing
 * of the line but a type. `isAlone`: there is no other line.
 */
export function habitOf(line: string, isAlone: boolean): string | undefined {
  const hidden = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u.exec(line)?.[0]
  if (hidden !== undefined) {
    const code = hidden.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    return `this has an invisible character (U+${code}); delete it`
  }
  if (off.test(line)) {
    return isAlone
      ? `this is not a cache spec; "none" turns the cache off, as in ${expression("… && 'gha' || 'none'")}`
      : '"none" turns the cache off and must be the only line; remove it or the other lines'
  }
  if (on.test(line)) return "this is not a cache spec; write gha for GitHub's cache, or omit the input"
  // A whole line in quotes: one field, to CSV.
  if (/^"[^"]*,[^"]*"$/.test(line)) return 'write the spec without quotes around it'
  const open = line.replace(/"(?:[^"]|"")*"/g, '""')
  const habit = habits.find(([found]) => found.test(open))
  if (habit) return habit[1]
  const [, type] = regExp(`^(${TYPE})\\s*[,:;/]`).exec(open) ?? []
  if (type !== undefined) return `attributes follow "type=": write type=${type.toLowerCase()},…, ${example}`
  return open.includes('=') || !isReference(open)
    ? undefined
    : 'this is an image reference; write type=registry,ref= in front of it'
}

/** An image reference of more than one word. */
function isReference(text: string): boolean {
  if (!/[/.:]/.test(text)) return false
  try {
    parseReference(text.replace(/@.*/s, ''))
    return true
  } catch {
    return false
  }
}
