import { tmpdir } from 'node:os'
import { makeArgv } from './buildx/argv.ts'
import { withDirectory } from './buildx/build.ts'
import type { Builder } from './buildx/builder.ts'
import { nodeWarnings } from './buildx/nodes.ts'
import { prepare } from './buildx/prepare.ts'
import { type Buildx, query, stream } from './buildx/run.ts'
import type { Inputs } from './inputs/inputs.ts'
import { commandOrder } from './plan/command-order.ts'
import type { Lost } from './plan/dropped-caches.ts'
import { flagOf } from './plan/entries.ts'
import type { Planned } from './plan/planned.ts'
import { buildWithFallback } from './retry/build-with-fallback.ts'
import type { Rescued } from './retry/fallback-types.ts'
import { info, warning } from './runner/commands.ts'
import { signOfLife } from './stores/health-check.ts'

/** cache entries -> argv -> build: runs the plan, without caches that fail. */
export function build(
  buildx: Buildx,
  builder: Builder,
  { environment, entries }: Planned,
  inputs: Inputs,
  lost: readonly Lost[],
): Promise<Rescued> {
  const parents = [environment.tempDir, tmpdir()].filter((it) => it !== '')
  return withDirectory(parents, (directory) => {
    const { prepared, warnings } = prepare(inputs.build, environment, builder, directory)
    const exports = inputs.build['cache-to'].length > 0 || entries.to.some((it) => it.backend !== 'inline')
    const ofNodes = nodeWarnings(builder, inputs.build.platforms, exports)
    for (const message of [...warnings, ...ofNodes]) warning(message)
    return buildWithFallback({
      buildx,
      builder,
      entries,
      lost,
      env: inputs.env,
      timeout: inputs.timeout,
      say: info,
      outside: { stream, query, signOfLife },
      commandOf: ({ from, to }, noCache) => ({
        args: makeArgv(
          { ...inputs.build, 'no-cache': inputs.build['no-cache'] || noCache },
          {
            ...prepared,
            cacheFrom: commandOrder(from).map(flagOf),
            cacheTo: to.map(flagOf),
          },
          builder.buildx,
        ),
        env: inputs.env,
        secrets: [...inputs.secrets, ...inputs.known],
        files: prepared,
        isCheck: /^(check|lint)\b/.test(inputs.build.call),
        builder: inputs.build.builder,
        nodes: builder.buildkits.length,
        withImports: from.some(({ type }) => type !== 'registry'),
      }),
    })
  })
}
