import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, ask } from './azure-signature.ts'
import { bin, type Part, partDirectory, startPart } from './part.ts'
import { sha256 } from './versitygw.ts'

/** Azure Blob Storage on loopback, with an account of our own. */
export type Azurite = Part & {
  account: Account
  createContainer: (name: string) => Promise<void>
  /** The names of a container's blobs and the hash of what each holds; nothing where there is no container. */
  blobs: (container: string) => Promise<Record<string, string>>
  containers: () => Promise<string[]>
  read: (container: string, blob: string) => Promise<string>
}

/** `name`: of the account. */
export async function startAzurite(name = 'exampleaccount'): Promise<Azurite> {
  const directory = partDirectory('azure')
  const key = randomBytes(32).toString('base64')
  const part = await startPart(
    {
      name: 'Azurite',
      directory,
      command: [
        process.execPath,
        realpathSync(join(bin, 'azurite-blob')),
        ...['--blobHost', '127.0.0.1', '--blobPort', '0', '--inMemoryPersistence', '--silent'],
        ...['--skipApiVersionCheck', '--disableTelemetry'],
      ],
      env: { AZURITE_ACCOUNTS: `${name}:${key}` },
    },
    // It says which port the system gave it.
    async (log) => /listens on (http:\S+)/.exec(log)?.[1],
  )
  const account: Account = { name, key, url: `${part.ready}/${name}` }
  const read = async (container: string, blob: string): Promise<string> =>
    (await ok(ask(account, 'GET', `/${container}/${blob}`))).text()
  return {
    ...part,
    account,
    createContainer: async (container) => {
      await ok(ask(account, 'PUT', `/${container}`, { restype: 'container' }))
    },
    blobs: async (container) => {
      const answer = await ask(account, 'GET', `/${container}`, { restype: 'container', comp: 'list' })
      const names = answer.status === 404 ? [] : namesIn(await (await ok(answer)).text())
      const hashes = names.map(async (blob) => [blob, sha256(await read(container, blob))] as const)
      return Object.fromEntries(await Promise.all(hashes))
    },
    containers: async () => namesIn(await (await ok(ask(account, 'GET', '/', { comp: 'list' }))).text()),
    read,
  }
}

/** The names in an answer of XML; those that caches are given hold nothing that XML escapes. */
function namesIn(xml: string): string[] {
  return [...xml.matchAll(/<Name>([^<]*)<\/Name>/g)].map((match) => match[1] as string).sort()
}

async function ok(pending: Promise<Response> | Response): Promise<Response> {
  const answer = await pending
  if (answer.ok) return answer
  throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`)
}
