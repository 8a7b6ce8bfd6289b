import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { bin, type Part, partDirectory, startPart } from './part.ts'

/** A wire to a server that can be broken while connections are open on it. */
export type Wire = {
  /** host:port of its near end */
  host: string
  /** `toxic`: the type and the attributes, as toxiproxy's API names them; `stream`: what it befalls. */
  poison: (
    toxic: string,
    attributes?: Record<string, number>,
    stream?: 'upstream' | 'downstream',
  ) => Promise<void>
  /** Stops listening, and closes all connections. */
  cut: () => Promise<void>
  /**
   * Restores the initial state. Open connections are closed, since their data is lost and a peer would wait for it
   * forever.
   */
  mend: () => Promise<void>
}

export type Toxiproxy = Part & { wire: (name: string, to: string) => Promise<Wire> }

/** A proxy of TCP connections on loopback. */
export async function startToxiproxy(): Promise<Toxiproxy> {
  const directory = partDirectory('toxiproxy')
  const port = await freePort()
  const api = `http://127.0.0.1:${port}`
  const part = await startPart(
    {
      name: 'toxiproxy',
      directory,
      command: [join(bin, 'toxiproxy'), '-host', '127.0.0.1', '-port', String(port)],
    },
    () =>
      fetch(`${api}/version`).then(
        () => true,
        () => undefined,
      ),
  )
  const ask = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(api + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`toxiproxy: ${method} ${path}: ${answer.status} ${text}`)
    return text === '' ? {} : JSON.parse(text)
  }
  return {
    ...part,
    wire: async (name, to) => {
      const { listen } = await ask('POST', '/proxies', {
        name,
        listen: '127.0.0.1:0',
        upstream: to,
        enabled: true,
      })
      const host = String(listen)
      const enable = (enabled: boolean) =>
        ask('POST', `/proxies/${name}`, { listen: host, upstream: to, enabled })
      return {
        host,
        poison: async (type, attributes = {}, stream = 'downstream') => {
          await ask('POST', `/proxies/${name}/toxics`, {
            name: `${type}_${stream}`,
            type,
            stream,
            attributes,
          })
        },
        cut: async () => {
          await enable(false)
        },
        mend: async () => {
          await enable(false)
          const toxics = (await ask('GET', `/proxies/${name}/toxics`)) as unknown as { name: string }[]
          for (const toxic of toxics) {
            await fetch(`${api}/proxies/${name}/toxics/${toxic.name}`, { method: 'DELETE' })
          }
          await enable(true)
        },
      }
    },
  }
}
