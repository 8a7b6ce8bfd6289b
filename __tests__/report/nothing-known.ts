import { judgeOutcome, type Outcome } from '../../src/report/outcome.ts'

/** A build of which there is no record, and no cache. */
export const nothingKnown: Outcome = judgeOutcome('no record', {
  entries: { from: [], to: [], ownKey: '' },
  specs: [],
  warnings: [],
  lost: [],
  unkept: [],
  secrets: [],
  failed: false,
  builderWasEmpty: false,
  withoutCache: false,
  dockerfile: undefined,
})
