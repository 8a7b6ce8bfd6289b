import { isSpoilt, readIndex, tagOf } from '../local/layout.ts'
import type { Ask } from './asker.ts'

/** A directory in the OCI layout: its index names each tag. */
export const local: Ask = async ({ src = '', tag }) => {
  const index = readIndex(src)
  if (isSpoilt(src, index)) throw new Error('its index.json cannot be read')
  return index?.manifests.some((it) => tagOf(it) === tag) ?? false
}
