export default {
  // Properties try many cases, and a machine may be busy: the limit is there for a test that hangs.
  testTimeout: 120_000,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/script/strip-types.js' },
  setupFiles: ['<rootDir>/__tests__/clean-process-env.ts'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
}
