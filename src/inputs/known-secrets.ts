import { readBounded } from '../lib/bounded-file.ts'
import type { Variables } from '../runner/environment.ts'
import type { BuildInputs } from './build-inputs.ts'
import { looksLikeCredential } from './credential-names.ts'

/** The secrets in the inputs. */
export type KnownSecrets = {
  /** Hide these in the output of the whole job. */
  masked: string[]
  /** Hide these only in the action's own output: they may include a common word. */
  known: string[]
}

/** In bytes: nobody prints a larger secret. */
const LARGEST = 65_536

type Given = Pick<BuildInputs, 'secrets' | 'secret-envs' | 'secret-files' | 'build-args' | 'github-token'>

/** The values of secrets, and of build arguments that are called like one. `variables`: the environment of buildx. */
export function knownSecrets(inputs: Given, variables: Variables): KnownSecrets {
  const files = inputs['secret-files'].map((it) => secretsInFile(afterEquals(it)))
  const given = (variable: string): string => variables[variable] ?? ''
  const masked = [
    ...inputs.secrets.map(afterEquals),
    ...inputs['secret-envs'].map((it) => given(afterEquals(it))),
    ...files.flatMap(({ whole }) => whole),
    inputs['github-token'],
  ]
  const args = inputs['build-args'].filter(looksLikeCredential)
  return {
    masked: onceEach(masked),
    known: onceEach([
      ...files.flatMap(({ parts }) => parts),
      ...args.map((arg) => (arg.includes('=') ? afterEquals(arg) : given(arg))),
      ...OF_THE_JOB.map(given),
      ...PROXIES.flatMap((name) => [name, name.toUpperCase()]).flatMap((name) => passwordOf(given(name))),
    ]),
  }
}

const OF_THE_JOB = [
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
]
const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy']

function passwordOf(proxy: string): string[] {
  const user = /:\/\/(.*)@/s.exec(proxy)?.[1] ?? ''
  return [user, user.slice(user.indexOf(':') + 1)]
}

/** Empty if the file is missing, which buildx reports, or too large. */
function textOf(path: string): string {
  try {
    return path === '' ? '' : readBounded(path, LARGEST)
  } catch {
    return ''
  }
}

/**
 * A file of one line is a secret; of several lines, each line is, and what looks like a key in it: a token in an
 * .npmrc.
 */
function secretsInFile(path: string): { whole: string[]; parts: string[] } {
  const text = textOf(path).trimEnd()
  if (!/[\r\n]/.test(text)) return { whole: [text], parts: [] }
  const words = text.match(/[\w+/.~-]{16,}=*/g) ?? []
  return { whole: [], parts: [text, ...words.filter((word) => /\d/.test(word) && /[A-Za-z]/.test(word))] }
}

const afterEquals = (text: string): string => text.slice(text.indexOf('=') + 1)

/** Without duplicates and empty values, which would hide every blank. */
function onceEach(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '')
}
