export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/script/strip-types.js' },
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
}
