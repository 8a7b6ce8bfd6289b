import { expect, test } from '@jest/globals'
import { namesLoopback } from '../../src/lib/loopback.ts'

test.each([
  ['localhost:5000/app/cache:main', true],
  ['localhost/app', true],
  ['LOCALHOST:5000/app', true],
  ['127.0.0.1:5000/app', true],
  ['[::1]:5000/app', true],
  ['http://localhost:9000', true],
  ['https://127.0.0.1', true],
  ['type=registry,ref=localhost:5000/app:main', true],
  ['type=s3,region=r,"endpoint_url=http://localhost:9000",bucket=b', true],
  ['type=image,"name=a/b,localhost:5000/c",push=true', true],
  ['base=docker-image://localhost:5000/base', true],
  ['', false],
  ['ghcr.io/octo/localhost:5000', false],
  ['ghcr.io/octo/app:localhost', false],
  ['ghcr.io/octo/app:127.0.0.1', false],
  ['localhost.example.com/app', false],
  ['localhosts:5000/app', false],
  ['https://example.com/localhost', false],
  ['1127.0.0.1:5000/app', false],
  ['127.0.0.1.example.com/app', false],
  ['10.0.0.5:5000/app', false],
])('%j: %s', (text, is) => {
  expect(namesLoopback(['ghcr.io/octo/app', text])).toBe(is)
})
