import { type Buildx, query } from './run.ts'

/**
 * The record that the builder keeps of a build, as JSON lines among others (rawjson), or undefined where it
 * cannot be had: buildx before 0.20, a builder without a history. `ref` is `buildx.build.ref` of the metadata.
 */
export async function readHistory(
  buildx: Buildx,
  ref: string,
  env: Record<string, string>,
): Promise<string | undefined> {
  const [builder = '', , id = ''] = ref.split('/')
  const args = ['history', 'logs', id, '--builder', builder, '--progress', 'rawjson']
  const { exitCode, stdout, stderr } = await query(buildx, args, env)
  return exitCode === 0 ? `${stdout}\n${stderr}` : undefined
}
