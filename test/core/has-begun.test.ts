import { expect, test } from '@jest/globals';
import { hasBegun } from '../../src/core/has-begun.ts';
import { instantOf } from '../../src/core/time.ts';
import { at, monday } from './sample-school.ts';

test('a visit has begun from its first minute on, on the clock of its own school', () => {
  const visit = { date: monday, start: at(9), zone: 'Pacific/Honolulu' };
  const nine = instantOf(monday, at(9), 'Pacific/Honolulu');
  expect([nine - 1, nine, nine + 1].map((now) => hasBegun(visit, now))).toEqual([false, true, true]);
});
