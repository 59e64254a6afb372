/** Tests run far from UTC on purpose: a zone mistake shows in Chatham (+12:45) at once. */
process.env.TZ ??= 'Pacific/Chatham';

export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Suites run in Node itself, which reads TypeScript with tsx: docs/decisions/0022.
  testRunner: '<rootDir>/test/setup/in-node/run-suite.mjs',
  transform: {},
  testSequencer: '<rootDir>/test/setup/longest-first.mjs',
  globalSetup: '<rootDir>/test/setup/start-postgres.ts',
  globalTeardown: '<rootDir>/test/setup/stop-postgres.ts',
  // A hang is found all the same, and a machine with too much to do is no fault.
  testTimeout: 120_000,
  maxWorkers: 2,
};
