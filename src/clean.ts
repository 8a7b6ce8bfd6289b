import { type Living, livingParts, type Rules } from './clean/alive.ts'
import { asker, NoAnswer } from './clean/ask.ts'
import { aimOf } from './clean/event.ts'
import { type CleanInputs, readCleanInputs } from './clean/inputs.ts'
import { type Cleaned, cleanOutputs, cleanSummary, deletionLines, resultLine } from './clean/report.ts'
import { askLiving, branchExists, type RepositoryApi } from './clean/repository.ts'
import { type Context, storesOf } from './clean/stores.ts'
import type { IsDead, Row, Survey } from './clean/survey.ts'
import { defaultBranch } from './events/default-branch.ts'
import { namePart } from './keys/cache-name.ts'
import { branchPart } from './keys/key.ts'
import { addSummary, fail, group, hideSecrets, info, notice, setOutputs, warning } from './runner/commands.ts'
import type { Environment } from './runner/environment.ts'

/** In milliseconds: how long a run may take, including waits for rate limits. The next run does the rest. */
const LIMIT = 30 * 60_000
/**
 * How many branches are checked one by one before their scopes are deleted; if there are more, all are listed again.
 */
const MOST_ASKED = 500

/**
 * Deletes the scopes of dead branches. Everything is listed and decided before anything is deleted; if it is not known
 * which branches are alive, nothing is deleted.
 */
export async function clean(environment: Environment): Promise<void> {
  const inputs = readCleanInputs(environment)
  hideSecrets(inputs.secrets)
  for (const message of inputs.warnings) warning(message)
  const aim = aimOf(environment)
  if ('why' in aim) return finish(environment, nothing(inputs, []), `Nothing to do: ${aim.why}.`)
  const now = Date.now()
  const ask = asker(environment.forDocker, now + LIMIT)
  const { apiUrl: url, repository } = environment
  const api: RepositoryApi = { url, token: inputs.token, repository, ask }
  const home = defaultBranch(environment).name
  let living: Living
  try {
    living = await askLiving(api, home)
  } catch (error) {
    const sentence = `Nothing was deleted, because GitHub's API did not report which branches exist: ${inWords(error)}.`
    ;(error instanceof NoAnswer && error.passes ? warning : fail)(sentence)
    return finish(environment, nothing(inputs, [sentence]))
  }
  const rules: Rules = {
    repository,
    living: livingParts(living),
    names: namesOf(inputs),
    branches: inputs.branches,
    takesNamed: inputs.takesNamed,
    adopts: inputs.adopts,
    only: aim.only,
    now,
    keep: aim.only ? 0 : inputs.keep,
  }
  const context: Context = { api, ask, rules, env: inputs.env }
  const troubles: string[] = []
  const surveys = await survey(inputs, context, troubles)
  const { deleted, freed } = inputs.dryRun
    ? { deleted: surveys.flatMap(deadIn), freed: expected(surveys) }
    : await removeAll(surveys, stillDead(api, home, surveys), troubles)
  finish(environment, { surveys, deleted, freed, dryRun: inputs.dryRun, troubles, now })
}

const deadIn = ({ rows }: Survey): Row[] => rows.filter(({ fate }) => fate === 'dead')
const expected = (surveys: readonly Survey[]): number => surveys.reduce((sum, { bytes }) => sum + bytes, 0)

/** Lists the stores one after the other, and prints what will be deleted. A store that cannot be listed is skipped. */
async function survey(inputs: CleanInputs, context: Context, troubles: string[]): Promise<Survey[]> {
  const surveys: Survey[] = []
  for (const { place, list } of storesOf(inputs.specs, context)) {
    try {
      const found = await list()
      surveys.push(found)
      const dead = deadIn(found).length
      group(`${place}: ${dead} to delete`, deletionLines(found, context.rules.now))
    } catch (error) {
      trouble(troubles, `Nothing is deleted in ${place}: ${inWords(error)}.`, error)
    }
  }
  return surveys
}

/** Deletes what the surveys selected, one by one; a failure in one store does not stop the others. */
async function removeAll(
  surveys: readonly Survey[],
  isDead: IsDead,
  troubles: string[],
): Promise<Pick<Cleaned, 'deleted' | 'freed'>> {
  const deleted: Row[] = []
  let freed = 0
  for (const { store, remove } of surveys) {
    try {
      const notes = await remove(isDead, (row, bytes) => {
        deleted.push(row)
        freed += bytes
      })
      for (const note of notes) {
        troubles.push(`${store}: ${note}.`)
        notice(`${store}: ${note}.`)
      }
    } catch (error) {
      trouble(troubles, `The clean-up of ${store} stopped: ${inWords(error)}.`, error)
    }
  }
  return { deleted, freed }
}

/** A branch may have been recreated since it was listed, and a list may have had a gap, so each is checked again. */
function stillDead(api: RepositoryApi, home: string | undefined, surveys: readonly Survey[]): IsDead {
  const count = new Set(surveys.flatMap(deadIn).map(({ branch }) => branch)).size
  const known = new Map<string, Promise<boolean>>()
  const again = (): Promise<Set<string>> => askLiving(api, home).then(livingParts)
  let living: Promise<Set<string>> | undefined
  return async (who) => {
    if (!who) return true
    const part = branchPart(who)
    if (count > MOST_ASKED) {
      living ??= again()
      return !(await living).has(part)
    }
    const found = known.get(part) ?? branchExists(api, who)
    known.set(part, found)
    return !(await found)
  }
}

function namesOf({ images, specs }: CleanInputs): Set<string> | undefined {
  if (images.length === 0) return undefined
  return new Set(specs.flatMap(({ name }) => images.map((image) => namePart(image, name))))
}

function trouble(troubles: string[], sentence: string, error: unknown): void {
  troubles.push(sentence)
  ;(error instanceof NoAnswer && !error.passes ? fail : warning)(sentence)
}

const inWords = (error: unknown): string => (error as Error).message.replace(/\.$/, '')

const nothing = ({ dryRun }: CleanInputs, troubles: string[]): Cleaned => ({
  surveys: [],
  deleted: [],
  freed: 0,
  dryRun,
  troubles,
  now: Date.now(),
})

function finish({ summaryFile, switches }: Environment, cleaned: Cleaned, line = resultLine(cleaned)): void {
  info(line)
  setOutputs(cleanOutputs(cleaned))
  if (switches.summary) addSummary(summaryFile, cleanSummary(cleaned))
}
