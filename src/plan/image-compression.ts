import { attribute } from '../backends/backend.ts'
import type { Spec } from '../backends/spec.ts'
import type { Builder } from '../buildx/builder.ts'
import type { BuildInputs } from '../inputs/build-inputs.ts'
import { compressions } from '../inputs/exporters.ts'
import { ignoredAttributes } from './builder-support.ts'

/**
 * The specs, with `compression=zstd` if the user set no compression and every image of the build is written in zstd.
 * BuildKit exports the image's layers to the cache unchanged; this is for the layers of other stages, which it would
 * compress with gzip. With a gzip image, or none, nothing changes: an image that is later pushed from the cache has the
 * cache's layers, and not every client supports zstd (docs/compression.md, with the figures).
 */
export function asImage(
  specs: readonly Spec[],
  { load, outputs }: Pick<BuildInputs, 'load' | 'outputs'>,
  builder: Builder | undefined,
): Spec[] {
  const images = compressions(outputs)
  const inZstd = !load && images.length > 0 && images.every((it) => it === 'zstd')
  return specs.map((spec) => {
    const { backend, given } = spec
    const isOpen =
      Object.hasOwn(backend.attributes, 'compression') && attribute(given, 'compression') === undefined
    if (!inZstd || !isOpen) return spec
    const asked: Spec = { ...spec, given: [...given, ['compression', 'zstd']] }
    const isKnown =
      builder === undefined || !ignoredAttributes(builder, asked).some((it) => it.startsWith('compression '))
    return isKnown ? asked : spec
  })
}
