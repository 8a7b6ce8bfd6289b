import assert from 'node:assert/strict'
import { test } from 'node:test'
import { greeting } from './greeting.ts'
import { makeServer } from './routes.ts'

test('a guest is greeted by name', () => {
  assert.match(greeting(' Ada '), /\bAda!$/)
})

test('a guest without a name is greeted too', () => {
  assert.match(greeting(''), /stranger/)
})

test('the server greets', async () => {
  const answer = await makeServer().inject('/Ada')
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.body, greeting('Ada'))
})
