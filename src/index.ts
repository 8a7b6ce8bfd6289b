import { fail } from './github/actions.ts'
import { readEnvironment } from './github/environment.ts'
import { isPost } from './github/state.ts'

/** Main or post: the runner starts the same file for both, and each loads what is its own. */
async function run(): Promise<void> {
  const environment = readEnvironment()
  if (isPost(environment)) return (await import('./post.ts')).post(environment)
  return (await import('./main.ts')).main(environment)
}

run().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
