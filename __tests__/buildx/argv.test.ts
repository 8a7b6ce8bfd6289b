import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { makeArgv, type Prepared } from '../../src/buildx/argv.ts'
import type { BuildInputs } from '../../src/inputs/build-inputs.ts'
import { makeBuildInputs } from '../build-inputs.ts'

const prepared: Prepared = {
  context: '.',
  buildContexts: [],
  cacheFrom: [],
  cacheTo: [],
  attests: [],
  secretVariables: [],
  secrets: [],
  imageIdFile: '/tmp/id',
  metadataFile: '/tmp/metadata.json',
}
const NEW = '0.37.2'

const argv = (given: Partial<BuildInputs>, of: Partial<Prepared> = {}, version = NEW): string[] =>
  makeArgv(makeBuildInputs(given), { ...prepared, ...of }, version)

/** What is there besides what a build of nothing but a context has. */
function added(args: string[]): string[] {
  const always = argv({})
  return args.filter((arg) => !always.includes(arg))
}

test('a build of nothing but a context', () => {
  expect(argv({})).toEqual(['build', '--iidfile', '/tmp/id', '--metadata-file', '/tmp/metadata.json', '.'])
})

describe('each input has its flag', () => {
  test.each<[Partial<BuildInputs>, string[]]>([
    [{ 'add-hosts': ['a:1', 'b:2'] }, ['--add-host', 'a:1', '--add-host', 'b:2']],
    [{ allow: ['network.host', 'x'] }, ['--allow', 'network.host', '--allow', 'x']],
    [{ annotations: ['a=1,2', 'b=3'] }, ['--annotation', 'a=1,2', '--annotation', 'b=3']],
    [{ 'build-args': ['A=1', 'B'] }, ['--build-arg', 'A=1', '--build-arg', 'B']],
    [{ builder: 'mine' }, ['--builder', 'mine']],
    [{ 'cache-from': ['type=gha'] }, ['--cache-from', 'type=gha']],
    [{ 'cache-to': ['type=inline'] }, ['--cache-to', 'type=inline']],
    [{ call: 'check' }, ['--call', 'check']],
    [{ 'cgroup-parent': 'g' }, ['--cgroup-parent', 'g']],
    [{ file: 'a/Dockerfile' }, ['--file', 'a/Dockerfile']],
    [{ labels: ['a=1', 'b=2'] }, ['--label', 'a=1', '--label', 'b=2']],
    [{ load: true }, ['--load']],
    [{ network: 'host' }, ['--network', 'host']],
    [{ 'no-cache': true }, ['--no-cache']],
    [{ 'no-cache-filters': ['a', 'b'] }, ['--no-cache-filter', 'a', '--no-cache-filter', 'b']],
    [{ outputs: ['type=image', 'type=docker'] }, ['--output', 'type=image', '--output', 'type=docker']],
    [{ platforms: ['linux/amd64', 'linux/arm64'] }, ['--platform', 'linux/amd64,linux/arm64']],
    [{ pull: true }, ['--pull']],
    [{ push: true }, ['--push']],
    [{ 'shm-size': '2g' }, ['--shm-size', '2g']],
    [{ ssh: ['default', 'k=/k'] }, ['--ssh', 'default', '--ssh', 'k=/k']],
    [{ tags: ['a:1', 'b:2'] }, ['--tag', 'a:1', '--tag', 'b:2']],
    [{ target: 'prod' }, ['--target', 'prod']],
    [{ ulimit: ['nofile=1:2', 'x=3'] }, ['--ulimit', 'nofile=1:2', '--ulimit', 'x=3']],
  ])('%j', (given, flags) => {
    expect(added(argv(given))).toEqual(flags)
  })

  test.each<[Partial<Prepared>, string[]]>([
    [{ buildContexts: ['a=b', 'c=d'] }, ['--build-context', 'a=b', '--build-context', 'c=d']],
    [{ cacheFrom: ['f'] }, ['--cache-from', 'f']],
    [{ cacheTo: ['t'] }, ['--cache-to', 't']],
    [{ attests: ['--attest', 'type=sbom'] }, ['--attest', 'type=sbom']],
    [{ secretVariables: ['id=a,env=A'] }, ['--secret', 'id=a,env=A']],
    [{ secrets: ['id=a,src=/a'] }, ['--secret', 'id=a,src=/a']],
    [{ context: 'https://github.com/octo/app.git#f00' }, ['https://github.com/octo/app.git#f00']],
  ])('%j', (of, flags) => {
    expect(added(argv({}, of))).toEqual(flags)
  })

  test.each<Partial<BuildInputs>>([
    { context: 'elsewhere' },
    { 'build-contexts': ['a=b'] },
    { attests: ['type=sbom'], provenance: 'true', sbom: 'true' },
    { secrets: ['A=1'], 'secret-envs': ['B=C'], 'secret-files': ['D=/d'] },
    { 'github-token': 'ghs_x' },
  ])('%j has its flags from what was prepared of it', (given) => {
    expect(argv(given)).toEqual(argv({}))
  })
})

test('everything, in the order of docker/build-push-action, our cache before the user’s, the context last', () => {
  const inputs: BuildInputs = {
    'add-hosts': ['docker:10.180.0.1'],
    allow: ['network.host'],
    annotations: ['manifest:a=1'],
    attests: ['type=sbom'],
    'build-args': ['A=1', 'B=a,b'],
    'build-contexts': ['x={{defaultContext}}'],
    builder: 'mine',
    'cache-from': ['user-from'],
    'cache-to': ['user-to'],
    call: 'build',
    'cgroup-parent': 'group',
    context: '',
    file: 'docker/Dockerfile',
    'github-token': 'ghs_x',
    labels: ['l=1'],
    load: true,
    network: 'none',
    'no-cache': true,
    'no-cache-filters': ['base'],
    outputs: ['type=image,name=a'],
    platforms: ['linux/amd64', 'linux/arm64'],
    provenance: 'true',
    pull: true,
    push: true,
    sbom: 'true',
    'secret-envs': ['C=D'],
    'secret-files': ['E=/e'],
    secrets: ['F=f'],
    'shm-size': '2g',
    ssh: ['default'],
    tags: ['a:1', 'b:2'],
    target: 'prod',
    ulimit: ['nofile=1024'],
  }
  const made: Prepared = {
    context: 'https://github.com/octo/app.git#f00',
    buildContexts: ['x=https://github.com/octo/app.git#f00'],
    cacheFrom: ['from-1', 'from-2'],
    cacheTo: ['to-1'],
    attests: ['--attest', 'type=provenance,mode=max', '--attest', 'type=sbom'],
    secretVariables: ['id=C,env=D'],
    secrets: ['id=F,src=/tmp/1', 'id=E,src=/e'],
    imageIdFile: '/tmp/id',
    metadataFile: '/tmp/metadata.json',
  }
  expect(makeArgv(inputs, made, NEW)).toEqual([
    'build',
    ...['--add-host', 'docker:10.180.0.1'],
    ...['--allow', 'network.host'],
    ...['--annotation', 'manifest:a=1'],
    ...['--build-arg', 'A=1', '--build-arg', 'B=a,b'],
    ...['--build-context', 'x=https://github.com/octo/app.git#f00'],
    ...['--cache-from', 'from-1', '--cache-from', 'from-2', '--cache-from', 'user-from'],
    ...['--cache-to', 'to-1', '--cache-to', 'user-to'],
    ...['--call', 'build'],
    ...['--cgroup-parent', 'group'],
    ...['--secret', 'id=C,env=D'],
    ...['--file', 'docker/Dockerfile'],
    ...['--iidfile', '/tmp/id'],
    ...['--label', 'l=1'],
    ...['--no-cache-filter', 'base'],
    ...['--output', 'type=image,name=a'],
    ...['--platform', 'linux/amd64,linux/arm64'],
    ...['--attest', 'type=provenance,mode=max', '--attest', 'type=sbom'],
    ...['--secret', 'id=F,src=/tmp/1', '--secret', 'id=E,src=/e'],
    ...['--shm-size', '2g'],
    ...['--ssh', 'default'],
    ...['--tag', 'a:1', '--tag', 'b:2'],
    ...['--target', 'prod'],
    ...['--ulimit', 'nofile=1024'],
    ...['--builder', 'mine'],
    '--load',
    ...['--metadata-file', '/tmp/metadata.json'],
    ...['--network', 'none'],
    '--no-cache',
    '--pull',
    '--push',
    'https://github.com/octo/app.git#f00',
  ])
})

describe('what this version of buildx does not know is left out', () => {
  const given: Partial<BuildInputs> = { annotations: ['a=1'], platforms: ['linux/amd64'] }
  const of: Partial<Prepared> = { buildContexts: ['b=c'], attests: ['--attest', 'type=sbom'] }
  const flags = ['--iidfile', '--metadata-file', '--build-context', '--attest', '--annotation']

  test.each<[string, string[]]>([
    ['0.4.1', []],
    ['0.4.2', ['--iidfile']],
    ['0.5.1', ['--iidfile']],
    ['0.6.0', ['--iidfile', '--metadata-file']],
    ['0.7.1', ['--iidfile', '--metadata-file']],
    ['0.8.0', ['--iidfile', '--metadata-file', '--build-context']],
    ['0.9.1', ['--iidfile', '--metadata-file', '--build-context']],
    ['0.10.0', ['--iidfile', '--metadata-file', '--build-context', '--attest']],
    ['0.11.2', ['--iidfile', '--metadata-file', '--build-context', '--attest']],
    ['0.12.0', flags],
    [NEW, flags],
    ['1.0.0', flags],
    ['', flags],
  ])('%s', (version, known) => {
    const args = argv(given, of, version)
    expect(flags.filter((flag) => args.includes(flag))).toEqual(known)
    const values = known.map((flag) => args[args.indexOf(flag) + 1])
    expect(values.every((value) => value !== undefined && !value.startsWith('-'))).toBe(true)
  })

  test('its value as well', () => {
    expect(argv(given, of, '0.4.1')).toEqual(['build', '--platform', 'linux/amd64', '.'])
  })
})

describe('the image’s ID is asked for where there will be one', () => {
  test.each<[string, Partial<BuildInputs>, string, boolean]>([
    ['no output', {}, NEW, true],
    ['an image', { outputs: ['type=image,push=true'] }, NEW, true],
    ['a docker archive', { outputs: ['type=docker,dest=a.tar'] }, NEW, true],
    ['an OCI archive', { outputs: ['type=oci,dest=a.tar'] }, NEW, true],
    ['files', { outputs: ['type=local,dest=out'] }, NEW, false],
    ['files, the type last', { outputs: ['dest=out,type=local'] }, NEW, false],
    ['a bare path', { outputs: ['./out'] }, NEW, false],
    ['a tar', { outputs: ['type=tar,dest=out.tar'] }, NEW, false],
    ['an image and a tar', { outputs: ['type=image', 'type=tar,dest=out.tar'] }, NEW, false],
    ['several platforms', { platforms: ['linux/amd64', 'linux/arm64'] }, NEW, true],
    ['a platform, with an old buildx', { platforms: ['linux/amd64'] }, '0.4.1', false],
    ['no platform, with an old buildx', {}, '0.4.1', true],
  ])('%s', (_, given, version, isAsked) => {
    const args = argv(given, {}, version)
    expect(args.includes('--iidfile')).toBe(isAsked)
    expect(args.includes(prepared.imageIdFile)).toBe(isAsked)
  })
})

test('the inputs are left as they are', () => {
  const cacheFrom = ['ours']
  const inputs = makeBuildInputs({ 'cache-from': ['theirs'] })
  makeArgv(inputs, { ...prepared, cacheFrom }, NEW)
  expect(cacheFrom).toEqual(['ours'])
  expect(inputs['cache-from']).toEqual(['theirs'])
})

describe('whatever the inputs hold', () => {
  const lists = {
    'add-hosts': '--add-host',
    allow: '--allow',
    annotations: '--annotation',
    'build-args': '--build-arg',
    labels: '--label',
    'no-cache-filters': '--no-cache-filter',
    ssh: '--ssh',
    tags: '--tag',
    ulimit: '--ulimit',
  } as const
  const texts = {
    builder: '--builder',
    call: '--call',
    'cgroup-parent': '--cgroup-parent',
    file: '--file',
    network: '--network',
    'shm-size': '--shm-size',
    target: '--target',
  } as const
  const switches = { load: '--load', 'no-cache': '--no-cache', pull: '--pull', push: '--push' } as const

  // Words that look like options, commands and other flags' values are the ones that could go astray.
  const word = fc.oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.constantFrom('--push', '--', '-', 'build', '.', '--tag', '/tmp/id', 'a=b,c', ' ', '\n', '日本'),
  )
  const anyInputs = fc
    .record({
      lists: fc.record(
        Object.fromEntries(Object.keys(lists).map((name) => [name, fc.array(word, { maxLength: 3 })])),
      ),
      texts: fc.record(
        Object.fromEntries(Object.keys(texts).map((name) => [name, fc.oneof(fc.constant(''), word)])),
      ),
      switches: fc.record(Object.fromEntries(Object.keys(switches).map((name) => [name, fc.boolean()]))),
      from: fc.array(word, { maxLength: 2 }),
      to: fc.array(word, { maxLength: 2 }),
      platforms: fc.array(fc.constantFrom('linux/amd64', 'linux/arm64'), { maxLength: 2 }),
    })
    .map((it) => ({
      ...it.lists,
      ...it.texts,
      ...it.switches,
      'cache-from': it.from,
      'cache-to': it.to,
      platforms: it.platforms,
    }))

  const alone: readonly string[] = Object.values(switches)

  /** Reads the arguments as docker does: a flag and its value, or a switch. */
  function read(args: readonly string[]): { flags: [string, string][]; context: string | undefined } {
    const flags: [string, string][] = []
    let i = 1
    while (i < args.length - 1) {
      const flag = args[i] ?? ''
      if (alone.includes(flag)) {
        flags.push([flag, ''])
        i += 1
      } else {
        flags.push([flag, args[i + 1] ?? ''])
        i += 2
      }
    }
    return { flags, context: i === args.length - 1 ? args[i] : undefined }
  }

  test('each item appears once, in order, after its flag, and nothing else does', () => {
    fc.assert(
      fc.property(anyInputs, word, (given, context) => {
        const inputs = makeBuildInputs(given as Partial<BuildInputs>)
        const of = { ...prepared, context, cacheFrom: ['our-from'], cacheTo: ['our-to'] }
        const args = makeArgv(inputs, of, NEW)
        const found = read(args)
        expect(args[0]).toBe('build')
        expect(found.context).toBe(context)
        const valuesOf = (flag: string): string[] =>
          found.flags.filter(([it]) => it === flag).map(([, value]) => value)

        for (const [name, flag] of Object.entries(lists)) {
          expect(valuesOf(flag)).toEqual(inputs[name as keyof typeof lists])
        }
        for (const [name, flag] of Object.entries(texts)) {
          const value = inputs[name as keyof typeof texts]
          expect(valuesOf(flag)).toEqual(value === '' ? [] : [value])
        }
        for (const [name, flag] of Object.entries(switches)) {
          expect(valuesOf(flag)).toEqual(inputs[name as keyof typeof switches] ? [''] : [])
        }
        expect(valuesOf('--cache-from')).toEqual(['our-from', ...inputs['cache-from']])
        expect(valuesOf('--cache-to')).toEqual(['our-to', ...inputs['cache-to']])
        expect(valuesOf('--platform')).toEqual(
          inputs.platforms.length === 0 ? [] : [inputs.platforms.join(',')],
        )
        const known = [
          ...Object.values({ ...lists, ...texts, ...switches }),
          ...['--cache-from', '--cache-to', '--platform', '--iidfile', '--metadata-file'],
        ]
        expect(found.flags.filter(([flag]) => !known.includes(flag))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
