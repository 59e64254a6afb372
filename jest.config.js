/** Tests run far from UTC on purpose: a zone mistake shows in Chatham (+12:45) at once. */
process.env.TZ ??= 'Pacific/Chatham';

export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/setup/start-postgres.ts',
  globalTeardown: '<rootDir>/test/setup/stop-postgres.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
  // Modules of a finished file are never let go of; by the hundredth a worker spends its time tidying two gigabytes.
  workerIdleMemoryLimit: '600MB',
};
