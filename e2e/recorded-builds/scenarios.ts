/** A build whose record is kept, and the expected counts, from reading its Dockerfile. */
export type Scenario = {
  name: string
  /** Files of the context besides Dockerfile; those of the scenario before are kept. */
  files?: Record<string, string>
  /** Left out: the Dockerfile of the scenario before. */
  dockerfile?: string
  /** `{registry}` … stand for the places of the stores. */
  args?: string[]
  /** What goes before: the builder forgets everything, a store is stopped, a blob is lost. */
  first?: ('forget' | 'lose-registry-layers' | 'lose-registry-blobs' | 'lose-azure-blobs' | 'spoil-local')[]
  /** Interrupt the build when its output has this. */
  interruptAt?: string
  expect: Expected
}

export type Expected = {
  /** Steps that the build reached, and how many were cached, failed and cancelled. */
  steps: number
  cached: number
  failed?: number
  cancelled?: number
  /** Steps whose cache was found and could not be loaded, so that they ran. */
  reloaded?: number
  /** The state of each import, in the order of the flags. */
  sources?: string[]
  /** Each export and how it ended. */
  exports?: string[]
  /** True: layers were brought in. */
  bytes?: boolean
  /** `stage: instruction` of the first step of a chain that was not cached, the number of those after it. */
  missed?: [string, number][]
}

const staged = `FROM {registry}/base:1 AS base
WORKDIR /app
FROM base AS dependencies
COPY lockfile /app/
RUN cat /app/lockfile > /app/dependencies
FROM dependencies AS build
COPY source /app/
RUN cat /app/dependencies /app/source > /program
FROM base
COPY --from=build /program /
RUN cat /program
`
const line = `FROM {registry}/base:1
COPY lockfile /
RUN cat /lockfile > /a
COPY source /
RUN cat /source > /b
`
const registry = (tag: string, more = ''): string => `type=registry,ref={registry}/app/cache:${tag}${more}`
const from = (spec: string): string[] => ['--cache-from', spec]
const to = (spec: string): string[] => ['--cache-to', `${spec},mode=max,ignore-error=true`]
const s3 =
  'type=s3,region={region},bucket={bucket},endpoint_url={s3},use_path_style=true,access_key_id={id},secret_access_key={key}'
const azblob =
  'type=azblob,account_url={azure},account_name={account},container=cache,secret_access_key={azurekey}'
const gha = 'type=gha,token={token},url_v2={service},version=2'
const local = 'type=local'
const output = ['--output', 'type=local,dest={folder}/out']

const stages = ['a', 'b', 'c', 'd', 'e', 'f']
const many = [
  'FROM {registry}/base:1 AS base',
  ...stages.flatMap((stage) => [
    `FROM base AS ${stage}`,
    ...Array.from({ length: 49 }, (_, i) => `RUN echo ${stage} ${i} > /${stage}${i}`),
  ]),
  'FROM base',
  ...stages.map((stage) => `COPY --from=${stage} /${stage}48 /`),
].join('\n')

export const scenarios: Scenario[] = [
  // One builder, no cache of the action.
  {
    name: 'cold',
    files: { lockfile: 'a 1.0\n', source: 'print a\n' },
    dockerfile: line,
    expect: { steps: 4, cached: 0, missed: [] },
  },
  { name: 'warm', expect: { steps: 4, cached: 4 } },
  {
    name: 'source-changed',
    files: { source: 'print b\n' },
    expect: { steps: 4, cached: 2, missed: [[': COPY source /', 1]] },
  },
  { name: 'no-cache', args: ['--no-cache'], expect: { steps: 4, cached: 0 } },
  { name: 'stages-cold', dockerfile: staged, expect: { steps: 7, cached: 0 } },
  { name: 'stages-warm', expect: { steps: 7, cached: 7 } },
  {
    name: 'stages-changed',
    files: { source: 'print c\n' },
    expect: { steps: 7, cached: 3, missed: [['build: COPY source /app/', 3]] },
  },
  {
    name: 'stages-lockfile-changed',
    files: { lockfile: 'a 2.0\n' },
    expect: { steps: 7, cached: 1, missed: [['dependencies: COPY lockfile /app/', 5]] },
  },
  {
    name: 'no-cache-filter',
    args: ['--no-cache-filter', 'build'],
    // BuildKit finds the last stage's steps by the content that they copy, which is the same.
    expect: { steps: 7, cached: 5, missed: [['build: COPY source /app/', 1]] },
  },
  { name: 'target', args: ['--target', 'dependencies'], expect: { steps: 3, cached: 3 } },
  {
    name: 'two-misses',
    dockerfile: `FROM {registry}/base:1 AS start
WORKDIR /app
FROM start AS one
COPY lockfile /
RUN cat /lockfile > /one
FROM start AS two
COPY source /
RUN cat /source > /two
FROM {registry}/base:1
COPY --from=one /one /
COPY --from=two /two /
RUN cat /one /two
`,
    files: { lockfile: 'a 3.0\n', source: 'print d\n' },
    expect: {
      steps: 8,
      cached: 1,
      missed: [
        ['one: COPY lockfile /', 4],
        ['two: COPY source /', 3],
      ],
    },
  },
  // Kinds of Dockerfiles.
  {
    name: 'platforms',
    files: { amd64: 'x', arm64: 'y' },
    dockerfile: 'FROM scratch AS files\nARG TARGETARCH\nCOPY $TARGETARCH /arch\nFROM files\nCOPY source /\n',
    args: ['--platform', 'linux/amd64,linux/arm64'],
    expect: { steps: 4, cached: 0 },
  },
  {
    name: 'platforms-warm',
    args: ['--platform', 'linux/amd64,linux/arm64'],
    expect: { steps: 4, cached: 4 },
  },
  {
    name: 'platforms-same',
    dockerfile: 'FROM scratch AS files\nCOPY lockfile /\nFROM files\nCOPY source /\n',
    args: ['--platform', 'linux/amd64,linux/arm64'],
    // Nothing in them depends on the platform: BuildKit makes one step of two.
    expect: { steps: 2, cached: 0 },
  },
  {
    name: 'cross',
    dockerfile:
      'FROM --platform=$BUILDPLATFORM {registry}/base:1 AS build\nARG TARGETARCH\nRUN echo $TARGETARCH > /arch\nFROM scratch\nCOPY --from=build /arch /\n',
    args: ['--platform', 'linux/amd64,linux/arm64'],
    expect: { steps: 4, cached: 0 },
  },
  {
    name: 'nothing-to-do',
    dockerfile: 'FROM {registry}/base:1\nENV A=b\nLABEL c=d\nCMD ["sh"]\n',
    expect: { steps: 0, cached: 0 },
  },
  {
    name: 'onbuild',
    dockerfile: 'FROM {registry}/onbuild:1\nRUN cat /source\n',
    expect: { steps: 3, cached: 0 },
  },
  {
    name: 'heredoc',
    dockerfile:
      'FROM {registry}/base:1\nRUN <<EOF\necho one\necho two > /two\nEOF\nCOPY <<config /config\na=b | c\nconfig\nRUN <<"A" cat > /three\n$x\nA\n',
    expect: { steps: 3, cached: 0 },
  },
  {
    name: 'markup',
    dockerfile: String.raw`FROM {registry}/base:1 AS ma.rk_up-1
RUN echo "🚀 <b>bold</b> | pipe \`tick\` **stars** [a](http://b) <!-- & <script>alert(1)</script>"
RUN echo '::error::no' '##[error]no' '%0A::warning::no' '@someone #1 :rocket: $x$ ~~a~~ </td></details>'
RUN echo "日本語 e\u0301 עברית 👩‍👩‍👧‍👦" && echo [1/2] RUN not
RUN echo a \
    b  	 c\
    d
`,
    expect: { steps: 4, cached: 0 },
  },
  {
    name: 'same-steps',
    dockerfile:
      'FROM {registry}/base:1 AS one\nRUN echo x > /x\nFROM {registry}/base:1 AS two\nRUN echo x > /x\nFROM scratch\nCOPY --from=one /x /1\nCOPY --from=two /x /2\n',
    // BuildKit makes one of the two that are the same.
    expect: { steps: 3, cached: 0 },
  },
  {
    name: 'mounts',
    dockerfile:
      'FROM {registry}/base:1\nRUN --mount=type=cache,target=/c echo a > /c/a\nRUN --mount=type=bind,source=lockfile,target=/l cat /l\nCOPY --link source /linked\nADD --chmod=600 source /added\nUSER root\n',
    expect: { steps: 4, cached: 0 },
  },
  { name: 'mounts-warm', expect: { steps: 4, cached: 4 } },
  {
    name: 'same-content',
    first: ['forget'],
    dockerfile:
      'FROM {registry}/base:1 AS one\nCOPY lockfile /\nRUN cat /lockfile > /a\nFROM {registry}/base:1 AS two\nCOPY ./lockfile /\nRUN cat /lockfile  > /a\nFROM scratch\nCOPY --from=one /a /1\nCOPY --from=two /a /2\n',
    // The two COPY are one, spelled two ways.
    expect: { steps: 5, cached: 0 },
  },
  {
    name: 'named-context',
    dockerfile: 'FROM base\nCOPY --from=other lockfile /\n',
    args: ['--build-context', 'base=docker-image://{registry}/base:1', '--build-context', 'other={folder}'],
    // The same file was copied onto the same base by the builds before.
    expect: { steps: 1, cached: 1 },
  },
  { name: 'many', dockerfile: many, expect: { steps: 300, cached: 0 } },
  { name: 'many-warm', expect: { steps: 300, cached: 300 } },
  {
    name: 'slow-parent',
    first: ['forget'],
    dockerfile:
      'FROM {registry}/base:1\nRUN sleep 1\nCOPY source /\nRUN sleep 0.1; cat /source\nCOPY lockfile /\n',
    // What is copied is looked at while the step before it still runs.
    expect: { steps: 4, cached: 0 },
  },
  // Builds that end badly.
  {
    name: 'failed-step',
    dockerfile: 'FROM {registry}/base:1\nRUN echo first\nRUN cat /nothing\nRUN echo never\n',
    expect: { steps: 2, cached: 0, failed: 1 },
  },
  { name: 'failed-step-again', expect: { steps: 2, cached: 1, failed: 1 } },
  {
    name: 'file-missing',
    dockerfile: 'FROM {registry}/base:1\nRUN echo first\nCOPY nothing /\n',
    // Its first step is that of the build before.
    expect: { steps: 2, cached: 1, failed: 1 },
  },
  {
    name: 'file-missing-at-once',
    files: { fresh: 'f' },
    dockerfile: 'FROM scratch\nCOPY fresh /\nCOPY nothing /\n',
    // The step before it had begun and was cut off; BuildKit calls it cached. (In other runs it never begins.)
    expect: { steps: 2, cached: 0, failed: 1, cancelled: 1 },
  },
  {
    name: 'cut-off-beside',
    first: ['forget'],
    files: { fresh: 'g' },
    dockerfile:
      'FROM {registry}/base:1 AS slow\nRUN sleep 5\nFROM {registry}/base:1\nCOPY --from=slow /bin/sh /a\nCOPY nothing /\n',
    // The two others had begun and were cut off.
    expect: { steps: 3, cached: 0, failed: 1, cancelled: 2 },
  },
  {
    name: 'dockerfile-error',
    dockerfile: 'FROM {registry}/base:1\nRUM echo\n',
    expect: { steps: 0, cached: 0 },
  },
  {
    name: 'base-missing',
    dockerfile: 'FROM {registry}/nothing:1\nRUN echo\n',
    expect: { steps: 0, cached: 0 },
  },
  {
    name: 'cancelled',
    dockerfile: 'FROM {registry}/base:1\nRUN echo first\nRUN echo waiting; sleep 60\n',
    interruptAt: 'waiting',
    expect: { steps: 2, cached: 0, cancelled: 1 },
  },
  // A registry's cache.
  {
    name: 'registry-cold',
    first: ['forget'],
    files: { lockfile: 'a 4.0\n', source: 'print e\n' },
    dockerfile: staged,
    args: [...from(registry('main')), ...to(registry('main'))],
    expect: { steps: 7, cached: 0, sources: ['missing'], exports: ['registry written'] },
  },
  {
    name: 'registry-found',
    first: ['forget'],
    args: [...from(registry('feature')), ...from(registry('main')), ...to(registry('feature'))],
    expect: { steps: 7, cached: 7, sources: ['missing', 'found'], exports: ['registry written'] },
  },
  {
    name: 'registry-found-lazily',
    first: ['forget'],
    args: from(registry('main')),
    expect: { steps: 7, cached: 7, sources: ['found'] },
  },
  {
    name: 'registry-found-and-output',
    first: ['forget'],
    args: [...from(registry('main')), ...output],
    expect: { steps: 7, cached: 7, sources: ['found'], bytes: true },
  },
  {
    name: 'registry-partly',
    first: ['forget'],
    files: { source: 'print f\n' },
    args: [...from(registry('feature')), ...from(registry('main')), ...to(registry('feature'))],
    expect: {
      steps: 7,
      cached: 3,
      sources: ['found', 'found'],
      exports: ['registry written'],
      bytes: true,
      missed: [['build: COPY source /app/', 3]],
    },
  },
  {
    name: 'registry-two-exports',
    args: [
      ...from(registry('one..s')),
      ...from(registry('one')),
      ...to(registry('one..s')),
      ...to(registry('one')),
    ],
    expect: {
      steps: 7,
      cached: 7,
      sources: ['missing', 'missing'],
      exports: ['registry written', 'registry written'],
    },
  },
  {
    name: 'registry-layers-missing',
    first: ['forget', 'lose-registry-layers'],
    files: { source: 'print e\n' },
    args: [...from(registry('main')), ...output],
    // It is the output that fails, when it asks for the content.
    expect: { steps: 7, cached: 7, sources: ['found'] },
  },
  {
    name: 'registry-blobs-missing',
    first: ['forget', 'lose-registry-blobs'],
    args: [...from(registry('main')), ...output],
    expect: { steps: 7, cached: 0, sources: ['failed'] },
  },
  {
    name: 'registry-down',
    first: ['forget'],
    dockerfile: 'FROM scratch\nCOPY lockfile /\n',
    args: [
      ...from('type=registry,ref={dead}/app/cache:main'),
      ...to('type=registry,ref={dead}/app/cache:main'),
    ],
    expect: { steps: 1, cached: 0, sources: ['failed'], exports: ['registry failed'] },
  },
  {
    name: 'registry-down-and-fatal',
    args: ['--cache-to', 'type=registry,ref={dead}/app/cache:main,mode=max'],
    expect: { steps: 1, cached: 1, exports: ['registry failed'] },
  },
  {
    name: 'inline',
    first: ['forget'],
    dockerfile: line,
    args: [
      '--cache-to',
      'type=inline',
      ...from('type=registry,ref={registry}/app/image:1'),
      '--push',
      '--tag',
      '{registry}/app/image:1',
    ],
    expect: { steps: 4, cached: 0, sources: ['missing'], exports: ['inline written'] },
  },
  {
    name: 'inline-found',
    first: ['forget'],
    args: [
      '--cache-to',
      'type=inline',
      ...from('type=registry,ref={registry}/app/image:1'),
      '--push',
      '--tag',
      '{registry}/app/image:1',
    ],
    expect: { steps: 4, cached: 4, sources: ['found'], exports: ['inline written'] },
  },
  // The other stores.
  {
    name: 'local-cold',
    first: ['forget'],
    args: [...from(`${local},src={folder}/store,tag=main`), ...to(`${local},dest={folder}/store,tag=main`)],
    expect: { steps: 4, cached: 0, sources: ['missing'], exports: ['local written'] },
  },
  {
    name: 'local-found',
    first: ['forget'],
    args: [
      ...from(`${local},src={folder}/store,tag=feature`),
      ...from(`${local},src={folder}/store,tag=main`),
      ...to(`${local},dest={folder}/store,tag=feature`),
    ],
    expect: { steps: 4, cached: 4, sources: ['missing', 'found'], exports: ['local written'] },
  },
  {
    name: 'local-spoilt',
    first: ['forget', 'spoil-local'],
    args: from(`${local},src={folder}/store,tag=main`),
    expect: { steps: 4, cached: 0, sources: ['failed'] },
  },
  {
    name: 's3-cold',
    first: ['forget'],
    args: [...from(`${s3},name=main`), ...to(`${s3},name=main`)],
    expect: { steps: 4, cached: 0, sources: ['read'], exports: ['s3 written'] },
  },
  {
    name: 's3-found',
    first: ['forget'],
    args: [...from(`${s3},name=feature`), ...from(`${s3},name=main`), ...to(`${s3},name=feature`)],
    expect: { steps: 4, cached: 4, sources: ['read', 'read'], exports: ['s3 written'] },
  },
  {
    name: 's3-wrong-key',
    first: ['forget'],
    args: from(`${s3}x,name=main`),
    expect: { steps: 4, cached: 0, sources: ['failed'] },
  },
  {
    name: 'azblob-cold',
    first: ['forget'],
    args: [...from(`${azblob},name=main`), ...to(`${azblob},name=main`)],
    expect: { steps: 4, cached: 0, sources: ['missing'], exports: ['azblob written'] },
  },
  {
    name: 'azblob-found',
    first: ['forget'],
    args: [...from(`${azblob},name=feature`), ...from(`${azblob},name=main`)],
    // If two arrive at the same time, BuildKit may show only what one of them found.
    expect: { steps: 4, cached: 4, sources: ['read', 'found'] },
  },
  {
    name: 'azblob-blobs-missing',
    first: ['forget', 'lose-azure-blobs'],
    args: [...from(`${azblob},name=main`), ...output],
    expect: { steps: 4, cached: 0, reloaded: 4, sources: ['found'] },
  },
  {
    name: 'gha-cold',
    first: ['forget'],
    args: [...from(`${gha},scope=main-`), ...to(`${gha},scope=main-`)],
    expect: { steps: 4, cached: 0, sources: ['read'], exports: ['gha written'] },
  },
  {
    name: 'gha-found',
    first: ['forget'],
    args: [...from(`${gha},scope=feature-`), ...from(`${gha},scope=main-`)],
    expect: { steps: 4, cached: 4, sources: ['read', 'read'] },
  },
  // What an export costs.
  {
    name: 'compressing',
    first: ['forget'],
    dockerfile: 'FROM {registry}/base:1\nRUN head -c 150000000 /dev/urandom | base64 > /big\n',
    args: to(registry('big')),
    expect: { steps: 1, cached: 0, exports: ['registry written'] },
  },
  {
    name: 'compressing-with-zstd',
    first: ['forget'],
    args: to(`${registry('zstd')},compression=zstd`),
    expect: { steps: 1, cached: 0, exports: ['registry written'] },
  },
]
