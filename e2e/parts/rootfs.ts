import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A root file system of programs of this machine and the libraries that they load: what a base image is, where
 * there is no hub to pull one from. `programs` are names on PATH, for /bin, or where one goes and its file here;
 * a name that is not on PATH is left out.
 */
export function makeRootfs(root: string, programs: readonly (string | [to: string, file: string])[]): void {
  for (const folder of ['bin', 'etc', 'root', 'tmp', 'usr', 'var/tmp']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  symlinkSync('../bin', join(root, 'usr/bin'))
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n')
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\n')
  writeFileSync(join(root, 'etc/nsswitch.conf'), 'hosts: files dns\n')
  for (const program of programs) {
    const [to, file] = typeof program === 'string' ? [`bin/${program}`, onPath(program)] : program
    if (file === undefined) continue
    copy(file, join(root, to))
    for (const library of librariesOf(file)) copy(library, join(root, library))
  }
}

function copy(from: string, to: string): void {
  if (existsSync(to)) return
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(realpathSync(from), to)
}

function onPath(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file))
}

/** What the dynamic linker would load; nothing for a static program. */
function librariesOf(file: string): string[] {
  const { stdout } = spawnSync('ldd', [realpathSync(file)], { encoding: 'utf8' })
  const libraries = [...stdout.matchAll(/(?:=> )?(\/\S+) \(0x/g)].map((match) => match[1] as string)
  const libc = libraries.find((library) => /\/libc\.so/.test(library))
  // Names are looked up by libraries that are loaded by name (before glibc 2.34).
  const lookUp = libc ? ['libnss_files.so.2', 'libnss_dns.so.2', 'libresolv.so.2'] : []
  return [
    ...libraries,
    ...lookUp.map((name) => join(dirname(libc ?? ''), name)).filter((it) => existsSync(it)),
  ]
}

/** The tree as a tar whose bytes depend on nothing but its content. */
export function tarRootfs(root: string, tar: string): void {
  const same = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner']
  execFileSync('tar', [...same, '-C', root, '-cf', tar, '.'])
}
