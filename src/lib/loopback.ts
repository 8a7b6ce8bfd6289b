const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])([:/]|$)/i

/**
 * Whether any of these image references, URLs or CSV lines names a service on this machine, such as those of
 * `services:` with a port. A builder in a container has its own loopback.
 */
export function namesLoopback(texts: readonly string[]): boolean {
  return texts.flatMap((text) => text.split(/[,="\s]|:\/\//)).some((part) => LOOPBACK.test(part))
}
