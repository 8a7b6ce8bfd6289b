import fastify, { type FastifyInstance } from 'fastify'
import { greeting } from './greeting.ts'

export function makeServer(): FastifyInstance {
  const server = fastify()
  server.get<{ Params: { name: string } }>('/:name', async ({ params }) => greeting(params.name))
  return server
}
