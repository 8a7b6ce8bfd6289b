import { type Machine, startBuildkitd } from '../e2e/parts/buildkitd.ts'
import { bin, type Part } from '../e2e/parts/part.ts'
import { startRegistry } from '../e2e/parts/registry.ts'
import { pushBaseImage } from './base-image.ts'
import type { Lab, LabMachine } from './lab.ts'

/** The lab of the real parts in tools/bin: no Docker engine, no hub. */
export async function startPartsLab(say: (line: string) => void): Promise<Lab> {
  say('starting two BuildKit daemons and a registry')
  const [one, two, registry] = await Promise.all([
    startBuildkitd('builder-one'),
    startBuildkitd('builder-two'),
    startRegistry(),
  ])
  const parts: Part[] = [one, two, registry]
  const sudo = process.getuid?.() === 0 ? '' : 'sudo '
  return {
    about: 'two BuildKit daemons (two machines, in effect) and a registry, on loopback',
    machines: [labMachine(one), labMachine(two)],
    registry: registry.host,
    base: await pushBaseImage(registry.host, say),
    reach: () => [
      `export PATH=${bin}:$PATH`,
      `export DOCKER_CONFIG=${two.env.DOCKER_CONFIG} BUILDX_CONFIG=${two.env.BUILDX_CONFIG}   # builder two`,
      'docker buildx inspect; docker buildx du; docker buildx history ls',
    ],
    stay: () => {
      for (const part of parts) part.stay()
      return [`${sudo}kill ${parts.map(({ keeper }) => keeper).join(' ')}`]
    },
    stop: async () => {
      await Promise.all(parts.map((part) => part.stop()))
    },
  }
}

function labMachine({ env, work, prune }: Machine): LabMachine {
  return { env: { ...env, PATH: `${bin}:/usr/local/bin:/usr/bin:/bin` }, work, empty: prune }
}
