import { findManifest } from '../buildx/manifests.ts'
import { type Ask, LIMIT } from './asker.ts'

/** buildx asks, since the credentials are docker's. */
export const registry: Ask = async ({ ref = '' }, { buildx, builder, env }) =>
  findManifest(buildx, builder, ref, env, LIMIT)
