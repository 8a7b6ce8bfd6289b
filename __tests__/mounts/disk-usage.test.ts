import { expect, test } from '@jest/globals'
import { parseHeldMounts } from '../../src/mounts/disk-usage.ts'

// As buildx 0.38.2 prints it.
const list = `ID:           454mzdzegecs59chmt7gze65q
Created at:   2026-11-25 07:40:18.597880432 +0000 UTC
Mutable:      true
Reclaimable:  true
Shared:       false
Size:         0B
Description:  cached mount /m/1 from exec /.mounts out with id "//root/.cache"
Usage count:  1
Last used:    Less than a second ago
Type:         exec.cachemount

ID:           p8udifxr5om1i2xehqzyghwzb
Parents:
 - 687q7fhbvxjxr711j1rue7xi2
Created at:   2026-11-25 07:40:18.596607256 +0000 UTC
Mutable:      true
Reclaimable:  true
Shared:       false
Size:         0B
Description:  cached mount /m/0 from exec /bin/sh -c echo "with id \\"no\\"" with id "/go"
Usage count:  1
Last used:    Less than a second ago
Type:         exec.cachemount

ID:           x0skdn1j4v0cmb5m4x2pdfv0l
Created at:   2026-11-25 07:40:18.596607256 +0000 UTC
Mutable:      true
Description:  cached mount /n from exec /bin/sh -c set -e

Parents:
Type:         regular
make with id "no"
 with id "n-s/relt"
Usage count:  1
Type:         exec.cachemount

ID:           qqr825l42xqw1368y76hdp0gi
Description:  cached mount /relt from exec /x in
Usage count:  1
Type:         exec.cachemount
`

test('ids, and whether a mount has an owner', () => {
  expect(parseHeldMounts(list)).toEqual([
    { id: '//root/.cache', isDerived: false },
    { id: '/go', isDerived: true },
    { id: 'n-s/relt', isDerived: false },
    { id: '/relt', isDerived: false },
  ])
})

test('anything else is none', () => {
  for (const text of ['', 'ID: x\n', 'ERROR: no builder', 'Type: regular\nDescription: a with id "x"'])
    expect(parseHeldMounts(text)).toEqual([])
})
