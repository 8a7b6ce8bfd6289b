import { type Buildx, query } from './run.ts'

/**
 * Whether the builder has no step of an earlier build, so that everything cached was imported; false if unknown. Call
 * it before the build; never throws.
 */
export async function isEmpty(
  buildx: Buildx,
  builder: string,
  env: Record<string, string>,
): Promise<boolean> {
  const name = builder === '' ? [] : ['--builder', builder]
  const args = ['du', ...name, '--filter', 'type=regular', '--format', 'json']
  const { exitCode, stdout } = await query(buildx, args, env)
  return exitCode === 0 && stdout.trim() === ''
}
