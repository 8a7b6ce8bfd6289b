import { posix } from 'node:path'
import { type Dockerfile, type Instruction, parseDockerfile } from './dockerfile.ts'
import { fits, type Pattern, processWord, splitWords, variablesIn, type Work } from './dockerfile-words.ts'
import type { StepName } from './vertex-names.ts'

/** Where a step stands in the Dockerfile. */
export type SourceLine = {
  line: number
  /** The names of the build arguments that can have changed it: never a value. */
  buildArgs: string[]
}

/** The location of a step; undefined unless exactly one instruction of the Dockerfile matches. */
export type Locate = (
  step: Pick<StepName, 'stage' | 'instruction' | 'index' | 'of'>,
) => SourceLine | undefined

/** An instruction that is longer is not compared; in characters. */
const LONGEST = 65_536
/** For all steps of a build together, in characters that are looked at. */
const MOST_WORK = 20_000_000

/**
 * Finds steps in a Dockerfile; without one, finds none. `hasContexts`: the build has named contexts, which can replace
 * a base image.
 */
export function locator(
  dockerfile: string | undefined,
  hasContexts = false,
  work: Work = { spent: 0 },
): Locate {
  if (dockerfile === undefined) return () => undefined
  const parsed = parseDockerfile(dockerfile)
  const stages = Map.groupBy(parsed.instructions, ({ stage }) => stage)
  const byName = namesOf(stages)
  const counted = new Map([...stages].map(([stage, list]) => [stage, countedOf(list, parsed.escapeMark)]))
  return (step) => {
    // A trigger of the base image is in another Dockerfile.
    if (step.instruction.startsWith('ONBUILD ') || step.instruction.length > LONGEST) return undefined
    const found = (byName.get(step.stage) ?? [])
      .flatMap((stage) => atIndex(counted.get(stage) ?? [], step, hasContexts))
      .filter((it) => work.spent < MOST_WORK && isIt(it, step.instruction, parsed.escapeMark, work))
    const [only] = found
    if (!only || found.length > 1 || work.spent >= MOST_WORK) return undefined
    return { line: only.line, buildArgs: buildArgsOf(only, parsed, stages, work) }
  }
}

/**
 * BuildKit's names of the stages -> their numbers: it omits the name of a single stage, and calls unnamed ones
 * `stage-1`.
 */
function namesOf(stages: ReadonlyMap<number, readonly Instruction[]>): Map<string, number[]> {
  const numbers = [...stages.keys()].filter((stage) => stage >= 0)
  const names = Map.groupBy(numbers, (stage) => stages.get(stage)?.[0]?.stageName || `stage-${stage}`)
  return numbers.length === 1 ? names.set('', numbers) : names
}

/** An instruction that BuildKit numbers, and how many before it may have no number. */
type Counted = { instruction: Instruction; least: number; most: number; own: number; at: number }

const NUMBERED = /^(RUN|COPY|ADD|WORKDIR)$/

/** BuildKit numbers four instructions; a WORKDIR that resolves to the root has no step and no number. */
function countedOf(list: readonly Instruction[], escapeMark: string): Counted[] {
  let [least, most] = [0, 0]
  const numbered = list.filter(({ keyword }) => NUMBERED.test(keyword))
  return numbered.map((instruction, at) => {
    const counted = { instruction, least, most, own: numbered.length, at }
    const isRoot = instruction.keyword === 'WORKDIR' ? leadsToRoot(instruction, escapeMark) : false
    if (isRoot !== false) most++
    if (isRoot === true) least++
    return counted
  })
}

/** Undefined where that depends on what is not known here. */
function leadsToRoot({ text }: Instruction, escapeMark: string): boolean | undefined {
  const argument = text.slice('WORKDIR'.length).trim()
  const pattern = processWord(argument, { escapeMark, keepsQuotes: false })
  const [path = ''] = pattern ?? []
  if (pattern?.length !== 1) return undefined
  if (path.startsWith('/')) return posix.join(path, '/') === '/'
  return /(^|\/)\.{0,2}(\/|$)/.test(path) ? undefined : false
}

/** The instructions of a stage that can have a step's number: FROM and triggers of the base image come before. */
function atIndex(
  counted: readonly Counted[],
  { index, of }: Pick<StepName, 'index' | 'of'>,
  hasContexts: boolean,
): Instruction[] {
  return counted.flatMap(({ instruction, least, most, own, at }) => {
    const before = of - own
    const number = before + at + 1
    // A named context that replaces the base image gets no number, but is counted.
    const fewer = hasContexts && before > 0 ? 1 : 0
    return before >= 0 && index >= number - most - fewer && index <= number - least ? [instruction] : []
  })
}

/**
 * Whether a step can come from an instruction: compares what BuildKit makes of the text or, if its lexer fails, the
 * text.
 */
function isIt(instruction: Instruction, name: string, escapeMark: string, work: Work): boolean {
  const { text, keyword, hasHeredoc } = instruction
  if (text.length > LONGEST || name.slice(0, keyword.length).toUpperCase() !== keyword) return false
  const processed = processWord(text, { escapeMark, keepsQuotes: keyword === 'RUN' })
  const patterns: Pattern[] = [...(processed ? [processed] : []), [text]]
  // BuildKit shows the first line of a heredoc: `RUN <<EOF (echo a...)`.
  const all = hasHeredoc ? patterns.flatMap((it) => [it, withSummary(it)]) : patterns
  // It capitalizes everything before the first blank, which may be more than the keyword.
  const folds = /^[A-Z]+[^A-Z ]/.test(text)
  const fold = (it: string): string => (folds ? it.toUpperCase() : it)
  work.spent += text.length + name.length
  return all.some((pattern) => fits(pattern.map(fold), fold(name), work))
}

function withSummary(pattern: Pattern): Pattern {
  return [...pattern.slice(0, -1), `${pattern.at(-1) ?? ''} (`, ')']
}

/** What BuildKit sets itself is the same in each build for a platform. */
const OF_PLATFORM = /^((TARGET|BUILD)(PLATFORM|OS|OSVERSION|ARCH|VARIANT)|TARGETSTAGE)$/

/**
 * The build arguments that can have changed a step although the step before it is unchanged: for RUN, whose environment
 * they are in, those declared since the last RUN; for others those used in its text; for the first step on a base image
 * those that select the image or the stage.
 */
function buildArgsOf(
  instruction: Instruction,
  { escapeMark }: Dockerfile,
  stages: ReadonlyMap<number, readonly Instruction[]>,
  work: Work,
): string[] {
  const isRun = instruction.keyword === 'RUN'
  const names = new Set<string>()
  const used = new Set(variablesIn(instruction.text))
  let list: readonly Instruction[] = stages.get(instruction.stage) ?? []
  let at = list.indexOf(instruction) - 1
  let isFirst = true
  let base: Instruction | undefined
  for (;;) {
    const it = list[at--]
    if (!it) break
    isFirst &&= !NUMBERED.test(it.keyword)
    if (isRun && it.keyword === 'RUN') break
    if (it.keyword === 'ARG' || it.keyword === 'ENV') {
      for (const word of splitWords(it.text.slice('ARG'.length), escapeMark).reverse()) {
        const [name = ''] = word.split('=')
        const counts = isRun || used.has(name)
        if (it.keyword === 'ARG' && counts && /^[A-Za-z_]\w*$/.test(name)) names.add(name)
        // A variable in its default counts as used.
        if (!used.has(name)) continue
        for (const variable of variablesIn(word.includes('=') ? word : it.text)) used.add(variable)
      }
    }
    if (it.keyword !== 'FROM') continue
    base = it
    list = parentOf(it, stages)
    at = list.length - 1
  }
  if (isFirst && base) for (const name of choosing(base, escapeMark, stages, work)) names.add(name)
  return [...names].filter((name) => !OF_PLATFORM.test(name)).reverse()
}

/**
 * The arguments before the first stage that select the image of a FROM, or its stage, directly or through later
 * arguments; read backwards.
 */
function choosing(
  from: Instruction,
  escapeMark: string,
  stages: ReadonlyMap<number, readonly Instruction[]>,
  work: Work,
): string[] {
  const selects = (text: string): boolean => {
    work.spent += text.length
    if (work.spent >= MOST_WORK) return false
    const pattern = processWord(baseOf(text), { escapeMark, keepsQuotes: false }) ?? []
    return pattern.length > 1 && fits(pattern, from.stageName, work)
  }
  const others = [...stages.values()].flatMap(([first]) =>
    first && first.stage > from.stage && from.stageName !== '' && selects(first.text) ? [first.text] : [],
  )
  const used = new Set([from.text, ...others].flatMap((text) => variablesIn(text.slice(0, LONGEST_FROM))))
  const words = (stages.get(-1) ?? [])
    .filter(({ keyword }) => keyword === 'ARG')
    .flatMap(({ text }) => splitWords(text.slice('ARG'.length), escapeMark))
  return words.reverse().flatMap((word) => {
    const [name = ''] = word.split('=')
    if (!used.has(name)) return []
    for (const variable of variablesIn(word)) used.add(variable)
    return [name]
  })
}

/** In characters: no image's name is longer. */
const LONGEST_FROM = 2_000

/** The image or the stage that a FROM names, as written. */
function baseOf(text: string): string {
  const words = text.slice(0, LONGEST_FROM).split(/\s+/).slice(1)
  return words.find((word) => !word.startsWith('--')) ?? ''
}

/** The instructions of the stage that another is built on; none for an image. */
function parentOf(
  { text, stage }: Instruction,
  stages: ReadonlyMap<number, readonly Instruction[]>,
): readonly Instruction[] {
  const base = baseOf(text).toLowerCase()
  for (let before = stage - 1; before >= 0; before--) {
    const list = stages.get(before) ?? []
    if (list[0]?.stageName === base && base !== '') return list
  }
  return []
}
