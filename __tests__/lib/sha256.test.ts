import { expect, test } from '@jest/globals'
import { digestOf, sha256 } from '../../src/lib/sha256.ts'

// FIPS 180-2, appendix B, and the hash of nothing.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('the SHA-256 of %j, as text and as bytes', (text, hash) => {
  expect(sha256(text)).toBe(hash)
  expect(sha256(Buffer.from(text))).toBe(hash)
  expect(digestOf(text)).toBe(`sha256:${hash}`)
})
