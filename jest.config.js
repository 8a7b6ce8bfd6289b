export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/script/strip-types.js' },
  setupFiles: ['<rootDir>/__tests__/clean-process-env.ts'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
}
