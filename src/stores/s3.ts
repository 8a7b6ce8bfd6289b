import { goBoolean } from '../buildx/go-boolean.ts'

/** Where BuildKit finds the manifest (cache/remotecache/s3/s3.go): prefixes are joined as plain text. */
export function objectUrl(attributes: Readonly<Record<string, string>>): string {
  const { bucket = '', name = '', prefix = '', manifests_prefix: manifests = 'manifests/' } = attributes
  const { region = '', endpoint_url: endpoint, use_path_style: style } = attributes
  const suffix = region.startsWith('cn-') ? '.cn' : ''
  const base = new URL(endpoint ?? `https://s3.${region}.amazonaws.com${suffix}`)
  // A bucket with a dot fits no certificate as a part of the host.
  const inPath = endpoint === undefined ? bucket.includes('.') : goBoolean(style) === true
  if (!inPath) base.host = `${bucket}.${base.host}`
  const key = `${prefix}${manifests}${name}`.split('/').map(encodeURIComponent).join('/')
  return `${base.href.replace(/\/+$/, '')}/${inPath ? `${bucket}/` : ''}${key}`
}
