import { expect, test } from '@jest/globals'
import { markText } from '../../src/marking/mark.ts'
import { markObject, type Send } from '../../src/marking/object.ts'

const config = '{"records":[{"digest":"sha256:r"},{"digest":"sha256:s","inputs":[[{"link":0}]]}]}'
const identity = { place: 's3 ci main', record: undefined }

/** A store that answers so; what was sent to it. */
function storeOf(...answers: Response[]): { send: Send; sent: unknown[] } {
  const sent: unknown[] = []
  const send: Send = async (method, more) => {
    sent.push(more ? [method, more] : method)
    return answers.shift() ?? new Response('', { status: 500 })
  }
  return { send, sent }
}

const found = (text = config, headers: Record<string, string> = { etag: '"1"' }) =>
  new Response(text, { headers: { 'content-type': 'text/x', ...headers } })

test('it is replaced as it was read', async () => {
  const { send, sent } = storeOf(found(), new Response('', { status: 201 }))
  expect(await markObject(send, identity)).toBe(true)
  const headers = { 'content-type': 'text/x', 'if-match': '"1"' }
  expect(sent).toEqual(['GET', ['PUT', { body: markText(config, identity), headers }]])
})

test.each<[string, string]>([
  ['is marked', markText(config, identity) ?? ''],
  ['is no config', 'no config'],
  ['is cut off', config.slice(0, -9)],
  ['is an index of manifests', '{"manifests":[{"digest":"sha256:m"}],"records":{}}'],
  ['is empty', ''],
])('what %s is not sent again', async (_, text) => {
  const { send, sent } = storeOf(found(text))
  expect(await markObject(send, identity)).toBe(false)
  expect(sent).toEqual(['GET'])
})

test('an answer that breaks off is none', async () => {
  const body = new ReadableStream({
    pull: (controller) => {
      controller.enqueue(Buffer.from(config.slice(0, -9)))
      controller.error(new Error('terminated'))
    },
  })
  const { send, sent } = storeOf(new Response(body, { headers: { etag: '"1"' } }))
  await expect(markObject(send, identity)).rejects.toThrow('terminated')
  expect(sent).toEqual(['GET'])
})

test.each<[string, Response[], string, number]>([
  ['not there', [new Response('', { status: 404 })], 'reading it returned 404', 1],
  ['written meanwhile', [found(), new Response('', { status: 412 })], 'writing it returned 412', 2],
  ['without an ETag', [found(config, {})], 'the store returns no ETag for it', 1],
  ['too large', [found('x'.repeat(1024 * 1024 + 1))], 'it is larger than what BuildKit can import', 1],
])('%s: it stays', async (_, answers, message, requests) => {
  const { send, sent } = storeOf(...answers)
  await expect(markObject(send, identity)).rejects.toThrow(message)
  expect(sent).toHaveLength(requests)
})
