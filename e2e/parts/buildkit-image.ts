import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin } from './part.ts'
import { makeRootfs } from './rootfs.ts'

/** buildx first asks its registry, where nobody listens, and then uses the image in the engine. */
const BUILDKIT_IMAGE = '127.0.0.1:9/buildkit:local'

/** Puts the image of docker-container builders into an engine: our BuildKit and nothing else. */
export async function loadBuildkitImage(env: Record<string, string>): Promise<void> {
  const folder = mkdtempSync(join(process.env.E2E_TEMP ?? tmpdir(), 'branch-cache-image-'))
  try {
    const programs = ['buildkitd', 'buildctl', 'runc']
    makeRootfs(
      folder,
      programs.map((name): [string, string] => [`bin/${name}`, join(bin, name)]),
    )
    await importImage(folder, env)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function importImage(folder: string, env: Record<string, string>): Promise<void> {
  const tar = spawn('tar', ['-C', folder, '--owner=0', '--group=0', '-cf', '-', '.'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // The root of builds is on a volume: overlay on overlay fails.
  const changes = ['ENTRYPOINT ["buildkitd"]', 'VOLUME /var/lib/buildkit']
  const args = ['import', ...changes.flatMap((it) => ['--change', it]), '-', BUILDKIT_IMAGE]
  const docker = spawn(join(bin, 'docker'), args, { env, stdio: [tar.stdout, 'ignore', 'pipe'] })
  tar.stdout.destroy()
  let errors = ''
  docker.stderr?.on('data', (text) => {
    errors += text
  })
  const exitCode = await new Promise((done, fail) => docker.on('error', fail).on('close', done))
  if (exitCode !== 0) throw new Error(`the image of BuildKit could not be loaded: ${errors}`)
}

/**
 * buildx, which tells each builder that it makes in a container which image to take, since there is no hub. Nothing
 * but a flag can tell it.
 */
export function installBuildx(file: string): void {
  const options = `image=${BUILDKIT_IMAGE},env.AWS_EC2_METADATA_DISABLED=true`
  const script = `#!/bin/sh
for word in "$1" "$2"; do
  [ "$word" != create ] || set -- "$@" --driver-opt ${options}
done
exec ${join(bin, 'docker-buildx')} "$@"
`
  writeFileSync(file, script)
  chmodSync(file, 0o755)
}
