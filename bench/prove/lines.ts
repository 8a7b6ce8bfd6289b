import fc from 'fast-check'
import { safeLine } from '../../src/runner/safe-line.ts'
import type { Proof } from './proof.ts'

const pieces = [
  '##[',
  '##',
  '[',
  ']',
  '::',
  'error',
  'set-env name=A;',
  '\r',
  '\n',
  '\u2028',
  '\u202e',
  '\u0085',
  ' ',
]

/** Whether the runner takes a line for a command of its own (actions/runner ActionCommand.cs). */
function isCommand(line: string): boolean {
  return line.includes('##[') || line.trimStart().startsWith('::')
}

const proof: Proof<string> = {
  rule: 'No text in a line of the log is a command of the runner, a second line, or turns the text around.',
  count: 10_000,
  cases: fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 20 })
    .map((it) => it.join('')),
  holds: (text) => {
    const line = safeLine(text)
    if (isCommand(line)) throw new Error('a command')
    if (/[\r\n]/.test(line)) throw new Error('two lines')
    if (/(?!\t)[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u.test(line)) throw new Error('what cannot be seen')
    return /##\[|::/.test(text) ? 'with a command in it' : 'without'
  },
}

export default proof
