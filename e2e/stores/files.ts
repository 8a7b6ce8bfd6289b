import { type Contents, layersOf, sortedOnce } from './store.ts'

/** The two folders of a store whose objects have names: manifests by scope, layers by digest. */
export type Layout = { manifests: string; blobs: string }

/** Names and hashes of objects -> what they are. */
export async function readFiles(
  objects: Record<string, string>,
  { manifests, blobs }: Layout,
  read: (name: string) => string | Promise<string>,
): Promise<Contents> {
  const names = Object.keys(objects)
  const manifestNames = names.filter((name) => name.startsWith(manifests))
  const blobNames = names.filter((name) => name.startsWith(`${blobs}sha256:`))
  const needed = await Promise.all(manifestNames.map(async (name) => layersOf(await read(name))))
  return {
    scopes: Object.fromEntries(
      manifestNames.map((name) => [name.slice(manifests.length), objects[name] as string]),
    ),
    blobs: blobNames.map((name) => name.slice(blobs.length)).sort(),
    needed: sortedOnce(needed.flat()),
    others: names.filter((name) => !manifestNames.includes(name) && !blobNames.includes(name)),
  }
}
