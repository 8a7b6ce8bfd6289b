// The licences of all that is in a bundle: script/licenses.ts STATS, webpack's account of it, on stdout.
// ncc's own file knows the packages of one chunk alone, as soon as there are several.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Module = { nameForCondition?: string | null; modules?: Module[] }

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/

function filesOf({ nameForCondition, modules = [] }: Module): string[] {
  return [nameForCondition ?? '', ...modules.flatMap(filesOf)]
}

function licence(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((it) => /^(licen[cs]e|copying)/i.test(it))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `(no text in the package; ${license})`
  return `${name}\n${version}, ${license}\n${text}\n`
}

const [stats = ''] = process.argv.slice(2)
const { modules }: { modules: Module[] } = JSON.parse(readFileSync(stats, 'utf8'))
const folders = new Set(modules.flatMap(filesOf).flatMap((file) => PACKAGE.exec(file) ?? []))
const texts = new Set([...folders].map(licence)) // one package at one version may be there in two places
process.stdout.write([...texts].sort().join('\n'))
