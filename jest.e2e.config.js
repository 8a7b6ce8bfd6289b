import base from './jest.config.js'

// The action end to end on real parts: two files at a time, since much of it is waiting. Tests wait for what they
// need; the limit is there for a build that hangs.
export default {
  ...base,
  testMatch: ['<rootDir>/e2e/**/*.test.ts'],
  globalSetup: '<rootDir>/e2e/temp-folder.js',
  setupFiles: [...base.setupFiles, '<rootDir>/e2e/own-folder.js'],
  testTimeout: 120_000,
  maxWorkers: 2,
}
