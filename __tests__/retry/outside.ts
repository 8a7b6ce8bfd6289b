import type { Builder } from '../../src/buildx/builder.ts'
import type { Completed } from '../../src/buildx/run.ts'
import { type Entries, flagOf } from '../../src/plan/entries.ts'
import type { Effects, Surely } from '../../src/retry/fallback-types.ts'
import type { Sign } from '../../src/stores/health-check.ts'

/** What a process that is started as `stream` starts it does with what it gets. */
export type Start = Effects['stream']

export type Fake = {
  /** Runs buildx build; the tests that start none leave it out. */
  stream?: Start
  /** Answers a question to docker: its stdout, or undefined where it fails. */
  answer?: (args: readonly string[]) => string | undefined
  sign?: (url: string) => Sign | Promise<Sign>
}

export type Asked = {
  outside: Effects
  /** Each question to docker, as it would be typed after `docker`. */
  questions: string[]
  /** Each URL that was asked for a sign of life, with whether the builder counted as elsewhere. */
  urls: [url: string, isElsewhere: boolean][]
}

/** Stands in for processes and stores, and notes what is asked of them. */
export function fakeOutside({ stream, answer = () => '', sign = () => 'unknown' }: Fake): Asked {
  const questions: string[] = []
  const urls: Asked['urls'] = []
  const outside: Effects = {
    stream: stream ?? (() => Promise.reject(new Error('no build is expected'))),
    query: async ({ prefix }, args): Promise<Completed> => {
      questions.push([...prefix, ...args].join(' '))
      const stdout = answer(args)
      return { exitCode: stdout === undefined ? 1 : 0, stdout: stdout ?? '', stderr: '', isLate: false }
    },
    signOfLife: async (url, { isElsewhere }) => {
      urls.push([url, isElsewhere])
      return sign(url)
    },
  }
  return { outside, questions, urls }
}

/** The builder that docker/setup-buildx-action makes for one job. */
export const own: Builder = {
  name: 'builder-01234567-89ab-cdef-0123-456789abcdef',
  driver: 'docker-container',
  buildx: '0.37.2',
  buildkits: ['v0.33.1'],
  nodes: ['n0'],
  endpoints: ['unix:///var/run/docker.sock'],
  containerdStore: false,
}

export const remote: Builder = { ...own, name: 'far', driver: 'remote', endpoints: ['tcp://10.0.0.1:1234'] }

/** A build of these caches; its command names them, one an argument, as `from …` and `to …`. */
export function surelyWith(entries: Entries, outside: Effects, more: Partial<Surely> = {}): Surely {
  return {
    buildx: { program: 'docker', prefix: ['buildx'] },
    builder: own,
    entries,
    lost: [],
    env: {},
    timeout: 3_000,
    say: () => {},
    outside,
    commandOf: ({ from, to }, noCache) => ({
      args: [
        ...from.map((it) => `from ${flagOf(it)}`),
        ...to.map((it) => `to ${flagOf(it)}`),
        ...(noCache ? ['no-cache'] : []),
      ],
      env: {},
      secrets: [],
      isCheck: false,
      builder: '',
      nodes: 1,
      withImports: false,
      files: { imageIdFile: '/nowhere/image-id', metadataFile: '/nowhere/metadata' },
    }),
    ...more,
  }
}
