import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Machine, startBuildkitd } from '../../e2e/parts/buildkitd.ts'
import { bin } from '../../e2e/parts/part.ts'
import { startRegistry } from '../../e2e/parts/registry.ts'
import { startVersitygw } from '../../e2e/parts/versitygw.ts'
import type { Project } from '../../e2e/project.ts'

/** What is measured: where the cache goes, how it is compressed, and what becomes of the image. */
export type Case = {
  store: 'registry' | 's3'
  /** A key of `caches`. */
  cache: string
  image: 'nowhere' | 'gzip' | 'zstd'
}

/** What exports the cache, after `type=…`; the first exports none, for what the image costs alone. */
export const caches: Record<string, string | undefined> = {
  none: undefined,
  gzip: ',compression=gzip',
  zstd: ',compression=zstd',
  'zstd, level 1': ',compression=zstd,compression-level=1',
}

/** The export of one build that has nothing else to do, then the import of what it wrote on a machine that has nothing. */
export type Figures = {
  /** Until buildx ends: the cache's export and, where there is one, the image's. */
  seconds: number
  /** CPU time of buildkitd during the export, user and system. */
  cpuSeconds: number
  /** The most of buildkitd that was in memory meanwhile, and what was before. */
  peakBytes: number
  idleBytes: number
  /** What the store holds then: the cache, with the image where it is pushed to the same registry. */
  storedBytes: number
  /** The number of layers by media type, in the image that is pushed together with the cache. */
  pushed: Record<string, number>
  /** A build that reads the cache and runs a last step on top of all layers; NaN where the image is pushed too. */
  importSeconds: number
  importCpuSeconds: number
  /** The same of an image that is pushed by such a build, without a word of its compression. */
  pushedLater: Record<string, number>
}

/** Measures one case on daemons of its own. `image` is pushed to a registry, also where the cache is in s3. */
export async function measure(project: Project, { store, cache, image }: Case): Promise<Figures> {
  const registry = await startRegistry()
  const bucket = store === 's3' ? await startVersitygw() : undefined
  const machines: Machine[] = []
  const start = async (): Promise<Machine> => {
    const machine = await startBuildkitd(`m${machines.length}`)
    machines.push(machine)
    return machine
  }
  try {
    const place = bucket
      ? `type=s3,region=${bucket.region},bucket=${bucket.bucket},name=c,endpoint_url=${bucket.url},use_path_style=true`
      : `type=registry,ref=${registry.host}/cache:c`
    const env = bucket ? { AWS_ACCESS_KEY_ID: bucket.keyId, AWS_SECRET_ACCESS_KEY: bucket.key } : {}
    const compression = caches[cache]
    const output = `type=image,name=${registry.host}/image:i,push=true`

    const builder = await start()
    build(builder, project, env, [])
    const before = usage(builder)
    forgetPeak(builder)
    const began = performance.now()
    build(builder, project, env, [
      ...(compression === undefined ? [] : [`--cache-to=${place},mode=max${compression}`]),
      ...(image === 'nowhere' ? [] : [`--output=${output},oci-mediatypes=true,compression=${image}`]),
    ])
    const seconds = (performance.now() - began) / 1000
    const after = usage(builder)
    const storedBytes =
      bytesBelow(join(registry.directory, 'data')) + (bucket ? bytesBelow(bucket.directory) : 0)
    const pushed = image === 'nowhere' ? {} : await mediaTypes(registry.host, 'image')
    await builder.stop()
    const figures = {
      seconds,
      cpuSeconds: after.cpuSeconds - before.cpuSeconds,
      peakBytes: after.peakBytes,
      idleBytes: before.bytes,
      storedBytes,
      pushed,
    }
    if (image !== 'nowhere')
      return { ...figures, importSeconds: Number.NaN, importCpuSeconds: Number.NaN, pushedLater: {} }

    const reader = await start()
    const idle = usage(reader)
    const from = performance.now()
    build(reader, project, env, [`--cache-from=${place}`, '--build-arg=AGAIN=1'])
    const importSeconds = (performance.now() - from) / 1000
    const importCpuSeconds = usage(reader).cpuSeconds - idle.cpuSeconds
    const later = `--output=type=image,name=${registry.host}/later:i,push=true`
    build(reader, project, env, [`--cache-from=${place}`, later])
    return {
      ...figures,
      importSeconds,
      importCpuSeconds,
      pushedLater: await mediaTypes(registry.host, 'later'),
    }
  } finally {
    for (const part of [...machines, bucket, registry]) {
      await part?.stop()
      if (part) rmSync(part.directory, { recursive: true, force: true })
    }
  }
}

function build(machine: Machine, project: Project, env: Record<string, string>, flags: string[]): void {
  const args = ['build', '--provenance=false', '--progress=plain', ...flags, '.']
  execFileSync(join(bin, 'docker-buildx'), args, {
    cwd: project.folder,
    env: { ...process.env, ...machine.env, ...env },
    stdio: 'pipe',
  })
}

/** buildkitd of this machine, among all that run. */
function processOf({ socket }: Machine): string {
  const argv = (pid: string): string[] => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    } catch {
      return [] // it has ended
    }
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const found = pids.find((pid) => {
    const [program = '', ...words] = argv(pid)
    return program.endsWith('/buildkitd') && words.includes(`unix://${socket}`)
  })
  if (found === undefined) throw new Error(`no buildkitd at ${socket}`)
  return found
}

/** See proc(5): stat's utime and stime in hundredths of a second, status' VmRSS and VmHWM in kB. */
function usage(machine: Machine): { cpuSeconds: number; bytes: number; peakBytes: number } {
  const pid = processOf(machine)
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100,
    bytes: kilobytes('VmRSS') * 1024,
    peakBytes: kilobytes('VmHWM') * 1024,
  }
}

/** From here on VmHWM counts anew. */
function forgetPeak(machine: Machine): void {
  writeFileSync(`/proc/${processOf(machine)}/clear_refs`, '5')
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .reduce((sum, it) => sum + statSync(join(it.parentPath, it.name)).size, 0)
}

async function mediaTypes(host: string, repository: string): Promise<Record<string, number>> {
  const accept =
    'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json'
  const answer = await fetch(`http://${host}/v2/${repository}/manifests/i`, { headers: { accept } })
  const { layers } = (await answer.json()) as { layers: { mediaType: string }[] }
  const counts: Record<string, number> = {}
  for (const { mediaType } of layers) counts[mediaType] = (counts[mediaType] ?? 0) + 1
  return counts
}
