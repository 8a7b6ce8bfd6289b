import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { send } from '../../src/marking/how.ts'

test('a redirect is not followed: nothing is sent to another host', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(307, { location: '/elsewhere' }).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    const { port } = server.address() as AddressInfo
    const given = { env: {}, signal: AbortSignal.timeout(10_000) }
    for (const method of ['GET', 'PUT']) {
      const sent = send(given, `http://127.0.0.1:${port}/config`, method, { authorization: 'signed' }, 'text')
      await expect(sent).rejects.toThrow()
    }
    expect(asked).toEqual(['GET /config', 'PUT /config'])
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
