import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/** What a test gets from `@jest/globals`. Modules are shared by suites, so these are always the running suite's. */
export let describe, test, expect, beforeAll, beforeEach, afterEach, afterAll;

export const begin = (globals) => {
  ({ describe, test, expect, beforeAll, beforeEach, afterEach, afterAll } = globals);
};

const timeout = Symbol.for('TEST_TIMEOUT_SYMBOL');
const mocker = new ModuleMocker(globalThis);
const timers = new ModernFakeTimers({ config: { fakeTimers: {} }, global: globalThis });

/** The next suite finds Node as this one found it. */
export const end = () => {
  mocker.restoreAllMocks();
  timers.useRealTimers();
  delete globalThis[timeout];
};

/** As much of `jest` as our tests use. */
export const jest = {
  setTimeout: (ms) => {
    globalThis[timeout] = ms;
  },
  spyOn: mocker.spyOn.bind(mocker),
  restoreAllMocks: mocker.restoreAllMocks.bind(mocker),
  useFakeTimers: timers.useFakeTimers.bind(timers),
  useRealTimers: timers.useRealTimers.bind(timers),
  advanceTimersByTimeAsync: timers.advanceTimersByTimeAsync.bind(timers),
};
