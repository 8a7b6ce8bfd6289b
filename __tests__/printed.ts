import { jest } from '@jest/globals'

/** What is printed on stdout during some work. */
export async function printedDuring(work: () => unknown): Promise<string> {
  let log = ''
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += text
    return true
  })
  try {
    await work()
  } finally {
    write.mockRestore()
  }
  return log
}
