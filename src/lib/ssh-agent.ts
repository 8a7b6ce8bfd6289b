import { statSync } from 'node:fs'
import { connect } from 'node:net'

// A local socket answers at once; if it does not, the build finds out.
const LIMIT = 1_000

const REQUEST_IDENTITIES = Buffer.from([0, 0, 0, 1, 11])
const IDENTITIES_ANSWER = 12

/**
 * The paths whose SSH agent has no key, or on which nobody listens: a step that mounts such an agent runs without a key
 * (draft-ietf-sshm-ssh-agent, "Requesting a list of keys"). An agent that does not answer in the protocol is not
 * included.
 */
export async function keylessAgents(paths: readonly string[]): Promise<string[]> {
  const sockets = [...new Set(paths)].filter(isSocket)
  const asked = await Promise.all(sockets.map(async (path) => ({ path, keys: await countKeys(path) })))
  return asked.flatMap(({ path, keys }) => (keys === 0 ? [path] : []))
}

function isSocket(path: string): boolean {
  try {
    return statSync(path).isSocket()
  } catch {
    return false
  }
}

/** How many keys an agent has; undefined if unknown. */
function countKeys(path: string): Promise<number | undefined> {
  const { promise, resolve } = Promise.withResolvers<number | undefined>()
  const socket = connect(path)
  const timer = setTimeout(() => end(undefined), LIMIT)
  const end = (keys: number | undefined): void => {
    clearTimeout(timer)
    socket.destroy()
    resolve(keys)
  }
  let answer = Buffer.alloc(0)
  socket.on('connect', () => socket.write(REQUEST_IDENTITIES))
  socket.on('data', (chunk) => {
    answer = Buffer.concat([answer, chunk])
    // Length, type, and the number of keys; the keys follow.
    if (answer.length >= 9) end(answer[4] === IDENTITIES_ANSWER ? answer.readUInt32BE(5) : undefined)
  })
  socket.on('end', () => end(undefined))
  socket.on('error', (error: NodeJS.ErrnoException) => end(error.code === 'ECONNREFUSED' ? 0 : undefined))
  return promise
}
