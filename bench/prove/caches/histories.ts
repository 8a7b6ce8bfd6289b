/** Numbers that look random, the same for one seed. */
export type Dice = {
  /** A whole number below `n`. */
  below: (n: number) => number
  chance: (of: number) => boolean
  pick: <T>(list: readonly T[]) => T
}

export function diceOf(seed: number): Dice {
  let state = seed | 0
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    chance: (of) => next() < of,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  }
}

/** A checkout: stages and files. */
export type State = { stages: Stage[]; files: Record<string, string>; args: Record<string, string> }

type Stage = { from: string; steps: string[] }

/** What a history is made in: the bases that there are, and whether it builds for two platforms. */
export type Place = { bases: readonly string[]; shell: string; isTwo: boolean }

/** One build of a history: what is built, which scopes it reads, in their order, and which it writes. */
export type Build = {
  state: State
  read: string[]
  write: string
  /** Moves the base that moves to another image before the build. */
  movesBase: boolean
  /** The builder has forgotten all before it. */
  isEmpty: boolean
}

const FILES = ['f0', 'f1', 'f2', 'd0/a', 'd0/b', 'd1/a']
const COPIES = ['f0', 'f1', 'f2', 'd0', 'd1', 'd0/a', 'f*']

/** A random history of `length` builds: commits, branches, merges, reverts, and bases that move. */
export function makeHistory(dice: Dice, place: Place, length: number): Build[] {
  const branches = new Map<string, State[]>([['main', [firstState(dice, place)]]])
  const scopes = new Set<string>()
  const headOf = (name: string): State => (branches.get(name) as State[]).at(-1) as State
  return Array.from({ length }, (_, i): Build => {
    const names = [...branches.keys()]
    const branch = dice.pick(names)
    const commits = branches.get(branch) as State[]
    const what = dice.below(10)
    let on = branch
    if (i > 0 && what < 4) commits.push(changed(dice, place, headOf(branch)))
    else if (i > 0 && what < 6 && names.length < 4) {
      on = `b${names.length}`
      branches.set(on, [changed(dice, place, headOf('main'))])
    } else if (what < 8) {
      on = 'main'
      branches.get('main')?.push(merged(dice, place, headOf('main'), headOf(dice.pick(names))))
    } else if (what === 8) commits.push(dice.pick(commits))
    const others = [...scopes].filter((it) => it !== on && dice.chance(0.7))
    const read = [...others, ...(scopes.has(on) ? [on] : [])].sort(() => (dice.chance(0.5) ? 1 : -1))
    scopes.add(on)
    return {
      state: headOf(on),
      read,
      write: on,
      movesBase: dice.chance(0.15),
      isEmpty: dice.chance(0.85),
    }
  })
}

function firstState(dice: Dice, place: Place): State {
  const files = Object.fromEntries(FILES.map((file) => [file, content(dice)]))
  const stages: Stage[] = []
  for (let i = 2 + dice.below(3); i > 0; i--) stages.push(makeStage(dice, place, stages.length))
  return mended({ stages, files, args: { V: '0' } })
}

// Few of each, so that the same step often stands over other bases.
const content = (dice: Dice): string => `content ${dice.below(3)}\n`

function makeStage(dice: Dice, place: Place, at: number): Stage {
  const own = ['scratch', ...(place.isTwo ? [] : [...place.bases, place.shell, place.shell])]
  const from = dice.pick([...own, ...Array.from({ length: at }, (_, i) => `s${i}`)])
  return { from, steps: Array.from({ length: 1 + dice.below(4) }, () => makeStep(dice, place, at)) }
}

/** A step of stage `at`. RUN steps are left out again where there is no shell. */
function makeStep(dice: Dice, { isTwo }: Place, at: number): string {
  const earlier = at > 0 ? `s${dice.below(at)}` : undefined
  const file = dice.pick(COPIES)
  const link = dice.chance(0.25) ? '--link ' : ''
  const kinds = [
    `COPY ${link}${file} /out/${dice.pick(['x/', 'y/'])}`,
    `COPY ${link}${file} /out/${dice.pick(['x/', 'y/'])}`,
    `COPY --chmod=0600 --chown=7:7 ${dice.pick(['f0', 'f1'])} /out/z`,
    `ADD ${link}f${dice.below(3)} /out/added`,
    `COPY <<EOT /out/here${dice.below(2)}\nhere ${dice.below(3)}\nEOT`,
    `WORKDIR /out/w${dice.below(2)}`,
    `ENV E=${dice.below(3)}`,
    `ARG V\nCOPY f$V /out/v`,
    ...(earlier ? [`COPY ${link}--from=${earlier} /out /out/${earlier}`] : []),
    ...(earlier ? [`COPY ${link}--from=${earlier} /out/first /out/taken-${earlier}`] : []),
    ...(isTwo ? [`ARG TARGETARCH\nCOPY <<EOT /out/arch\n$TARGETARCH\nEOT`] : []),
  ]
  const runs = [
    `RUN cat /out/f* /out/x/* /out/y/* > /out/r0 2>/dev/null || true`,
    `RUN echo ${dice.below(3)} >> /out/log`,
    `RUN echo "$E $V" >> /out/env`,
    `ARG V\nRUN echo "$V" >> /out/arg`,
    `RUN <<EOT\ncat /out/first > /out/r1\necho ${dice.below(2)} >> /out/r1\nEOT`,
    `RUN --mount=type=bind,source=f0,target=/tmp/f0 cat /tmp/f0 > /out/m0`,
    `RUN --mount=type=cache,target=/tmp/c echo ${dice.below(2)} > /out/m1`,
    `RUN --mount=type=tmpfs,target=/tmp/t echo t > /tmp/t/t; cat /tmp/t/t > /out/m2`,
    ...(earlier
      ? [`RUN --mount=type=bind,from=${earlier},source=/out,target=/tmp/s cat /tmp/s/first > /out/m3`]
      : []),
  ]
  return dice.pick(dice.chance(0.25) ? runs : kinds)
}

function changed(dice: Dice, place: Place, state: State): State {
  const next = structuredClone(state)
  for (let i = 1 + dice.below(2); i > 0; i--) change(dice, place, next)
  return mended(next)
}

function change(dice: Dice, place: Place, { stages, files, args }: State): void {
  const at = dice.below(stages.length)
  const stage = stages[at] as Stage
  const step = dice.below(stage.steps.length)
  const kind = dice.below(10)
  if (kind < 4) files[dice.pick(FILES)] = content(dice)
  else if (kind === 4) args.V = `${dice.below(3)}`
  else if (kind === 5) stage.steps[step] = makeStep(dice, place, at)
  else if (kind === 6) stage.steps.splice(step, 0, makeStep(dice, place, at))
  else if (kind === 7 && stage.steps.length > 1) stage.steps.splice(step, 1)
  else if (kind === 8) stage.from = makeStage(dice, place, at).from
  else {
    // The same steps over another base: the first marker that was tried took them for one.
    const other = dice.pick(stages)
    if (stages.indexOf(other) <= at) stage.steps = [...other.steps]
  }
}

function merged(dice: Dice, place: Place, ours: State, theirs: State): State {
  const files = { ...ours.files, ...theirs.files }
  const next = structuredClone({ ...(dice.chance(0.7) ? theirs : ours), files })
  if (dice.chance(0.2)) change(dice, place, next)
  return mended(next)
}

/**
 * Without what cannot be built: steps of stages that come later, RUN where there is no shell. And without a heredoc
 * over another of the same name: there BuildKit itself takes the one for the other, whatever caches it reads
 * (docs/buildkit-two-caches.md).
 */
function mended({ stages, ...rest }: State): State {
  const hasShell: boolean[] = []
  const heredocs: string[][] = []
  const known = (name: string | undefined, at: number): boolean => name === undefined || Number(name) < at
  return {
    ...rest,
    stages: stages.map(({ from, steps }, at) => {
      const [, base] = /^s(\d+)$/.exec(from) ?? []
      const start = known(base, at) ? from : 'scratch'
      hasShell[at] = start.includes('shell') || (base !== undefined && hasShell[Number(base)] === true)
      const before = [...(base === undefined ? [] : (heredocs[Number(base)] ?? []))]
      heredocs[at] = before
      const kept = steps.filter((step) => {
        const [, of] = /from=s(\d+)/.exec(step) ?? []
        const [, heredoc] = /COPY <<EOT (\S+)/.exec(step) ?? []
        if (heredoc !== undefined && before.includes(heredoc)) return false
        const isKept = known(of, at) && (hasShell[at] || !/(^|\n)RUN /.test(step))
        if (isKept && heredoc !== undefined) before.push(heredoc)
        return isKept
      })
      return { from: start, steps: kept.length > 0 ? kept : ['COPY f0 /out/x/'] }
    }),
  }
}

/** Every stage is in the result, and begins with a file that tells which base and stage it was. */
export function dockerfileOf({ stages }: State): string {
  const lines = stages.flatMap(({ from, steps }, at) => [
    `FROM ${from} AS s${at}`,
    `COPY f${at % 3} /out/first`,
    ...steps,
  ])
  const last = ['FROM scratch', ...stages.map((_, at) => `COPY --from=s${at} /out /s${at}`)]
  return [...lines, ...last, ''].join('\n')
}
