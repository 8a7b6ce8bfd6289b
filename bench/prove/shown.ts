import fc from 'fast-check'
import { entryOf } from '../../__tests__/entry.ts'
import { formatCommand } from '../../src/buildx/command-line.ts'
import { branch } from '../../src/events/branch.ts'
import { formatKey } from '../../src/keys/key.ts'
import { judgeOutcome, type Outcome } from '../../src/report/outcome.ts'
import { outcomeLines, outcomeWarnings } from '../../src/report/outcome-lines.ts'
import { summary } from '../../src/report/summary.ts'
import { LEAST, withoutCredentials } from '../../src/runner/hide.ts'
import { safeLine } from '../../src/runner/safe-line.ts'
import type { Proof } from './proof.ts'
import { readable, render } from './rendered.ts'

/** A secret that the runner alone knows, and the texts that hold it. */
type Case = {
  secret: string
  around: [string, string]
  inBranch: boolean
  inStep: boolean
  inError: boolean
}

const printable = fc.integer({ min: 0x20, max: 0x7e }).map((point) => String.fromCharCode(point))
const secret = fc
  .oneof(
    fc.string({ unit: printable, minLength: LEAST, maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(
        '|',
        '`',
        '<',
        '&',
        '_',
        '*',
        '\\',
        '@',
        '?',
        ':',
        '/',
        "'",
        '"',
        '$',
        ' ',
        'a',
        '9',
      ),
      minLength: LEAST,
      maxLength: 40,
    }),
    fc.string({ unit: 'grapheme', minLength: LEAST, maxLength: 60 }),
  )
  .filter((it) => it.trim().length >= LEAST && !/[\p{C}\u2028\u2029]/u.test(it))

const around = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      '',
      ' ',
      '"',
      "'",
      '`',
      '--token=',
      'https://',
      'https://h/',
      '?',
      '{',
      '\t',
      'x'.repeat(300),
      ': ',
    ),
    fc.constantFrom('', ' ', '"', "'", '`', '@h/x', '?', ' | x', '\t', 'x'.repeat(300), ': '),
  ),
  fc.constant(['https://u:', '@h.example/x'] as [string, string]),
)

const from = [0, 1] as const

/** A build whose steps and errors hold a text. */
export function outcomeWith(texts: { step: string; error: string; branch: string }): Outcome {
  const own = branch(texts.branch)
  const keys = [formatKey({ name: '', branch: own, shard: '' })]
  const entry = entryOf('type=registry,ref=r.io/a:k', { keys, branch: own })
  const time = (seconds: number): string => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString()
  const vertex = (name: string, rest: object): string =>
    JSON.stringify({
      vertexes: [
        { digest: `sha256:${name}`, name, started: time(from[0]), completed: time(from[1]), ...rest },
      ],
    })
  const lines = [
    vertex('[base 1/3] WORKDIR /', { cached: true }),
    vertex(`[base 2/3] RUN ${texts.step}`, {}),
    vertex(`[base 3/3] COPY a ${texts.step}`, { error: texts.error }),
    vertex('importing cache manifest from r.io/a:k', { error: `x ${texts.error}` }),
    vertex('exporting cache to registry', { error: `y ${texts.error}` }),
  ]
  return judgeOutcome(
    { records: [lines.join('\n')], imports: undefined },
    {
      entries: { from: [entry], to: [entry], ownKey: 'k' },
      specs: [],
      warnings: [],
      lost: [],
      unkept: [],
      failed: false,
      builderWasEmpty: false,
      withoutCache: false,
      dockerfile: undefined,
      secrets: [],
    },
  )
}

/** What the action writes and prints of a build, each as a person reads it once the runner has masked the secret. */
function shownOf(
  texts: { step: string; error: string; branch: string },
  masked: string | undefined,
): Record<string, string> {
  const mask = (text: string): string => (masked === undefined ? text : text.replaceAll(masked, '***'))
  const outcome = outcomeWith(texts)
  const title = { branch: texts.branch, image: '', shard: '', dockerfile: 'Dockerfile' }
  const { title: head, lines } = outcomeLines(outcome, [], 'Dockerfile')
  const log = [head, ...lines, ...outcomeWarnings(outcome)].map((it) =>
    mask(safeLine(withoutCredentials(it))),
  )
  const args = ['--build-arg', `A=${texts.step}`, '--label', texts.step, '--tag', texts.branch, texts.error]
  return {
    summary: readable(render(mask(summary(outcome, title, [`no: ${texts.branch}`])))),
    // The key of a branch is no secret: a registry shows it as a tag.
    log: log.filter((it) => !it.startsWith('read ') && !it.startsWith('write ')).join('\n'),
    command: mask(safeLine(withoutCredentials(formatCommand(['docker', 'buildx', 'build', ...args])))),
  }
}

const proof: Proof<Case> = {
  rule: `Of a secret that only the runner knows nothing of ${LEAST} characters is left in summary, log and command.`,
  count: 20_000,
  cases: fc.record({
    secret,
    around,
    inBranch: fc.boolean(),
    inStep: fc.boolean(),
    inError: fc.boolean(),
  }),
  holds: ({ secret, around: [before, after], inBranch, inStep, inError }) => {
    const textsWith = (it: string) => ({
      step: inStep ? `${before}${it}${after}` : 'x',
      error: inError ? `${before}${it}${after}` : 'x',
      branch: inBranch ? it : 'x',
    })
    const plain = shownOf(textsWith('x'), undefined)
    for (const [where, text] of Object.entries(shownOf(textsWith(secret), secret))) {
      for (let at = 0; at + LEAST <= secret.length; at++) {
        const piece = secret.slice(at, at + LEAST)
        if (piece.trim() !== '' && text.includes(piece) && !plain[where]?.includes(piece)) {
          throw new Error(`${where} shows ${JSON.stringify(piece)}`)
        }
      }
    }
    const places = [inBranch ? 'branch' : '', inStep ? 'step' : '', inError ? 'error' : ''].filter(
      (it) => it !== '',
    )
    return `in ${places.join(', ') || 'nothing'}`
  },
}

export default proof
