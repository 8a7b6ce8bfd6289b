import type { Bucket } from '../parts/versitygw.ts'
import { readFiles } from './files.ts'
import type { Store } from './store.ts'

export function s3Store(bucket: Bucket, prefix: string): Store {
  const { url, region, keyId, key } = bucket
  const cache = `type=s3,region=${region},bucket=${bucket.bucket},prefix=${prefix},endpoint_url=${url},use_path_style=true`
  return {
    step: () => ({ inputs: { cache }, env: { AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: key } }),
    contents: () =>
      readFiles(
        bucket.objects(`${prefix}/`),
        { manifests: `${prefix}/manifests/`, blobs: `${prefix}/blobs/` },
        bucket.read,
      ),
  }
}
