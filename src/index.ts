import { fail } from './github/actions.ts'
import { main } from './main.ts'

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
