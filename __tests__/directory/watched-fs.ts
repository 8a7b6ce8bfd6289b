// Node's file system, each call of which can be seen and refused. Import it before anything that uses node:fs, and
// the rest dynamically after it.
import type * as FileSystem from 'node:fs'

const real = process.getBuiltinModule('node:fs') as typeof FileSystem

/** The functions as Node has them: what a test does itself is not watched. */
export const fs: typeof FileSystem = { ...real }

/** Sees a call before it is made; what it throws, the caller gets. */
export type Watch = (name: string, paths: readonly string[]) => void

let watch: Watch | undefined

for (const [name, given] of Object.entries(real)) {
  if (typeof given !== 'function' || /^[A-Z_]|[wW]atch|Stream$/.test(name)) continue
  const original = given as (...args: unknown[]) => unknown
  Object.assign(real, {
    [name]: Object.assign((...args: unknown[]) => {
      watch?.(
        name,
        args.slice(0, 2).filter((it): it is string => typeof it === 'string'),
      )
      return original(...args)
    }, original),
  })
}

/** Does something under watch. */
export async function watched<T>(by: Watch, work: () => Promise<T>): Promise<T> {
  watch = by
  try {
    return await work()
  } finally {
    watch = undefined
  }
}

/** What the system says when it refuses a call. */
export function refusal(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: refused, ${syscall}`), { code, syscall })
}
