import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin } from '../e2e/parts/part.ts'

// What a package manager on this machine knows and one in a build step has to be told.

/**
 * The lines of an npmrc that say where packages come from. No credentials: a value that holds some is left out,
 * since it would end up in an image.
 */
export function npmSettings(): string {
  return ['registry', 'proxy', 'https-proxy', 'noproxy', 'strict-ssl']
    .map((name) => [name, npmConfig(name)] as const)
    .filter(([, value]) => !['', 'null', 'undefined'].includes(value) && !/\/\/[^/]*@/.test(value))
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

/** Asked of the machine's own npm, which finds the machine's settings; ours if it has none. */
function npmConfig(name: string): string {
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'))
  const own = path.map((folder) => join(folder, 'npm')).find((file) => existsSync(file))
  const command = own ? [own] : [process.execPath, join(bin, 'npm-cli')]
  try {
    return execFileSync(command[0] as string, [...command.slice(1), 'config', 'get', name], {
      // Not in this repository, whose settings are no machine's.
      cwd: tmpdir(),
      env: { ...process.env, PATH: path.join(':') },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    }).trim()
  } catch {
    return ''
  }
}

/** The file of the certificate authorities that this machine trusts; a company's own may be among them. */
export function certificates(): string | undefined {
  return [
    process.env.NODE_EXTRA_CA_CERTS,
    process.env.SSL_CERT_FILE,
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/cert.pem',
  ].find((file) => file && existsSync(file))
}
