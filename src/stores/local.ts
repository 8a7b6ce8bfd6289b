import { findTag, readIndex } from '../local/layout.ts'
import type { Ask } from './asker.ts'

/** A directory in the OCI layout: its index names each tag. */
export const local: Ask = async ({ src = '', tag = 'latest' }) => findTag(readIndex(src), tag) !== undefined
