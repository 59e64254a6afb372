import { parts } from './parts.js';

export default {
  mutate: parts[process.env.MUTATION_PART].mutate,
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
  // Tests are ES modules.
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  // Stryker would look for TypeScript beside itself; swc strips the types here.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  concurrency: 1,
  thresholds: { high: 95, low: 95, break: 95 },
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: 'coverage/mutation',
};
