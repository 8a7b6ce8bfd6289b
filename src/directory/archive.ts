/**
 * The name of an archive of the action's own directory: keys contain no `#`, so no name is a prefix of another scope's.
 */
const PREFIX = 'buildx-branch-cache/'

/**
 * The prefix of the names of a scope's archives. It contains the repository (owner/name), since not every cache service
 * isolates repositories.
 */
export function archivesOf(repository: string, key: string): string {
  return `${PREFIX}${repository}/${key}#`
}

/**
 * The name of a new archive: it contains the run, since an archive cannot be overwritten, and a hash of its content.
 */
export function newArchive(repository: string, key: string, runName: string, digest: string): string {
  return `${archivesOf(repository, key)}${runName}-${digest.replace(/^sha256:/, '').slice(0, 12)}`
}

/** The key of an archive's scope. */
export function keyOfArchive(name: string): string {
  return name.replace(/#.*$/s, '').replace(/^.*\//s, '')
}
