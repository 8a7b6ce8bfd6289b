import { type CacheMount, identityOf } from './dockerfile-mounts.ts'

// The protocol between the action and the helper (tools/mounts): lines of tab-separated fields.

/** A request to the helper. */
export type HelperRequest = {
  /** A text unique to this request: otherwise the step would be cached. */
  nonce: string
  mounts: readonly CacheMount[]
  /** In bytes: the most that the files of all mounts may take. */
  most: number
  /** The fingerprint of the stored archive; empty for none. */
  known: string
}

/** Where the helper's step mounts them. */
const placeOf = (i: number): string => `/m/${i}`

export function formatRequest({ nonce, mounts, most, known }: HelperRequest): string {
  const lines = [
    ['nonce', nonce],
    ['most', String(Math.floor(most))],
    ['known', known],
    ...mounts.flatMap((mount, i) => [
      ['mount', identityOf(mount), placeOf(i)],
      ...mount.targets.filter(fitsInLine).map((target) => ['target', target]),
    ]),
  ]
  return lines.map((fields) => `${fields.join('\t')}\n`).join('')
}

const fitsInLine = (text: string): boolean => !/[\t\n]/.test(text)

/** The content of a mount: links count as files, the size of a hard-linked file counts once. */
export type Content = { files: number; bytes: number }

/** What the helper did. */
export type HelperReport = {
  state: 'packed' | 'unchanged' | 'empty' | 'large' | 'unpacked' | 'refused' | 'failed'
  /** Why it was refused or failed; else empty. */
  why: string
  /** Of the content of all mounts; empty if none was read. */
  fingerprint: string
  /** By the mounts' identities. */
  contents: Map<string, Content>
  /** The mounts that were not changed, and why; the reason for a link that leaves its mount begins with `links`. */
  left: Map<string, string>
}

const STATES = ['packed', 'unchanged', 'empty', 'large', 'unpacked', 'refused', 'failed'] as const

/** Parses the helper's report; throws an Error if it is not one. */
export function parseReport(text: string): HelperReport {
  const report: HelperReport = {
    state: 'failed',
    why: '',
    fingerprint: '',
    contents: new Map(),
    left: new Map(),
  }
  let hasState = false
  for (const line of text.split('\n')) {
    const [key, first = '', second = '', third = ''] = line.split('\t')
    if (key === 'mount') report.contents.set(first, { files: Number(second), bytes: Number(third) })
    if (key === 'refused' || key === 'skipped') report.left.set(first, second)
    if (key === 'fingerprint' && /^[0-9a-f]{32}$/.test(first)) report.fingerprint = first
    const state = key === 'state' ? STATES.find((it) => it === first) : undefined
    if (state) {
      hasState = true
      report.state = state
      report.why = second
    }
  }
  if (!hasState) throw new Error('the helper wrote no report')
  return report
}

/** The names of the contexts of the helper's build, which identify its leftovers. */
export const PROGRAMS = 'branch-cache-mounts'
export const ARCHIVE = 'branch-cache-archive'

/**
 * The helper's Dockerfile. Its first stage runs the helper once, with all mounts, and writes `report`. `image`: an
 * image with the helper, instead of the action's files.
 */
export function helperDockerfile(way: 'in' | 'out', mounts: readonly CacheMount[], image: string): string {
  const program = image === '' ? `from=${PROGRAMS},source=mounts-$BUILDARCH` : 'from=program,source=/mounts'
  const flags = [
    '--network=none',
    `--mount=type=bind,${program},target=/.branch-cache-mounts`,
    `--mount=type=bind,from=${PROGRAMS},source=request,target=/.branch-cache-request`,
    ...(way === 'in' ? [`--mount=type=bind,from=${ARCHIVE},source=/out,target=/.branch-cache-archive`] : []),
    ...mounts.map((mount, i) => `--mount=${mountFlag(mount, placeOf(i))}`),
  ]
  return [
    ...(image === '' ? [] : [`FROM ${image} AS program`]),
    'FROM --platform=$BUILDPLATFORM scratch AS branch-cache-mounts-run',
    'ARG BUILDARCH',
    `RUN ${flags.join(' ')} ["/.branch-cache-mounts", "${way}"]`,
    'FROM scratch AS report',
    'COPY --from=branch-cache-mounts-run /out/report /',
    '',
  ].join('\n')
}

function mountFlag({ name, owner, sharing }: CacheMount, target: string): string {
  const of = owner ? [`uid=${owner.uid}`, `gid=${owner.gid}`, `mode=${owner.mode}`] : []
  return ['type=cache', `id=${name}`, `target=${target}`, `sharing=${sharing}`, ...of].join(',')
}
