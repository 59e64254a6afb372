import { describe, expect, test } from '@jest/globals';
import { judge } from './messages/judge.ts';

/** How many of each set's messages are read exactly, in all six fields: it may grow and never shrink. */
describe.each([
  ['set-1', 146, 149],
  ['set-2', 147, 150],
])('messages of strangers, %s', (set, exact, rightIntent) => {
  const verdict = judge(set);

  test('no refusal is read as a yes', () => {
    expect(verdict.falseYes).toEqual([]);
  });

  test(`at least ${exact} are read exactly, ${rightIntent} with the right intent`, () => {
    const { misses } = verdict;
    const isAsGood = verdict.exact >= exact && verdict.rightIntent >= rightIntent;
    expect({ isAsGood, misses: isAsGood ? [] : misses }).toEqual({ isAsGood: true, misses: [] });
  });
});
