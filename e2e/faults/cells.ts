import type { Cell, Expected } from './cell.ts'
import type { Fault, Rule } from './fault-proxy.ts'
import type { FaultyStore } from './subject.ts'

type StoreCell = Cell<FaultyStore>

/** Befalls what the import asks for, and nothing that the export does: it begins later. */
function reading(fault: Fault, ...kinds: ('isIndex' | 'isLayer')[]): StoreCell['strike'] {
  return (store) => {
    let isWriting = false
    store.proxy.setRule((asked) => {
      isWriting ||= store.isWrite(asked)
      return !isWriting && kinds.some((kind) => store[kind](asked)) ? fault : undefined
    })
  }
}

/** Befalls each request that writes. */
function writing(fault: (store: FaultyStore) => Fault): StoreCell['strike'] {
  return (store) => store.proxy.setRule((asked) => (store.isWrite(asked) ? fault(store) : undefined))
}

/** Happens as the request comes that is the so-manyth to write. */
function atWrite(count: number, harm: (store: FaultyStore) => Promise<void>): StoreCell['strike'] {
  return (store) => {
    let seen = 0
    const rule: Rule = async (asked) => {
      if (store.isWrite(asked) && ++seen === count) await harm(store)
      return undefined
    }
    store.proxy.setRule(rule)
  }
}

/** Data stops, and connections stay open. */
const blackhole = (store: FaultyStore): Promise<void> => store.wire.poison('timeout', {}, 'upstream')

const SHORT = { 'cache-timeout': '3s' }

const LOST = {
  why: 'BuildKit reads a cache under the lock that every build needs, and this builder, a remote one, is not ours to restart',
  says: /^::error::.*may hang until it is restarted: restart its buildkitd/m,
}

/** azblob's client prints nothing of a layer before it has it; of gha's caches no manifest can be asked for it. */
const unseen = (name: string): Expected =>
  /azblob|gha/.test(name)
    ? { waits: 'the store answers, and nothing tells that the layer waited for is one of its' }
    : {}
const gha500 = (name: string): Expected =>
  name === 'gha'
    ? { waits: 'the Azure client in BuildKit tries ten times, 100 s and more, and the service answers' }
    : {}

const afterSilence = (name: string): Expected => ({
  state: 'failed',
  ...(name === 'gha' && {
    mayLack: 'a key that was reserved for a layer stays taken without it, and BuildKit takes it for there',
  }),
})

const MANAGED = 'a service that is run for its users shows them no disk: to them it is the quota, or 500'
const noDisk = (name: string): string | undefined => (/azblob|gha/.test(name) ? MANAGED : undefined)

export const imports: StoreCell[] = [
  {
    side: 'import',
    fault: 'absent',
    strike: () => {},
    inputs: { 'cache-name': 'never-built' },
    expected: () => ({ written: true, state: 'missing' }),
  },
  {
    side: 'import',
    fault: '401',
    strike: (store) => reading(store.refusal(401, 'AuthenticationFailed'), 'isIndex', 'isLayer')(store),
  },
  {
    side: 'import',
    fault: '403',
    strike: (store) => reading(store.refusal(403, 'AuthorizationFailure'), 'isIndex', 'isLayer')(store),
  },
  { side: 'import', fault: '404 blob', strike: reading({ status: 404 }, 'isLayer') },
  { side: 'import', fault: '500', strike: reading({ status: 500 }, 'isIndex', 'isLayer') },
  {
    side: 'import',
    fault: '500 blob',
    strike: reading({ status: 500 }, 'isLayer'),
    inputs: SHORT,
    expected: gha500,
  },
  { side: 'import', fault: 'reset mid-body', strike: reading('half', 'isLayer') },
  { side: 'import', fault: 'truncated blob', strike: reading('short', 'isLayer') },
  { side: 'import', fault: 'corrupted blob', strike: reading('wrong', 'isLayer') },
  { side: 'import', fault: 'corrupted index', strike: reading('wrong', 'isIndex') },
  { side: 'import', fault: 'blackhole', strike: blackhole, inputs: SHORT, expected: { lost: LOST } },
  {
    side: 'import',
    fault: 'blackhole blob',
    strike: reading('silence', 'isLayer'),
    inputs: SHORT,
    expected: unseen,
  },
  { side: 'import', fault: 'store down', strike: (store) => store.wire.cut(), expected: { written: false } },
  {
    side: 'import',
    fault: 'connections reset',
    strike: (store) => store.wire.poison('reset_peer'),
    expected: { written: false },
  },
]

export const exports_: StoreCell[] = [
  {
    side: 'export',
    fault: '401',
    strike: (store) => writing(() => store.refusal(401, 'AuthenticationFailed'))(store),
  },
  {
    side: 'export',
    fault: '403',
    strike: (store) => writing(() => store.refusal(403, 'AuthorizationFailure'))(store),
  },
  { side: 'export', fault: '500', strike: writing(() => ({ status: 500 })) },
  { side: 'export', fault: 'reset', strike: writing(() => 'reset') },
  {
    side: 'export',
    fault: 'quota full',
    strike: (store) => writing(() => store.refusal(507, 'QuotaExceeded'))(store),
  },
  { side: 'export', fault: 'read-only', strike: ({ disk }) => disk?.setReadOnly(), senseless: noDisk },
  { side: 'export', fault: 'disk full', strike: ({ disk }) => disk?.fill(8), senseless: noDisk },
  // It is not read again either: that would hang for good.
  {
    side: 'export',
    fault: 'blackhole',
    strike: atWrite(1, blackhole),
    inputs: SHORT,
    expected: afterSilence,
  },
  { side: 'export', fault: 'store dies half way', strike: atWrite(3, ({ wire }) => wire.cut()) },
  { side: 'export', fault: 'process killed', strike: atWrite(3, (store) => store.kill()) },
]
