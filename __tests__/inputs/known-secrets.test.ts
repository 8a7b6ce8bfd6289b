import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { knownSecrets } from '../../src/inputs/known-secrets.ts'
import { makeBuildInputs } from '../build-inputs.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  writeFileSync(join(folder, 'token'), 'npm_abcdef\n')
  writeFileSync(join(folder, '.npmrc'), '//r.io/:_authToken=npm_0123456789abcdef\nalways-auth=true\n')
  writeFileSync(join(folder, 'large'), 'x'.repeat(65_537))
  symlinkSync('token', join(folder, 'link'))
  mkdirSync(join(folder, 'folder'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const of = (inputs: object, variables = {}) => knownSecrets(makeBuildInputs(inputs), variables)

test('the values of secrets are masked in all that the job prints', () => {
  const files = ['token', 'link', 'gone', 'folder', 'large'].map((name) => `id=${join(folder, name)}`)
  const inputs = { secrets: ['A=a=b', 'E='], 'secret-envs': ['B=VAR', 'C=NONE'], 'secret-files': files }
  expect(of({ ...inputs, 'github-token': 'ghs_x' }, { VAR: 'value' }).masked).toEqual([
    ...['a=b', 'value', 'npm_abcdef', 'ghs_x'],
  ])
})

test('a file of several lines is hidden here, with what in it looks like a key', () => {
  const { masked, known } = of({ 'secret-files': [`id=${join(folder, '.npmrc')}`] })
  expect(masked).toEqual([])
  expect(known).toContain('npm_0123456789abcdef')
})

test('build arguments that are called like credentials are hidden, wherever their value comes from', () => {
  const args = ['GH_PAT=ghp_abcdef', 'NPM_TOKEN', 'VERSION=1.2.3-rc.4', 'SSH_KEY=']
  expect(of({ 'build-args': args }, { NPM_TOKEN: 'npm_abcdef' }).known).toEqual(['ghp_abcdef', 'npm_abcdef'])
})

test('what the job itself has', () => {
  const variables = { AWS_SECRET_ACCESS_KEY: 'aws-key', https_proxy: 'http://ci:S3cr#tPass@proxy:3128' }
  expect(of({}, variables).known).toEqual(['aws-key', 'ci:S3cr#tPass', 'S3cr#tPass'])
})
