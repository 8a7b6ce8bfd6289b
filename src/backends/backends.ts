import { azblob } from './azblob.ts'
import type { Backend } from './backend.ts'
import { gha } from './gha.ts'
import { inline } from './inline.ts'
import { local } from './local.ts'
import { registry } from './registry.ts'
import { s3 } from './s3.ts'

/** The backends by their BuildKit type. */
export const backends: Record<string, Backend> = { gha, registry, local, s3, azblob, inline }
