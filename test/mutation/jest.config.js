import base from '../../jest.config.js';

/** Tests that need nothing but the code: no database, no server. Stryker runs them once for each change it makes. */
const { globalSetup: _start, globalTeardown: _stop, ...pure } = base;
export default {
  ...pure,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/core/**/*.test.ts', '<rootDir>/test/usecases/{refuse,rights}.test.ts'],
  maxWorkers: 1,
};
