import { expect, jest, test } from '@jest/globals'
import { stream } from '../../src/buildx/run.ts'

test('a letter that arrives in two pieces is read as one, and passed on byte by byte', async () => {
  const log: Uint8Array[] = []
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((bytes) => {
    log.push(bytes as Uint8Array)
    return true
  })
  const program = { program: process.execPath, prefix: ['-e'] }
  const script = `
    process.stdout.write(Buffer.from([0x6e, 0xc3]))
    setTimeout(() => process.stdout.write(Buffer.from([0xa9, 0x0a])), 200)`
  let read = ''
  try {
    const exitCode = await stream(program, [script], {}, (text) => {
      read += text
    })
    expect(exitCode).toBe(0)
  } finally {
    write.mockRestore()
  }
  expect(read).toBe('né\n')
  expect(Buffer.concat(log).toString()).toBe('né\n')
})
