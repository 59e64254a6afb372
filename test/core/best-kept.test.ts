import { describe, expect, test } from '@jest/globals';
import { bestKept } from '../../src/core/best-kept.ts';
import type { VisitState } from '../../src/core/visit-state.ts';

const visit = (swapRank: number | null, insteadOf: string | null = 'lost', state: VisitState = 'held') => ({
  swapRank,
  insteadOf,
  state,
});

describe('of the rooms kept in place of a lost visit', () => {
  test.each([
    ['the best counts', [visit(2), visit(1), visit(3)], [visit(1)]],
    ['the second, once the first is taken', [visit(2), visit(3)], [visit(2)]],
    ['one without a rank is the best', [visit(2), visit(null)], [visit(null)]],
    ['two of the same rank both', [visit(1), visit(null)], [visit(1), visit(null)]],
    ['each lost visit has its own', [visit(1, 'a'), visit(2, 'b')], [visit(1, 'a'), visit(2, 'b')]],
    [
      'what was kept for no lost visit stays',
      [visit(1, null), visit(2, null)],
      [visit(1, null), visit(2, null)],
    ],
    [
      'what is asked or agreed stays',
      [visit(1), visit(2, 'lost', 'agreed')],
      [visit(1), visit(2, 'lost', 'agreed')],
    ],
    [
      'what is no longer kept stands in nobody’s way',
      [visit(1, 'lost', 'withdrawn'), visit(2)],
      [visit(1, 'lost', 'withdrawn'), visit(2)],
    ],
  ])('%s', (_words, visits, counted) => {
    expect(bestKept(visits)).toEqual(counted);
  });
});
