import { withoutTrailingSlashes } from '../lib/trailing-slashes.ts'
import { type Attributes, attribute, attributeOr, type Backend, nameIn } from './backend.ts'
import { compression, exporter } from './exporter-attributes.ts'
import { boolean, duration, httpUrl, integer, oneOf, plainName, text } from './value-types.ts'

/**
 * A bucket of S3 or its like: the key is the name of the manifest. Attributes: buildkit
 * cache/remotecache/s3/s3.go; buildx finds credentials in its own environment and files.
 */
export const s3: Backend = {
  type: 's3',
  attributes: {
    region: {
      side: 'both',
      kind: text,
      required: true,
      readsEnv: 'AWS_REGION',
      about: 'where the bucket is',
    },
    bucket: { side: 'both', kind: text, required: true, readsEnv: 'AWS_BUCKET', about: 'the bucket' },
    name: { side: 'both', kind: plainName, about: 'the cache name' },
    endpoint_url: { side: 'both', kind: httpUrl, about: 'for a service other than Amazon S3' },
    prefix: { side: 'both', kind: text, about: 'prefix of all names; a `/` is appended' },
    blobs_prefix: { side: 'both', kind: text, builtin: 'blobs/', about: 'prefix of the layers; likewise' },
    manifests_prefix: {
      side: 'both',
      kind: text,
      builtin: 'manifests/',
      about: 'prefix of the manifests; likewise',
    },
    use_path_style: {
      side: 'both',
      kind: boolean,
      builtin: 'false',
      about: 'the bucket is in the path, not in the host; with `endpoint_url`',
    },
    upload_parallelism: {
      side: 'export',
      kind: integer(1),
      builtin: '4',
      since: 'BuildKit 0.16',
      about: 'layers uploaded at a time',
    },
    touch_refresh: {
      side: 'export',
      kind: duration,
      builtin: '24h',
      about: 'the age at which an export that uses a layer renews its timestamp',
    },
    access_key_id: {
      side: 'both',
      kind: text,
      secret: true,
      credential: true,
      movesToEnv: 'AWS_ACCESS_KEY_ID',
      about: 'see credentials',
    },
    secret_access_key: {
      side: 'both',
      kind: text,
      secret: true,
      credential: true,
      movesToEnv: 'AWS_SECRET_ACCESS_KEY',
      about: 'see credentials',
    },
    session_token: {
      side: 'both',
      kind: text,
      secret: true,
      movesToEnv: 'AWS_SESSION_TOKEN',
      about: 'see credentials',
    },
    disable_accept_encoding: {
      side: 'both',
      kind: boolean,
      builtin: 'false',
      since: 'BuildKit 0.30',
      about: 'for Google Cloud Storage',
    },
    retry_mode: {
      side: 'both',
      kind: oneOf('standard', 'adaptive'),
      since: 'BuildKit 0.30',
      about: 'how the client retries',
    },
    retry_max_attempts: {
      side: 'both',
      kind: integer(1),
      builtin: '3',
      since: 'BuildKit 0.30',
      about: 'the number of attempts',
    },
    ...Object.fromEntries(
      // BuildKit would accept estargz and write gzip.
      Object.entries(compression('uncompressed', 'gzip', 'zstd')).map(([name, it]) => [
        name,
        { ...it, since: 'BuildKit 0.34' },
      ]),
    ),
    ...exporter,
  },
  readName: (given) => nameIn('name')(given.map(endInSlash)),
  // Each further name costs one small object; an import reads the first name only.
  exportTo: (given, keys) => [[...given, ['name', keys.join(';')]]],
  importFrom: (given, key) => [...given, ['name', key]],
  place: (given) => {
    const service = withoutTrailingSlashes(attributeOr(given, 'endpoint_url', ''))
    const folder = attributeOr(given, 'prefix', '') + attributeOr(given, 'manifests_prefix', 'manifests/')
    return `s3 ${service} ${attribute(given, 'bucket')} ${folder}`
  },
}

/** BuildKit prepends prefixes as plain text, so that `a` and `ab/c` could collide. */
function endInSlash([name, value]: Attributes[number]): Attributes[number] {
  return [name, /prefix$/.test(name) && !value.endsWith('/') ? `${value}/` : value]
}
