import base from '../../jest.config.js';
import { parts } from './parts.js';

/** Without a database: Stryker runs these tests again for each change it makes. */
const { globalSetup: _start, globalTeardown: _stop, ...pure } = base;
export default {
  ...pure,
  rootDir: '../..',
  testMatch: parts[process.env.MUTATION_PART].tests.map((tests) => `<rootDir>/${tests}`),
  maxWorkers: 1,
};
