import { count, formatBytes } from '../lib/format.ts'
import { cellCode, cellSentence, sentence } from '../report/escape.ts'
import type { Row, Survey } from './survey.ts'

/** The result of a run, in all stores. */
export type Cleaned = {
  surveys: readonly Survey[]
  /** What was deleted; in a dry run, what would be. */
  deleted: readonly Row[]
  freed: number
  dryRun: boolean
  /** What failed or was skipped, a sentence each. */
  troubles: readonly string[]
  now: number
}

/** In bytes: GitHub drops a summary of more than 1 MiB, and limits a job's outputs to the same. */
const MOST = 900_000

/** An age, for people: `12 min`, `5 h`, `3 d`; empty if unknown. */
export function formatAge(written: number | undefined, now: number): string {
  if (written === undefined || !Number.isFinite(written)) return ''
  const minutes = Math.max(0, Math.floor((now - written) / 60_000))
  if (minutes < 60) return `${minutes} min`
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`
}

const kept = (surveys: readonly Survey[]): Row[] =>
  surveys.flatMap(({ rows }) => rows.filter(({ fate }) => fate === 'kept'))

export function cleanOutputs({ surveys, deleted, freed }: Cleaned): [string, string][] {
  const list = deleted.map(({ store, scope, branch, written, size, why }) => ({
    store,
    scope,
    branch,
    bytes: size ?? null,
    why,
    written: written === undefined || !Number.isFinite(written) ? null : new Date(written).toISOString(),
  }))
  let size = 0
  const shown = list.filter((it) => {
    size += JSON.stringify(it).length + 1
    return size < MOST
  })
  return [
    ['deleted', JSON.stringify(shown)],
    ['kept', String(kept(surveys).length)],
    ['freed-bytes', String(freed)],
  ]
}

/** What a run will delete, for the log; the same in a dry run. */
export function deletionLines({ store, rows, foreign, notes }: Survey, now: number): string[] {
  const dead = rows.filter(({ fate }) => fate === 'dead')
  const stay = kept([{ store, rows } as Survey])
  const whys = [...Map.groupBy(stay, ({ why }) => why)].map(([why, them]) => `keep   ${them.length}: ${why}`)
  return [
    ...dead.map((row) => {
      const words = [
        ...(row.branch === '' ? [] : [row.branch]),
        ...(formatAge(row.written, now) === '' ? [] : [`${formatAge(row.written, now)} old`]),
        ...(row.size === undefined ? [] : [formatBytes(row.size)]),
      ]
      return `delete ${row.scope} (${[...words, row.why].join(', ')})`
    }),
    ...whys,
    ...(foreign > 0
      ? [
          `ignore ${count(foreign, 'other object')} that ${foreign === 1 ? 'is' : 'are'} not a cache of this repository`,
        ]
      : []),
    ...notes.map((it) => `note   ${it}`),
  ]
}

/** The last line of the log. */
export function resultLine(cleaned: Cleaned): string {
  const { deleted, freed, dryRun, surveys } = cleaned
  const what = `${count(deleted.length, 'scope')} ${dryRun ? 'would be deleted' : 'deleted'}`
  return `${what}, ${formatBytes(freed)}${dryRun ? '' : ' freed'}; ${count(kept(surveys).length, 'scope')} kept.`
}

/** The job summary: a table, dead scopes first. */
export function cleanSummary(cleaned: Cleaned): string {
  const { surveys, deleted, dryRun, troubles, now } = cleaned
  const planned = surveys.flatMap(({ rows }) => rows.filter(({ fate }) => fate === 'dead'))
  const failed = dryRun ? [] : planned.filter((it) => !deleted.includes(it))
  const head = ['| scope | branch | store | age | size | |', '| --- | --- | --- | ---: | ---: | --- |']
  const rows = [
    ...deleted.map((it) => line(it, dryRun ? 'would be deleted' : 'deleted', now)),
    ...failed.map((it) => line(it, 'not deleted', now)),
    ...kept(surveys).map((it) => line(it, 'kept', now)),
  ]
  let size = 0
  const shown = rows.filter((row) => {
    size += Buffer.byteLength(row) + 1
    return size < MOST
  })
  const left = rows.length - shown.length
  const foreign = surveys.reduce((sum, it) => sum + it.foreign, 0)
  return [
    '### Clean-up of build caches\n',
    `${resultLine(cleaned)}${foreign > 0 ? ` ${count(foreign, 'other object')} ignored.` : ''}\n`,
    ...troubles.map((it) => `${sentence(it)}\n`),
    ...(rows.length === 0 ? [] : [[...head, ...shown].join('\n'), '']),
    ...(left > 0 ? [`${count(left, 'more row')} omitted.\n`] : []),
  ].join('\n')
}

function line({ scope, branch, store, written, size, why }: Row, fate: string, now: number): string {
  const bytes = size === undefined ? '' : formatBytes(size)
  const cells = [cellCode(scope), branch === '' ? '' : cellCode(branch), cellCode(store)]
  return `| ${[...cells, formatAge(written, now), bytes, cellSentence(`${fate}: ${why}`)].join(' | ')} |`
}
