import { type Dice, diceOf } from './histories.ts'

/** Files of a checkout with its Dockerfile. */
export type Files = Record<string, string>

/** A cache that is written before: its branch, the part that it has in the last build, and what is built for it. */
export type Written = { scope: string; role: string; files: Files }

/** Caches that share steps and part after them, and the build that reads them. */
export type Diverged = { name: string; written: Written[]; wanted: Files }

const ONE = `FROM {base}
COPY lock /
RUN cat lock > modules
COPY src /
RUN cat modules src > dist
`
const THREE = `FROM {base} AS deps
COPY lock /
RUN cat lock > modules
FROM deps AS build
COPY src /
RUN cat modules src > dist
FROM {base}
COPY --from=deps /modules /
COPY --from=build /dist /
RUN cat modules dist > done
`
const NPMRC = `FROM {base}
COPY npmrc /
COPY lock /
RUN cat npmrc lock > modules
COPY src /
RUN cat modules src > dist
`
const FOUR = `FROM {base}
COPY npmrc /
COPY lock /
RUN cat lock > modules
COPY conf /
COPY src /
RUN cat modules conf src > dist
RUN cat dist > tested
`

/** What a run of the case is made of: the files of main, and one changed on the branch. */
type Row = [name: string, dockerfile: string, make: (main: Files) => Omit<Diverged, 'name'>]

const own = (files: Files): Written => ({ scope: 'own', role: 'own', files })
const main = (files: Files): Written => ({ scope: 'main', role: 'default', files })
const changed = (files: Files, ...names: string[]): Files => ({
  ...files,
  ...Object.fromEntries(names.map((name) => [name, `${files[name]}changed\n`])),
})

/** The branch has changed these files and is built again. */
const again =
  (...names: string[]) =>
  (files: Files): Omit<Diverged, 'name'> => {
    const mine = changed(files, ...names)
    return { written: [main(files), own(mine)], wanted: mine }
  }

/** The branch goes back to what main has. */
const back = (files: Files): Omit<Diverged, 'name'> => ({
  written: [main(files), own(changed(files, 'src'))],
  wanted: files,
})

const rows: Row[] = [
  ['one stage, same lock file', ONE, again('src')],
  ['one stage, lock file differs', ONE, again('lock', 'src')],
  ['three stages, same lock file', THREE, again('src')],
  ['three stages, lock file differs', THREE, again('lock', 'src')],
  [
    '.npmrc first, lock file bumped, second commit',
    NPMRC,
    (files) => {
      const first = changed(files, 'lock', 'src')
      return { written: [main(files), own(first)], wanted: changed(first, 'src') }
    },
  ],
  ['four COPYs', FOUR, again('src')],
  [
    'own, develop, main',
    THREE,
    (files) => {
      const develop = changed(files, 'src')
      const mine = changed(develop, 'src')
      const written = [main(files), { scope: 'develop', role: 'base', files: develop }, own(mine)]
      return { written, wanted: mine }
    },
  ],
  ['wanted step in main alone', ONE, back],
  ['wanted step in main alone, three stages', THREE, back],
]

/** Dockerfiles of shapes that are common in public, their commands reduced to `cat`. */
const shapes: [name: string, dockerfile: string][] = [
  ['node', THREE],
  [
    'go',
    `FROM {base} AS build
WORKDIR /src
COPY lock conf ./
RUN cat lock > /modules
COPY . .
RUN cat /modules src > /app
FROM scratch
COPY --from=build /app /app
`,
  ],
  [
    'python',
    `FROM {base}
WORKDIR /app
ENV UNBUFFERED=1
COPY lock .
RUN --mount=type=cache,target=/cache cat lock > site
COPY . .
RUN cat site src > compiled
`,
  ],
  [
    'rust with a recipe',
    `FROM {base} AS chef
WORKDIR /app
FROM chef AS planner
COPY . .
RUN cat lock > recipe
FROM chef AS builder
COPY --from=planner /app/recipe .
RUN cat recipe > target
COPY . .
RUN cat target src > bin
FROM {base} AS runtime
COPY --from=builder /app/bin /usr/
`,
  ],
  [
    'java',
    `FROM {base} AS build
COPY lock /app/
RUN cat /app/lock > /m2
COPY src /app/src
RUN cat /m2 /app/src > /jar
FROM {base}
RUN cat etc/passwd > user
COPY --from=build /jar /jar
RUN cat /jar > /layers
`,
  ],
  [
    'php',
    `FROM {base} AS vendor
COPY lock /app/
RUN cat /app/lock > /vendor
FROM {base} AS assets
COPY npmrc conf /app/
RUN cat /app/npmrc /app/conf > /public
FROM {base}
COPY src /app/
COPY --from=vendor /vendor /app/vendor
COPY --from=assets /public /app/public
RUN cat /app/src /app/vendor /app/public > /autoload
`,
  ],
  [
    'ruby',
    `FROM {base} AS base
RUN cat etc/group > packages
FROM base AS build
COPY lock npmrc ./
RUN cat lock npmrc > gems
COPY . /app
RUN cat gems app/src > bootsnap
RUN cat bootsnap app/conf > assets
FROM base
COPY --from=build /gems /gems
COPY --from=build /assets /assets
`,
  ],
  [
    'dotnet',
    `FROM {base} AS restore
COPY lock /src/
RUN cat /src/lock > /packages
FROM restore AS build
COPY . /src
RUN cat /src/src /packages > /out-build
FROM build AS publish
RUN cat /out-build > /published
FROM {base} AS final
COPY --link --from=publish /published /app/
`,
  ],
  [
    'static site',
    `FROM {base} AS build
COPY lock npmrc ./
RUN cat lock npmrc > modules
COPY conf ./
COPY src ./
RUN cat modules conf src > site
FROM {base}
COPY conf /etc/conf
COPY --from=build /site /html
RUN cat /etc/conf /html > checked
`,
  ],
]

const NAMES = ['lock', 'src', 'conf', 'npmrc']

/** main and a branch have changed some files each since they parted; main is built with both. */
function merge(dice: Dice, files: Files): Omit<Diverged, 'name'> {
  const [a, b] = [1 + dice.below(15), 1 + dice.below(15)]
  const some = (bits: number): string[] => NAMES.filter((_, i) => (bits >> i) & 1)
  const [theirs, ours] = [changed(files, ...some(a)), changed(files, ...some(b & ~a))]
  const written = [
    { scope: 'main', role: 'own', files: ours },
    { scope: 'feature', role: 'merged', files: theirs },
  ]
  return { written, wanted: changed(theirs, ...some(b & ~a)) }
}

const make: ((dice: Dice, base: string, content: string) => Diverged)[] = [
  ...rows.map(([name, dockerfile, of]) => (_: Dice, base: string, content: string): Diverged => {
    return { name, ...of(filesOf(dockerfile, base, content)) }
  }),
]
const makeMerge = shapes.map(
  ([name, dockerfile]) =>
    (dice: Dice, base: string, content: string): Diverged => {
      return { name: `merge, ${name}`, ...merge(dice, filesOf(dockerfile, base, content)) }
    },
)

/** How many rows there are of each group. */
export const GROUPS = { rows: make.length, merges: makeMerge.length }

/** Row `at` of a group, with contents of its own. */
export function makeDiverged(group: keyof typeof GROUPS, at: number, seed: number, base: string): Diverged {
  const all = group === 'rows' ? make : makeMerge
  const row = all[at % all.length] as (typeof make)[number]
  return row(diceOf(seed), base, `${seed}`)
}

function filesOf(dockerfile: string, base: string, content: string): Files {
  const files = Object.fromEntries(NAMES.map((name) => [name, `${name} ${content}\n`]))
  return { ...files, Dockerfile: dockerfile.replaceAll('{base}', base), '.dockerignore': 'Dockerfile\n' }
}
