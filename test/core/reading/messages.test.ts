import { describe, expect, test } from '@jest/globals';
import { judge } from './messages/judge.ts';

/**
 * How many of each set's messages are read exactly, in all six fields: it may grow and never shrink. The lexicon has
 * learned from the first three sets (the third was unseen once, and read exactly at 78.8 %); `unseen` tells how it
 * does with people it has never met, so nobody should mend a word for one of its lines.
 */
describe.each([
  ['set-1', 146, 149, 0],
  ['set-2', 147, 150, 0],
  ['set-3', 165, 166, 0],
  ['unseen', 136, 147, 1],
])('messages of strangers, %s', (set, exact, rightIntent, falseYes) => {
  const verdict = judge(set);

  test(`refusals read as a yes: ${falseYes}`, () => {
    expect(verdict.falseYes.length).toBeLessThanOrEqual(falseYes);
  });

  test(`at least ${exact} are read exactly, ${rightIntent} with the right intent`, () => {
    const { misses } = verdict;
    const isAsGood = verdict.exact >= exact && verdict.rightIntent >= rightIntent;
    expect({ isAsGood, misses: isAsGood || set === 'unseen' ? [] : misses }).toEqual({
      isAsGood: true,
      misses: [],
    });
  });
});
