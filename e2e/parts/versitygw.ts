import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { bin, type Part, partDirectory, startPart } from './part.ts'

/** An S3 on loopback: a bucket is a folder, an object a file. */
export type Bucket = Part & {
  url: string
  bucket: string
  region: string
  keyId: string
  key: string
  /** The names of the objects below a prefix, and the hash of what each holds. */
  objects: (prefix?: string) => Record<string, string>
  read: (name: string) => string
}

export async function startVersitygw({ bucket = 'ci-cache', region = 'eu-west-3' } = {}): Promise<Bucket> {
  const directory = partDirectory('s3')
  const data = join(directory, 'data')
  mkdirSync(join(data, bucket), { recursive: true })
  // New each time, so that a search for them finds no other test's; with all characters of real ones.
  const keyId = `AKIA${randomBytes(8).toString('hex').toUpperCase()}`
  const key = `${randomBytes(9).toString('hex')}/+=${randomBytes(9).toString('hex')}`
  const address = `127.0.0.1:${await freePort()}`
  const part = await startPart(
    {
      name: 'versitygw',
      directory,
      command: [join(bin, 'versitygw'), '--port', address, '--region', region, '--quiet', 'posix', data],
      env: { ROOT_ACCESS_KEY: keyId, ROOT_SECRET_KEY: key },
    },
    () =>
      fetch(`http://${address}/`).then(
        () => true,
        () => undefined,
      ),
  )
  const read = (name: string): string => readFileSync(join(data, bucket, name), 'utf8')
  return {
    ...part,
    url: `http://${address}`,
    bucket,
    region,
    keyId,
    key,
    read,
    objects: (prefix = '') => {
      const names = readdirSync(join(data, bucket), { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name).slice(join(data, bucket).length + 1))
        .filter((name) => name.startsWith(prefix))
      return Object.fromEntries(names.sort().map((name) => [name, sha256(read(name))]))
    },
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
