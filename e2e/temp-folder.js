import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One folder for what the tests write, which a keeper removes when jest ends, however it ends. */
export default function makeTempFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'branch-cache-e2e-'))
  const keeper = join(import.meta.dirname, 'parts/keeper')
  const child = spawn(keeper, [folder, 'sleep', 'infinity'], { stdio: ['pipe', 'ignore', 'ignore'] })
  child.unref()
  child.stdin.unref()
  process.env.E2E_TEMP = folder
}
