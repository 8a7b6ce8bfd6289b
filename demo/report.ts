import type { Outcome } from '../e2e/runner.ts'

const bold = (text: string): string => (process.stdout.isTTY ? `\x1b[1m${text}\x1b[0m` : text)

export function heading(text: string): void {
  console.log(`\n${bold(text)}`)
}

export function say(text: string): void {
  console.log(`   ${text}`)
}

/** What a run read, wrote, took from the cache and how long it was: all from its outputs and its log. */
export function showOutcome({ exitCode, log, outputs, milliseconds }: Outcome): void {
  console.log()
  const line = (name: string, text: string): void => say(`${bold(name.padEnd(8))} ${text}`)
  if (exitCode !== 0) {
    console.log(log)
    line('failed', `exit code ${exitCode}; all that it printed is above`)
  }
  for (const ref of refs(outputs['cache-from'])) line('read', `${scope(ref)}: ${whatBecameOf(ref, log)}`)
  const failed = outputs['cache-written'] === 'true' ? '' : ': FAILED'
  for (const ref of refs(outputs['cache-to'])) line('wrote', `${scope(ref)}${failed}`)
  if (outputs['steps-total']) line('cached', `${outputs['steps-cached']} of ${outputs['steps-total']} steps`)
  line('took', `${(milliseconds / 1000).toFixed(1)} s`)
}

/** The references in a list of cache entries. */
function refs(entries = ''): string[] {
  return [...entries.matchAll(/(?:^|,)ref=([^,\n]+)/gm)].map((match) => match[1] as string)
}

/** The scope of a reference: its tag. */
function scope(ref: string): string {
  return ref.slice(ref.lastIndexOf(':') + 1)
}

/** What BuildKit's log says of an import. */
function whatBecameOf(ref: string, log: string): string {
  const lines = log.split('\n')
  const id = lines.find((it) => it.endsWith(` importing cache manifest from ${ref}`))?.split(' ')[0]
  if (!id) return 'not asked for'
  const error = lines.find((it) => it.startsWith(`${id} ERROR`))
  if (!error) return 'found'
  return error.endsWith(': not found') ? 'not there yet' : error.replace(`${id} ERROR: `, '')
}
