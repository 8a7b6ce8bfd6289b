// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of Dockerfiles
import { describe, expect, test } from '@jest/globals'
import { type DockerfileInputs, identityOf, mountsOfBuild } from '../../src/mounts/dockerfile-mounts.ts'

const plain: DockerfileInputs = {
  args: {},
  target: '',
  platforms: ['linux/amd64'],
  buildPlatform: 'linux/amd64',
  contexts: [],
}

const of = (text: string, inputs: Partial<DockerfileInputs> = {}) =>
  mountsOfBuild(text, { ...plain, ...inputs })

/** The identities, as texts that can be read. */
const ids = (text: string, inputs: Partial<DockerfileInputs> = {}): string[] =>
  of(text, inputs).mounts.map((it) => decodeURIComponent(identityOf(it)))

const run = (mount: string): string => `FROM scratch\nRUN --mount=${mount} make`

describe('how a mount is spelled', () => {
  test.each([
    ['type=cache,target=/root/.cache', '//root/.cache'],
    ['type=cache,dst=/root/.cache/', '//root/.cache'],
    ['type=cache,destination=/a/../b//c', '//b/c'],
    ['TARGET=/x,TYPE=CACHE', '//x'],
    ['type=cache,target=relt', '/relt'],
    ['type=cache,target=./relt/', '/relt'],
    ['type=cache,id=go,target=/root/.cache', '/go'],
    ['type=cache,id=/root/.cache,target=/m', '//root/.cache'],
    ['type=cache,id=go/,target=/m', '/go/'],
    ['type=cache,id=,target=/m', '//m'],
    ['type=cache,id=u,target=/m,uid=1000', '/u,1000,0,0755'],
    ['type=cache,id=u,target=/m,uid=1000,gid=1000,mode=0775', '/u,1000,1000,0775'],
    ['type=cache,id=u,target=/m,mode=775', '/u,0,0,0775'],
    ['type=cache,id=u,target=/m,mode=1777', '/u,0,0,1777'],
    ['type=cache,id=go,target=/m,ro', '/go'],
    ['"type=cache,target=/a b"', []],
    ['type=cache,"target=/q"', '//q'],
    ['"type=cache","target=/q"', '//q'],
    ["'type=cache,target=/q'", '//q'],
    ['type="cache",target="/q"', '//q'],
    ['type=cache,target=/q\\\n,sharing=locked', '//q'],
    ['type=bind,target=/q', []],
    ['target=/q', []],
    ['type=cache,target=/q,uid=x', []],
    ['type=cache,target=/q,mode=999', []],
    ['type=cache,target=/q,sharing=mine', []],
  ])('%s', (mount, id) => {
    expect(ids(run(mount))).toEqual([id].flat())
  })
})

test('sharing and targets', () => {
  const text = `FROM scratch
RUN --mount=type=cache,id=a,target=/a,sharing=locked --mount=type=cache,id=a,target=/b,sharing=Locked x
RUN --mount=type=cache,id=p,target=rel,sharing=private y`
  expect(of(text).mounts).toEqual([
    { id: '/a', name: 'a', owner: undefined, sharing: 'locked', targets: ['/a', '/b'] },
    { id: '/p', name: 'p', owner: undefined, sharing: 'private', targets: ['/rel'] },
  ])
})

test.each([
  ['FROM scratch', '/rel'],
  ['FROM scratch\nWORKDIR /w', '/w/rel'],
  ['FROM scratch\nWORKDIR /w\nWORKDIR ../v/', '/v/rel'],
  ['FROM scratch\nENV D=/d\nWORKDIR $D', '/d/rel'],
  ['FROM scratch AS a\nWORKDIR /w\nFROM a\nWORKDIR x', '/w/x/rel'],
  ['FROM alpine', undefined],
  ['FROM alpine\nWORKDIR x', undefined],
  ['FROM alpine\nWORKDIR /x', '/x/rel'],
  ['FROM alpine\nWORKDIR $HOME', undefined],
])('%j: a relative target is below it', (text, target) => {
  const { mounts } = of(`${text}\nRUN --mount=type=cache,target=rel make`)
  expect(mounts).toMatchObject([{ id: '/rel', targets: target === undefined ? [] : [target] }])
})

describe('where a mount stands', () => {
  const mount = '--mount=type=cache,id=m,target=/m'
  test.each([
    ['a heredoc', `RUN ${mount} <<EOF\nRUN --mount=type=cache,id=no,target=/no x\nEOF`, ['/m']],
    [
      'two heredocs',
      `RUN ${mount} <<A <<-"B"\nA\n\tB\nRUN --mount=type=cache,id=n,target=/n x`,
      ['/m', '/n'],
    ],
    ['joined lines and a comment', `RUN \\\n  # why\n\n  --network=none \\\n  ${mount} \\\n  make`, ['/m']],
    ['the form of JSON', `RUN ${mount} ["/make", "--mount=type=cache,id=no,target=/no"]`, ['/m']],
    ['after the command', `RUN make ${mount}`, []],
    ['after --', `RUN -- ${mount} make`, []],
    ['a comment', `# RUN ${mount} make`, []],
    ['ONBUILD', `ONBUILD RUN ${mount} make`, []],
    ['small letters', `run ${mount} make`, ['/m']],
    ['the end of DOS lines', `RUN ${mount} \\\r\n  make\r\n`, ['/m']],
    ['several', `RUN ${mount} --mount=type=cache,id=n,target=/n make`, ['/m', '/n']],
  ])('%s', (_, text, wanted) => {
    expect(ids(`FROM scratch\n${text}`)).toEqual(wanted)
  })

  test('the escape directive', () => {
    expect(ids('# escape=`\nFROM scratch\nRUN `\n --mount=type=cache,target=/w make')).toEqual(['//w'])
  })
})

describe('stages', () => {
  const text = `ARG BASE=one
FROM scratch AS One
RUN --mount=type=cache,id=1,target=/m x
FROM scratch AS two
RUN --mount=type=cache,id=2,target=/m x
FROM scratch AS three
COPY --from=two /a /b
RUN --mount=type=cache,id=3,target=/m x
FROM $BASE AS four
RUN --mount=from=three,target=/t --mount=type=cache,id=4,target=/m x
FROM scratch
COPY --from=0 /a /b
`
  test.each([
    [{}, ['/1']],
    [{ target: 'one' }, ['/1']],
    [{ target: 'ONE' }, ['/1']],
    [{ target: '1' }, ['/2']],
    [{ target: 'three' }, ['/2', '/3']],
    [{ target: 'four' }, ['/1', '/2', '/3', '/4']],
    [{ target: 'four', args: { BASE: 'two' } }, ['/2', '/3', '/4']],
    [{ target: 'three', contexts: ['two'] }, ['/3']],
    [{ target: 'none' }, []],
  ])('%j', (inputs, wanted) => {
    expect(ids(text, inputs)).toEqual(wanted)
  })
})

describe('variables', () => {
  const arch =
    'FROM --platform=$BUILDPLATFORM scratch\nARG TARGETARCH\nRUN --mount=type=cache,id=go-$TARGETARCH,target=/m x'
  test.each<[string, Partial<DockerfileInputs>, string[]]>([
    [arch, {}, ['/go-amd64']],
    [arch, { platforms: ['linux/arm64/v8', 'linux/amd64'] }, ['/go-arm64', '/go-amd64']],
    [arch, { args: { TARGETARCH: 'mine' } }, ['/go-mine']],
    ['FROM scratch\nRUN --mount=type=cache,id=a$TARGETARCH,target=/m x', {}, ['/a']],
    ['ARG V=1\nFROM scratch\nARG V\nRUN --mount=type=cache,id=v$V,target=/m x', {}, ['/v1']],
    ['ARG V=1\nFROM scratch\nRUN --mount=type=cache,id=v$V,target=/m x', {}, ['/v']],
    ['ARG V=1\nFROM scratch\nARG V=2\nRUN --mount=type=cache,id=v$V,target=/m x', {}, ['/v2']],
    ['FROM scratch\nARG V=2\nRUN --mount=type=cache,id=v$V,target=/m x', { args: { V: '3' } }, ['/v3']],
    [
      'FROM scratch\nARG A=1 B=$A\nENV C=${B}x D="q q"\nRUN --mount=type=cache,id=$C,target=/$D x',
      {},
      ['/1x'],
    ],
    ['FROM scratch\nENV H /home/me\nRUN --mount=type=cache,target=$H/.cache x', {}, ['//home/me/.cache']],
    ['FROM scratch AS a\nENV H=/h\nFROM a\nRUN --mount=type=cache,target=$H/.cache x', {}, ['//h/.cache']],
    ['FROM scratch\nARG T=cache\nRUN --mount=type=$T,target=/m x', {}, ['//m']],
    [
      'FROM scratch\nRUN --mount=type=cache,target=/m x',
      { args: { BUILDKIT_CACHE_MOUNT_NS: 'n/s' } },
      ['n/s//m'],
    ],
    ['FROM alpine\nENV GOPATH=/go\nRUN --mount=type=cache,target=$GOPATH/pkg/mod x', {}, ['//go/pkg/mod']],
  ])('%s %j', (text, inputs, wanted) => {
    expect(ids(text, inputs)).toEqual(wanted)
  })
})

test('what cannot be carried is named with its line', () => {
  const text = `FROM golang
ARG SUM=$GONE
RUN --mount=type=cache,target=$HOME/.cache a
RUN --mount=type=cache,id=f,from=base,target=/f \\
  --mount=type=cache,id=s,source=/s,target=/s b
RUN --mount=type=cache,id=$SUM,target=/t c
RUN --mount=type=cache,"id=a b",target=/t d`
  expect(of(text)).toEqual({
    mounts: [],
    uncarried: [
      {
        line: 3,
        name: 'target=$HOME/.cache',
        why: 'the Dockerfile does not determine the value of its target',
      },
      { line: 4, name: 'id=f', why: 'its initial content comes from from=' },
      { line: 4, name: 'id=s', why: 'it has a source=' },
      { line: 6, name: 'id=$SUM', why: 'the Dockerfile does not determine the value of its id' },
      { line: 7, name: 'id=a b', why: 'its id has unusual characters' },
    ],
  })
})

test('several platforms name a mount that is left out once', () => {
  const text = 'FROM golang\nRUN --mount=type=cache,target=$HOME/.cache a'
  expect(of(text, { platforms: ['linux/amd64', 'linux/arm64'] }).uncarried).toHaveLength(1)
})

test('a text that is no Dockerfile has none', () => {
  for (const text of ['', 'RUN --mount=type=cache,target=/m x', '\0\0', '{"a":1}'])
    expect(ids(text)).toEqual([])
})
