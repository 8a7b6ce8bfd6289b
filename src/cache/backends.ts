import type { Backend } from './backend.ts'
import { local } from './local.ts'
import { registry } from './registry.ts'

/** The backends by their BuildKit type. */
export const backends: Record<string, Backend> = { registry, local }
