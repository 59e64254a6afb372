import base from '../../jest.config.js';
import { parts } from './parts.js';

/** Without a database, and in contexts of their own: Stryker runs these tests again for each change it makes. */
const { globalSetup: _start, globalTeardown: _stop, testRunner: _inNode, ...pure } = base;
export default {
  ...pure,
  rootDir: '../..',
  testMatch: parts[process.env.MUTATION_PART].tests.map((tests) => `<rootDir>/${tests}`),
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  maxWorkers: 1,
};
