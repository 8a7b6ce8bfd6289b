import { parseArgs } from 'node:util'
import { hasDocker, startDockerLab } from './docker-lab.ts'
import { startPartsLab } from './parts-lab.ts'
import { heading, say } from './report.ts'
import { tellStory } from './story.ts'

const { keep, verbose, parts, base } = parseArgs({
  options: {
    keep: { type: 'boolean' },
    verbose: { type: 'boolean' },
    parts: { type: 'boolean' },
    base: { type: 'string' },
  },
}).values

// The parts end with this process, however it ends; a step's own files need it to end in an orderly way.
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143))

heading('The lab')
const lab = !parts && hasDocker() ? await startDockerLab(say) : await startPartsLab(say)
say(`${lab.about}; the cache is ${lab.registry}/example/cache`)
try {
  process.exitCode = (await tellStory({ ...lab, base: base ?? lab.base }, verbose ?? false)) ? 0 : 1
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
if (keep) {
  heading('The lab goes on. To reach it:')
  for (const line of [...lab.reach(), `curl http://${lab.registry}/v2/example/cache/tags/list`]) say(line)
  heading('To stop it, and leave nothing behind:')
  for (const line of lab.stay()) say(line)
} else {
  await lab.stop()
}
heading('Where to look next')
say('example/Dockerfile  what was built; example/README.md has its workflow')
say('README.md           the inputs, and which events read and write what')
say('src/build.ts        the action, from top to bottom')
if (!keep) say('script/demo --keep  the same, and the builders and the registry stay up to be played with')
if (!verbose) say('script/demo --verbose  the same with all that the action prints')
