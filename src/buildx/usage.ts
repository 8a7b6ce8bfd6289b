import { type Buildx, query } from './run.ts'

/**
 * Whether the builder holds no step of an earlier build, so that whatever is cached was imported; false where that
 * is not known. To be asked before the build; never throws.
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
