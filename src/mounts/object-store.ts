import { openAsBlob } from 'node:fs'
import type { NamedAttributes } from '../backends/backend.ts'
import { sha256 } from '../lib/sha256.ts'
import { useProxies } from '../runner/proxies.ts'
import { sendRequest, unreachable } from '../runner/request.ts'
import { signBlob } from '../stores/azblob.ts'
import { decompressInto } from './archive-file.ts'
import { firstFound, type MountStore, nameOfMounts, type StoredMounts } from './store.ts'

/** A signed request to an object; undefined without credentials. */
export type SignRequest = (
  name: string,
  method: 'HEAD' | 'GET' | 'PUT',
  more: { headers: Record<string, string>; size: number; hash: string },
) => Promise<{ url: URL | string; headers: Headers | Record<string, string> }>

const NOTHING = sha256('')

/**
 * An object store: the archive is one object, next to the cache's manifests; its metadata has the fingerprint of its
 * content.
 */
function objectStore(
  name: string,
  metadata: string,
  sign: SignRequest,
  env: Record<string, string>,
): MountStore {
  const send = async (
    method: 'HEAD' | 'GET' | 'PUT',
    key: string,
    signal: AbortSignal,
    body?: { blob: Blob; hash: string; headers: Record<string, string> },
  ): Promise<Response> => {
    useProxies(env)
    const object = nameOfMounts(key)
    const more = { headers: body?.headers ?? {}, size: body?.blob.size ?? 0, hash: body?.hash ?? NOTHING }
    const { url, headers } = await sign(object, method, more)
    try {
      return await sendRequest(url, {
        method,
        headers,
        shown: new URL(url).pathname,
        signal,
        ...(body ? { body: body.blob } : {}),
      })
    } catch (error) {
      throw unreachable('the store', error)
    }
  }
  const find = async (key: string, signal: AbortSignal): Promise<StoredMounts | undefined> => {
    const answer = await send('HEAD', key, signal)
    if (answer.status === 404) return undefined
    // S3 returns this for a missing object if the keys do not permit listing.
    if (answer.status === 403 && name === 's3') return undefined
    if (!answer.ok) throw new Error(`the store answered ${answer.status}`)
    const fingerprint = answer.headers.get(metadata) ?? ''
    return {
      key,
      fingerprint: /^[0-9a-f]{32}$/.test(fingerprint) ? fingerprint : '',
      fetch: async (into) => {
        const found = await send('GET', key, into.signal)
        if (!found.ok || !found.body) throw new Error(`the store answered ${found.status}`)
        return decompressInto(into, found.body)
      },
    }
  }
  return {
    name,
    isOnGithub: false,
    find: (keys, signal) => firstFound(keys.map((key) => find(key, signal))),
    save: async ({ key, fingerprint, pack, signal }) => {
      const { file, size, hash } = await pack()
      const headers = { 'content-type': 'application/octet-stream', [metadata]: fingerprint }
      const answer = await send('PUT', key, signal, { blob: await openAsBlob(file), hash, headers })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the store answered ${answer.status}`)
      return size
    },
  }
}

/** S3: with the keys in the environment. */
export function s3MountStore(given: NamedAttributes, env: Record<string, string>): MountStore {
  const sign: SignRequest = async (name, method, { headers, hash }) => {
    const { signObject } = await import('../stores/s3.ts')
    const signed = await signObject({ ...given, name }, env, { method, headers, hash })
    if (!signed) throw new Error('no AWS keys are set in the environment')
    return signed
  }
  return objectStore('s3', 'x-amz-meta-fingerprint', sign, env)
}

/** Azure: with the account's key from the cache spec. */
export function azblobMountStore(given: NamedAttributes, env: Record<string, string>): MountStore {
  const sign: SignRequest = async (name, method, { headers, size }) => {
    const signed = signBlob({ ...given, name }, { method, headers, length: size })
    if (!signed) throw new Error('secret_access_key is not set')
    return signed
  }
  return objectStore('azblob', 'x-ms-meta-fingerprint', sign, env)
}
