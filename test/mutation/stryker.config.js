import { parts, reportOf } from './parts.js';

const part = process.env.MUTATION_PART;

export default {
  mutate: parts[part].mutate,
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
  // Tests are ES modules.
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  // Stryker would look for TypeScript beside itself; swc strips the types here.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  // What is worked out as a file loads would be asked of all tests of the core, minutes for each change.
  ignoreStatic: part === 'core',
  concurrency: 1,
  // All tests of the core once, also on a busy machine.
  dryRunTimeoutMinutes: 30,
  // After an endless loop a new process reads every file anew: that is no endless loop.
  timeoutMS: 60_000,
  // run.js reckons the score, without the changes that change nothing.
  thresholds: { break: null },
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: reportOf(part) },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: 'coverage/mutation',
};
