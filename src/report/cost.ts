import { joinIntervals, lengthOf, type Vertex } from '../buildkit/record.ts'
import { importedKey } from '../buildkit/vertex-names.ts'
import type { Step } from './steps.ts'

/** The cost of using the caches. Layers include those of base images: BuildKit fetches both together. */
export type Cost = { layers: Layer[]; bytes: number; fetching: number; importing: number }

export type Layer = { digest: string; bytes: number }

/** The layers fetched for the steps, without duplicates, the time for that and for reading the caches' manifests. */
export function findCost(vertices: readonly Vertex[], steps: readonly Step[]): Cost {
  const digests = new Set(steps.map(({ digest }) => digest))
  const statuses = vertices.filter(({ digest }) => digests.has(digest)).flatMap((vertex) => vertex.statuses)
  const layers = new Map<string, number>()
  for (const { id, bytes } of statuses) {
    if (isLayer(id)) layers.set(id, Math.max(bytes, layers.get(id) ?? 0))
  }
  const fetches = statuses.filter(({ id }) => isLayer(id.replace(/^extracting /, '')))
  const imports = vertices.filter(({ name }) => importedKey(name) !== undefined)
  return {
    layers: [...layers].map(([digest, bytes]) => ({ digest, bytes })),
    bytes: [...layers.values()].reduce((sum, size) => sum + size, 0),
    fetching: lengthOf(joinIntervals(fetches.flatMap(({ times }) => times))),
    importing: lengthOf(joinIntervals(imports.flatMap(({ times }) => times))),
  }
}

function isLayer(id: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(id)
}
