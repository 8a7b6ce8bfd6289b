import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Builder, isAtLeast } from './buildx/builder.ts'
import { readDockerfile } from './buildx/dockerfile-text.ts'
import type { Buildx } from './buildx/run.ts'
import type { Inputs } from './inputs/inputs.ts'
import { makeFolder } from './lib/make-folder.ts'
import { type Brought, bringIn, type MountJob } from './mounts/bring-in.ts'
import { chooseMounts } from './mounts/choose-mounts.ts'
import { chooseStore } from './mounts/choose-store.ts'
import { type DockerfileInputs, identityOf, mountsOfBuild } from './mounts/dockerfile-mounts.ts'
import { type HelperHost, pruneHelper } from './mounts/helper.ts'
import { type CarriedOutcome, mountLines } from './mounts/mount-lines.ts'
import { scopesOfMounts } from './mounts/scopes.ts'
import { type TakenOut, takeOut } from './mounts/take-out.ts'
import { withinService } from './plan/github-limits.ts'
import { makePlan } from './plan/plan.ts'
import type { Planned } from './plan/planned.ts'
import { archiveService, isFirstVersion } from './runner/archive-service.ts'
import { atEnd } from './runner/cancel.ts'
import { group, info, warning } from './runner/commands.ts'

/** A build whose mounts are carried. */
export type CarryMounts = {
  buildx: Buildx
  builder: Builder
  inputs: Inputs
  planned: Planned
  /** No other build is on the builder. */
  isOnlyOurs: () => Promise<boolean>
}

/** The carried mounts of a build in progress. */
export type CarriedMounts = {
  /** After the build: saves them, within `limitMs` milliseconds. */
  save: (succeeded: boolean, limitMs: number) => Promise<void>
  /** At the end: removes temporary files, here and on the builder. */
  close: () => Promise<void>
  /** What went wrong, already printed, a sentence each. */
  troubles: string[]
  /** The results, already printed, a line each. */
  lines: string[]
}

/**
 * Restores the cache mounts of a build on its builder, before the build. Every failure is a warning: it never throws,
 * and never takes longer than `cache-timeout`.
 */
export async function bringMountsIn(carry: CarryMounts): Promise<CarriedMounts> {
  const troubles: string[] = []
  const trouble = (sentence: string): void => {
    troubles.push(sentence)
    warning(sentence)
  }
  const nothing: CarriedMounts = { save: async () => {}, close: async () => {}, troubles, lines: [] }
  try {
    return (await begin(carry, trouble, troubles)) ?? nothing
  } catch (error) {
    trouble(`The cache mounts are not carried: ${(error as Error).message}.`)
    return nothing
  }
}

/** The first BuildKit that reports the ids of its mounts. */
const LEAST = '0.12.0'

type Trouble = (sentence: string) => void

async function begin(
  carry: CarryMounts,
  trouble: Trouble,
  troubles: string[],
): Promise<CarriedMounts | undefined> {
  const { inputs, planned, builder, buildx, isOnlyOurs } = carry
  const { environment } = planned
  const dockerfile = readDockerfile(inputs.build, environment)
  if (dockerfile.text === undefined) {
    trouble(
      `cache-mounts: ${dockerfile.path} cannot be read in the workspace; check out the repository with actions/checkout.`,
    )
    return undefined
  }
  const found = mountsOfBuild(dockerfile.text, dockerfileInputs(inputs, builder))
  const { mounts, notes, warnings } = chooseMounts(found, inputs.mounts.wanted, await isOnlyOurs())
  for (const message of warnings) trouble(message)
  if (mounts.length === 0) {
    group('Cache mounts', [...notes, 'the build has no cache mounts that can be carried'])
    return undefined
  }
  if (builder.nodes.length > 1) {
    trouble('cache-mounts: a builder with several nodes is not supported; the cache mounts are not carried.')
    return undefined
  }
  const old = builder.buildkits.find((it) => !isAtLeast(it, LEAST))
  if (old !== undefined) {
    trouble(
      `cache-mounts needs BuildKit ${LEAST} or newer, but this is ${old}; the cache mounts are not carried.`,
    )
    return undefined
  }
  const service = archiveService({
    variables: inputs.env,
    now: Date.now() / 1000,
    serverUrl: environment.serverUrl,
  })
  const chosen = await chooseStore({
    specs: planned.specs,
    builder,
    service,
    access: {
      variables: inputs.env,
      isFirst: isFirstVersion(inputs.env, environment.serverUrl),
      patience: inputs.timeout,
      repository: environment.repository,
      runName: environment.runName,
    },
    docker: () => ({ buildx, builder: inputs.build.builder, env: inputs.env, limitMs: 30_000 }),
    env: inputs.env,
    keepMs: inputs.limits.keep,
  })
  if ('why' in chosen) {
    trouble(`The cache mounts are not carried: no cache of this step can hold them (${chosen.why}).`)
    return undefined
  }
  const { store, spec } = chosen
  const plan = store.isOnGithub
    ? withinService(makePlan(planned.run, planned.base, inputs.plan), service)
    : planned.plan
  const scopes = scopesOfMounts(plan, spec, inputs.cacheName, store.isOnGithub)
  const parent = environment.tempDir || tmpdir()
  makeFolder(parent)
  const directory = mkdtempSync(join(parent, 'buildx-branch-cache-mounts-'))
  const remove = (): void => rmSync(directory, { recursive: true, force: true })
  const forget = atEnd(remove)
  let end = timeOver(inputs.timeout)
  const host: HelperHost = {
    buildx,
    directory,
    env: inputs.env,
    builder: inputs.build.builder,
    image: inputs.mounts.image,
    namespace: namespaceOf(inputs),
    left: () => Math.max(1, Math.ceil(end - performance.now())),
  }
  const job: MountJob = { host, store, scopes, mounts, most: inputs.mounts.maxSize }
  const began = performance.now()
  const brought = await bringIn(job)
  const secondsIn = (performance.now() - began) / 1000
  const source = scopes.reads.find(({ key }) => key === brought.found?.key)
  const from = brought.contents && source ? source.key : ''
  if (brought.why !== '') trouble(`The cache mounts were not restored from ${store.name}: ${brought.why}.`)
  else info(from === '' ? 'No cache mounts were restored.' : `The cache mounts of ${from} were restored.`)
  const lines: string[] = []
  const close = async (): Promise<void> => {
    await pruneHelper(host)
    forget()
    remove()
  }
  const save = async (succeeded: boolean, limitMs: number): Promise<void> => {
    const start = performance.now()
    end = start + Math.min(limitMs, inputs.timeout || limitMs)
    const taken = await tryToTakeOut(job, brought, succeeded)
    const outcome: CarriedOutcome = {
      store: store.name,
      mounts,
      notes,
      from,
      secondsIn,
      secondsOut: (performance.now() - start) / 1000,
      broughtIn: brought.contents ?? new Map(),
      after: taken.contents,
      held: brought.held,
      left: taken.left,
      saved: taken.saved,
    }
    if (taken.isTrouble) trouble(`The cache mounts: ${taken.saved}.`)
    for (const [identity, why] of taken.left) {
      const name = mounts.find((it) => identityOf(it) === identity)?.name ?? ''
      // This is the same in every run, so it is not cache trouble.
      warning(`The cache mount ${name} is not saved: ${why}.`)
    }
    lines.push(...mountLines(outcome))
    group('Cache mounts', lines)
  }
  return { troubles, lines, save, close }
}

async function tryToTakeOut(job: MountJob, brought: Brought, succeeded: boolean): Promise<TakenOut> {
  const nothing = { contents: new Map(), left: new Map() }
  if (!succeeded) return { ...nothing, saved: 'nothing saved: the build failed', isTrouble: false }
  try {
    return await takeOut(job, brought)
  } catch (error) {
    return { ...nothing, saved: `nothing saved: ${(error as Error).message}`, isTrouble: true }
  }
}

/** When the time is over; 0 is no limit. */
const timeOver = (limitMs: number): number => performance.now() + (limitMs || 24 * 3_600_000)

function namespaceOf({ build }: Inputs): string {
  return argsOf(build['build-args'], {}).BUILDKIT_CACHE_MOUNT_NS ?? ''
}

function dockerfileInputs({ build, env }: Inputs, { platform = '' }: Builder): DockerfileInputs {
  const platforms = build.platforms.length > 0 ? build.platforms : [env.DOCKER_DEFAULT_PLATFORM || platform]
  return {
    args: argsOf(build['build-args'], env),
    target: build.target,
    platforms,
    buildPlatform: platform,
    contexts: build['build-contexts'].map((it) => it.replace(/=.*$/s, '').toLowerCase()),
  }
}

/** `NAME=value`, or `NAME` alone for a variable of the environment. */
function argsOf(given: readonly string[], env: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    given.flatMap((arg) => {
      const equals = arg.indexOf('=')
      if (equals > 0) return [[arg.slice(0, equals), arg.slice(equals + 1)]]
      const value = env[arg]
      return value === undefined ? [] : [[arg, value]]
    }),
  )
}
