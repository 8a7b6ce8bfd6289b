import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

// Files that run at the same time have a folder each, by which a test knows the processes of its own.
const { E2E_TEMP = '', JEST_WORKER_ID = '1' } = process.env
process.env.E2E_TEMP = join(E2E_TEMP, JEST_WORKER_ID)
mkdirSync(process.env.E2E_TEMP, { recursive: true })
