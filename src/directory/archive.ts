/** How an archive of our own directory is called: a key holds no `#`, so that no name begins like another's. */
const PREFIX = 'buildx-branch-cache/'

/**
 * What the names of all archives of a scope begin with. The repository (owner/name) is in it: not every cache service
 * keeps repositories apart.
 */
export function archivesOf(repository: string, key: string): string {
  return `${PREFIX}${repository}/${key}#`
}

/** The name of a new archive: the run's, since an archive is never written again, and its content's. */
export function newArchive(repository: string, key: string, runName: string, digest: string): string {
  return `${archivesOf(repository, key)}${runName}-${digest.replace(/^sha256:/, '').slice(0, 12)}`
}

/** The key of the scope that an archive is of. */
export function keyOfArchive(name: string): string {
  return name.replace(/#.*$/s, '').replace(/^.*\//s, '')
}
