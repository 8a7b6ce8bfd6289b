import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Layer, makeLayer, pushImage } from '../e2e/parts/image.ts'
import { bin } from '../e2e/parts/part.ts'
import { makeRootfs, tarRootfs } from '../e2e/parts/rootfs.ts'
import { certificates, npmSettings } from './machine-settings.ts'

// What stands in for node:24-slim where no hub can be reached: a shell and its tools from this machine, with the
// libraries they load, our Node 24, and npm. The demo runs on the same Node, so what that needs is here.
const shell = `sh env cat cp ls mv rm mkdir ln chmod touch pwd id date uname head tail sort wc tr cut sleep
  dirname basename true false test expr grep sed find xargs`.split(/\s+/)

const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt'

/** Pushes the base image to the registry, made now or kept from an earlier time. Returns its name. */
export async function pushBaseImage(host: string, say: (line: string) => void): Promise<string> {
  const npm = dirname(dirname(realpathSync(join(bin, 'npm-cli'))))
  const npmrc = npmSettings()
  const bundle = certificates()
  const inputs = [
    ...[import.meta.filename, join(import.meta.dirname, '../e2e/parts/rootfs.ts')].map((it) =>
      readFileSync(it),
    ),
    ...[process.version, npm, npmrc, bundle === undefined ? '' : readFileSync(bundle)],
  ]
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(input).update('\0')
  const home = join(cacheFolder(), `base-${hash.digest('hex').slice(0, 12)}`)
  if (!existsSync(home)) {
    say('making a base image of this machine’s shell, Node 24 and npm (once; kept for the next time)')
    await make(home, npm, npmrc, bundle)
  }
  const layer: Layer = {
    ...JSON.parse(readFileSync(join(home, 'layer.json'), 'utf8')),
    file: join(home, 'layer'),
  }
  await pushImage(host, 'base', 'node', layer, {
    Env: ['PATH=/usr/local/bin:/bin', ...(bundle ? [`NODE_EXTRA_CA_CERTS=${CERTIFICATES}`] : [])],
    Cmd: ['node'],
  })
  return `${host}/base:node`
}

/** In a folder beside it, renamed when done: it is whole or not there. */
async function make(home: string, npm: string, npmrc: string, bundle: string | undefined): Promise<void> {
  mkdirSync(cacheFolder(), { recursive: true })
  for (const old of readdirSync(cacheFolder()).filter((name) => /^base-[0-9a-f]{12}$/.test(name))) {
    rmSync(join(cacheFolder(), old), { recursive: true, force: true })
  }
  const folder = mkdtempSync(`${home}.part-`)
  try {
    const root = join(folder, 'root')
    makeRootfs(root, [...shell, ['usr/local/bin/node', process.execPath]])
    const local = join(root, 'usr/local')
    mkdirSync(join(local, 'etc'))
    cpSync(npm, join(local, 'lib/node_modules/npm'), { recursive: true })
    symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(local, 'bin/npm'))
    writeFileSync(join(local, 'etc/npmrc'), npmrc)
    if (bundle) {
      mkdirSync(dirname(join(root, CERTIFICATES)), { recursive: true })
      copyFileSync(bundle, join(root, CERTIFICATES))
    }
    const tar = join(folder, 'root.tar')
    tarRootfs(root, tar)
    const { file, ...layer } = await makeLayer(tar, join(folder, 'layer'))
    writeFileSync(join(folder, 'layer.json'), JSON.stringify(layer))
    rmSync(root, { recursive: true })
    rmSync(tar)
    renameSync(folder, home)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where script/bootstrap keeps its parts as well. */
function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'buildx-branch-cache')
}
