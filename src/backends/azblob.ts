import { posix } from 'node:path'
import { withoutTrailingSlashes } from '../lib/trailing-slashes.ts'
import { attributeOr, type Backend, nameIn } from './backend.ts'
import { exporter } from './exporter-attributes.ts'
import { httpUrl, plainName, text, type ValueType } from './value-types.ts'

/** BuildKit cleans what it joins: `a/../b` would be `b`. */
const cleanPath: ValueType = {
  words: 'a path without empty parts, "." or ".."',
  check: (value) =>
    /(^|\/)(\.{0,2})(\/|$)/.test(value.replace(/\/$/, ''))
      ? 'is not a path without empty parts, "." or ".."'
      : undefined,
}

const containerName: ValueType = {
  words: 'a container name: 3 to 63 of a-z, 0-9 and single "-"',
  check: (value) =>
    /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
      ? undefined
      : 'is not a container name: 3 to 63 of a-z, 0-9 and single "-"',
}

/**
 * Azure Blob Storage: the key is the name of the manifest. Attributes: buildkit cache/remotecache/azblob/utils.go.
 * buildx adds no credentials here, and BuildKit's server reads its own variables, so the action writes them into the
 * attributes.
 */
export const azblob: Backend = {
  type: 'azblob',
  attributes: {
    account_url: {
      side: 'both',
      kind: httpUrl,
      required: true,
      readsEnv: 'BUILDKIT_AZURE_STORAGE_ACCOUNT_URL',
      about: 'for instance `https://account.blob.core.windows.net`',
    },
    account_name: {
      side: 'both',
      kind: text,
      builtin: 'the first label of the host',
      readsEnv: 'BUILDKIT_AZURE_STORAGE_ACCOUNT_NAME',
      since: 'BuildKit 0.12',
      about: 'the storage account',
    },
    container: {
      side: 'both',
      kind: containerName,
      builtin: 'buildkit-cache',
      readsEnv: 'BUILDKIT_AZURE_STORAGE_CONTAINER',
      about: 'the container; BuildKit creates it if it is missing',
    },
    name: { side: 'both', kind: plainName, about: 'the cache name' },
    prefix: {
      side: 'both',
      kind: cleanPath,
      readsEnv: 'BUILDKIT_AZURE_STORAGE_PREFIX',
      about: 'the folder of all names',
    },
    blobs_prefix: { side: 'both', kind: cleanPath, builtin: 'blobs', about: 'the folder of the layers' },
    manifests_prefix: {
      side: 'both',
      kind: cleanPath,
      builtin: 'manifests',
      about: 'the folder of the manifests',
    },
    secret_access_key: {
      side: 'both',
      kind: text,
      secret: true,
      credential: true,
      about: "the account's key; BuildKit accepts it only on the command line. See credentials",
    },
    ...exporter,
  },
  readName: nameIn('name'),
  exportTo: (given, keys) => [[...given, ['name', keys.join(';')]]],
  importFrom: (given, key) => [...given, ['name', key]],
  place: (given) => {
    const account = withoutTrailingSlashes(attributeOr(given, 'account_url', ''))
    const [prefix, manifests] = [
      attributeOr(given, 'prefix', ''),
      attributeOr(given, 'manifests_prefix', 'manifests'),
    ]
    const folder = posix.join(prefix, manifests).replace(/\/$/, '')
    return `azblob ${account} ${attributeOr(given, 'container', 'buildkit-cache')} ${folder}`
  },
}
