import { shortReasons, whyShort } from '../../src/buildkit/error-messages.ts'
import type { Row } from './rows.ts'
import { bucketSpec, caches } from './stores.ts'
import type { World } from './world.ts'

type Reason = {
  /** The message for the user. */
  words: string
  /** Whose error it is. */
  of: string
  only?: Row['only']
  /** The --cache-from whose error it is, or the --cache-to. */
  from?: (world: World) => Promise<string> | string
  to?: (world: World) => Promise<string> | string
}

const registryAt = (host: string): string => `type=registry,ref=${host}/cache:main`
const answering = (world: World, status: number): Promise<string> =>
  world.answering(() => ({ status })).then(registryAt)
const s3With = (world: World, keyId: string, key: string, bucket = world.bucket.bucket): string =>
  `${bucketSpec(world, bucket)},access_key_id=${keyId},secret_access_key=${key}`

const reasons: Reason[] = [
  {
    words: 'connection refused',
    of: 'registry',
    from: ({ dead }) => registryAt(dead),
  },
  {
    words: 'its host name is unknown (no such host)',
    of: 'registry',
    from: () => registryAt('nothing.invalid:5000'),
  },
  { words: 'not logged in, or no permission (401)', of: 'registry', from: (world) => answering(world, 401) },
  { words: 'access is denied', of: 'registry', from: (world) => answering(world, 403) },
  {
    words: 'the store returned "too many requests" (429)',
    of: 'registry',
    from: (world) => answering(world, 429),
  },
  {
    words: 'the bucket does not exist',
    of: 's3',
    to: (world) => `${s3With(world, world.bucket.keyId, world.bucket.key, 'nothing-there')},mode=max`,
  },
  {
    words: 'the credentials are wrong',
    of: 's3',
    from: (world) => s3With(world, world.bucket.keyId, 'wrong'),
  },
  {
    words: 'access is denied',
    of: 'azblob',
    only: 'newest',
    from: (world) => caches.azblob(world).from.replace(/secret_access_key=.*/, 'secret_access_key=QUFBQQ=='),
  },
  // 0.11 asks without any.
  {
    words: 'no credentials are configured for it',
    of: 's3',
    only: 'newest',
    from: (world) => bucketSpec(world),
  },
  {
    words: 'the builder does not support this type of cache',
    of: 'unknown type',
    from: () => 'type=nothing',
  },
]

const provoked = reasons.map(
  ({ words, of, only, from, to }): Row => ({
    name: `reason "${words}" (${of})`,
    usedBy: 'src/buildkit/error-messages.ts',
    ...(only ? { only } : {}),
    provoke: async (world) => {
      const args = from ? ['--cache-from', await from(world)] : ['--cache-to', (await to?.(world)) ?? '']
      const { log } = await world.build({ args })
      // The words of an error may go on for lines; buildx repeats failed steps between lines of six dashes.
      const found = log.matchAll(/^(?:#\d+ )?ERROR: (.*?)(?=\n#|\n-{6}\n|\n*(?![\s\S]))/gms)
      const errors = [...found].map(([, error = '']) => error)
      return {
        holds: errors.some((error) => whyShort(error) === words),
        seen: errors.join('\n') || log.slice(-400),
      }
    },
  }),
)

/** The others need a service, a full disk or a certificate of the real kind; the unit tests have their words as they were seen. */
const others = shortReasons
  .filter((words) => !reasons.some((it) => it.words === words))
  .map((words) => ({
    name: `reason "${words}"`,
    usedBy: 'src/buildkit/error-messages.ts',
    unprovoked: 'its words are kept in __tests__/buildkit/error-messages.test.ts',
  }))

/** Why a cache was not read or not written, as the report says it. */
export const reasonRows: Row[] = [...provoked, ...others]
