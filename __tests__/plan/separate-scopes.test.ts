import { expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { branch } from '../../src/events/branch.ts'
import { makeEntries } from '../../src/plan/entries.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { keepApart } from '../../src/plan/separate-scopes.ts'

const yes = { allowed: true, why: '' }
const plan = (without: string[]): Plan => ({
  own: branch('topic'),
  ownWhy: '',
  write: { onGha: yes, elsewhere: yes },
  without,
  notes: [],
  reads: [
    { branch: branch('topic'), role: 'own', onGha: true },
    { branch: branch('main'), role: 'default', onGha: true },
  ],
  readShards: [''],
  writeShards: [''],
  soleShard: '',
})
const apart = 'without.secrets-982a723df7e2c08b__topic'

// An inline cache is where the image's tags are: a run that lacks a secret must not put it where others read.
test.each<[title: string, without: string[], tags: string[], written: string[]]>([
  ['the own key', ['secret license'], [`r.io/app:${apart}`], ['inline', 'registry']],
  ['no tag of ours', ['secret license'], ['r.io/app:v1', 'r.io/app', 'A B'], ['inline', 'registry']],
  ['the branch’s own', ['secret license'], ['r.io/app:v1', 'r.io/App:topic'], ['registry']],
  ['the default branch’s', ['secret license'], ['r.io/app:main'], ['registry']],
  ['another repository’s', ['secret license'], ['r.io/other:main'], ['inline', 'registry']],
  ['the branch’s own, with all secrets', [], ['r.io/app:topic'], ['inline', 'registry']],
])('tags: %s', (_, without, tags, written) => {
  const specs = parseSpecs(['type=inline,ref=r.io/app', 'type=registry,ref=r.io/cache'], {})
  const all = makeEntries(plan(without), specs, '')
  const { to, from } = keepApart(all, plan(without), specs, { cacheName: '', tags })
  expect(to.map(({ backend }) => backend)).toEqual(written)
  expect(from).toEqual(all.from)
})
