/**
 * `npm run mutation [-- --mutate src/core/time.ts]`: changes the code in small ways and counts how many of the changes
 * some test notices. Takes long, so it is not in CI; see docs/figures.md.
 */
export default {
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'test/mutation/jest.config.js' },
  // Tests are ES modules.
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  mutate: [
    'src/core/rights.ts',
    'src/usecases/refuse.ts',
    'src/core/quiet-hours.ts',
    'src/core/visit-state.ts',
    'src/core/possible-visits.ts',
    'src/core/propose.ts',
    'src/core/displaced-by.ts',
    'src/core/calendar/visit-stands.ts',
  ],
  thresholds: { high: 95, low: 90, break: 95 },
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false },
  tempDirName: 'coverage/mutation',
  allowEmpty: false,
};
