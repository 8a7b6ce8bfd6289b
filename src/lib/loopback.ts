const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])([:/]|$)/i

/**
 * Whether one of some image references, URLs, and CSV lines of them names a service on this machine, as those of
 * `services:` with a port are. A builder in a container has a loopback of its own.
 */
export function namesLoopback(texts: readonly string[]): boolean {
  return texts.flatMap((text) => text.split(/[,="\s]|:\/\//)).some((part) => LOOPBACK.test(part))
}
