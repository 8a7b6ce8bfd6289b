import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type BuilderAccess, type Completed, query } from '../buildx/run.ts'
import { readBounded } from '../lib/bounded-file.ts'
import {
  ARCHIVE,
  formatRequest,
  type HelperReport,
  type HelperRequest,
  helperDockerfile,
  PROGRAMS,
  parseReport,
} from './protocol.ts'

/** How to run the helper on the builder of the build. */
export type HelperHost = BuilderAccess & {
  /** A folder for temporary files. */
  directory: string
  /** `cache-mounts-image`; empty for the helper that comes with the action. */
  image: string
  /** `BUILDKIT_CACHE_MOUNT_NS`; empty for none. */
  namespace: string
  /** In milliseconds: the remaining time. */
  left: () => number
}

/** A helper that has run, whose result can be exported. */
export type HelperRun = {
  report: HelperReport
  /** Exports its stage to another output. */
  exportTo: (output: string) => Promise<void>
}

/** In bytes. */
const MOST_IN_REPORT = 4_000_000

/**
 * Runs the helper with the mounts of a request. `archive`: the context with the archive to unpack. Throws an Error for
 * the user.
 */
export async function runHelper(
  host: HelperHost,
  way: 'in' | 'out',
  request: HelperRequest,
  archive?: string,
): Promise<HelperRun> {
  const folder = join(host.directory, way)
  mkdirSync(folder)
  writeFileSync(join(folder, 'Dockerfile'), helperDockerfile(way, request.mounts, host.image))
  writeFileSync(join(folder, 'request'), formatRequest(request))
  if (host.image === '') for (const name of ['amd64', 'arm64']) writeProgram(name, folder)
  const contexts = [`${PROGRAMS}=${folder}`, ...(archive === undefined ? [] : [`${ARCHIVE}=${archive}`])]
  const build = async (target: string, output: string): Promise<void> => {
    const args = [
      'build',
      ...contexts.flatMap((it) => ['--build-context', it]),
      ...(host.namespace === '' ? [] : ['--build-arg', `BUILDKIT_CACHE_MOUNT_NS=${host.namespace}`]),
      ...['--file', join(folder, 'Dockerfile'), '--output', output, '--progress', 'plain'],
      ...['--provenance=false', '--sbom=false', '--target', target],
      ...(host.builder === '' ? [] : ['--builder', host.builder]),
      folder,
    ]
    const { DOCKER_DEFAULT_PLATFORM: _, ...env } = host.env
    const answer = await query(
      host.buildx,
      args,
      { ...env, BUILDX_GIT_INFO: 'false' },
      { limitMs: host.left() },
    )
    if (answer.exitCode !== 0) throw new Error(whyFailed(answer))
  }
  const reported = join(host.directory, `${way}-report`)
  await build('report', `type=local,dest=${reported}`)
  const report = parseReport(readBounded(join(reported, 'report'), MOST_IN_REPORT))
  return { report, exportTo: (output) => build('branch-cache-mounts-run', output) }
}

/** The helper's program for one platform, which is next to the action's code. */
function writeProgram(architecture: string, folder: string): void {
  const packed = readFileSync(join(programs(), `mounts-${architecture}.gz`))
  writeFileSync(join(folder, `mounts-${architecture}`), gunzipSync(packed), { mode: 0o755 })
}

const programs = (): string => dirname(process.argv[1] ?? '')

/** A failed helper build, as a sentence without a full stop. */
function whyFailed({ isLate, stderr }: Completed): string {
  if (isLate) return 'it took too long'
  if (/mounts-\w+["']?: not found|exec format error/.test(stderr))
    return "the action has no helper for this builder's platform; name one in cache-mounts-image"
  const error = stderr.match(/^(?:ERROR|error): .*$/gm)?.at(-1) ?? stderr.trim().split('\n').at(-1) ?? ''
  return error.replace(/^(ERROR|error): (failed to (build|solve): )*/, '') || 'buildx failed'
}

/** Removes what the helper's builds left on the builder, mainly the archive. Never throws. */
export async function pruneHelper({ buildx, builder, env }: HelperHost): Promise<void> {
  const name = builder === '' ? [] : ['--builder', builder]
  const ours = `${PROGRAMS}|${ARCHIVE}|:mounts--`
  for (const type of ['source.local', 'regular']) {
    const filters = ['--filter', `type=${type}`, '--filter', `description~=${ours}`]
    await query(buildx, ['prune', '--force', ...filters, ...name], env, { limitMs: 20_000 })
  }
}
