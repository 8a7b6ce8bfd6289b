import { join } from 'node:path'
import { bin } from './part.ts'

/**
 * The programs of tools/bin that build: those of the newest versions, or of the oldest that are promised.
 * `otelSocket`: buildkitd takes --otel-socket-path.
 */
export type Pair = { buildkitd: string; buildctl: string; buildx: string; otelSocket: boolean }

/** What `script/bootstrap buildkit` brings up. */
export const newest: Pair = pairIn(bin)

/** What `script/bootstrap oldpair` brings up. */
export const oldest: Pair = { ...programs('old-'), otelSocket: false }

/** `E2E_PAIR=old` runs any file of e2e/ on the oldest ones, by hand: most of what the report says needs a newer buildx. */
export const chosen: Pair = process.env.E2E_PAIR === 'old' ? oldest : newest

/** Those of another folder, as `script/bootstrap buildkit` made it of newer versions than the oldest. */
export function pairIn(folder: string): Pair {
  return { ...programs('', folder), otelSocket: true }
}

function programs(prefix: string, folder = bin): Omit<Pair, 'otelSocket'> {
  const program = (name: string): string => join(folder, `${prefix}${name}`)
  return {
    buildkitd: program('buildkitd'),
    buildctl: program('buildctl'),
    buildx: program('docker-buildx'),
  }
}
