/** An address without its trailing slashes, so that a path can be appended with a `/`. */
export function withoutTrailingSlashes(url: string): string {
  let end = url.length
  while (url[end - 1] === '/') end--
  return url.slice(0, end)
}
