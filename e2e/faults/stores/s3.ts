import { join } from 'node:path'
import { freePort } from '../../parts/free-port.ts'
import { bin, type Part, partDirectory, startPart } from '../../parts/part.ts'
import type { Toxiproxy } from '../../parts/toxiproxy.ts'
import { type Bucket, startVersitygw } from '../../parts/versitygw.ts'
import { mountDisk } from '../disk.ts'
import { startFaultProxy } from '../fault-proxy.ts'
import { mortal } from '../mortal.ts'
import type { FaultyStore } from '../subject.ts'

export async function faultyS3(toxiproxy: Toxiproxy): Promise<FaultyStore> {
  const bucket = await startVersitygw()
  const disk = mountDisk(join(bucket.directory, 'data', bucket.bucket))
  const server = mortal<Part & { url: string }>(bucket, () => again(bucket))
  const proxy = await startFaultProxy(() => server.now().url)
  const wire = await toxiproxy.wire('s3', proxy.host)
  const { region, keyId, key } = bucket
  const cache = `type=s3,region=${region},bucket=${bucket.bucket},endpoint_url=http://${wire.host},use_path_style=true`
  return {
    name: 's3',
    step: { inputs: { cache }, env: { AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: key } },
    wire,
    proxy,
    disk,
    isIndex: ({ method, path }) => method === 'GET' && path.includes('/manifests/'),
    isLayer: ({ method, path }) => method === 'GET' && path.includes('/blobs/'),
    isWrite: ({ method }) => method === 'PUT',
    refusal: (status, message) => ({
      status,
      body: `<Error><Code>${status === 507 ? 'QuotaExceeded' : 'AccessDenied'}</Code><Message>${message}</Message></Error>`,
      headers: { 'content-type': 'application/xml' },
    }),
    kill: server.kill,
    mend: async () => {
      proxy.setRule(undefined)
      disk.mend()
      await server.revive()
      await wire.mend()
    },
    stop: async () => {
      await proxy.stop()
      await server.stop()
    },
  }
}

/** Another process on the same files. */
async function again({ directory, region, keyId, key }: Bucket): Promise<Part & { url: string }> {
  const address = `127.0.0.1:${await freePort()}`
  const url = `http://${address}`
  const data = join(directory, 'data')
  const part = await startPart(
    {
      name: 'versitygw',
      directory: partDirectory('s3'),
      command: [join(bin, 'versitygw'), '--port', address, '--region', region, '--quiet', 'posix', data],
      env: { ROOT_ACCESS_KEY: keyId, ROOT_SECRET_KEY: key },
    },
    () =>
      fetch(url).then(
        () => true,
        () => undefined,
      ),
  )
  return { ...part, url }
}
