import { describe, expect, test } from '@jest/globals';
import { createBoard } from '../../../src/core/plan/board.ts';
import { caseloadOf } from '../../../src/core/week-plan/caseload-of.ts';
import { quickSteps, quickWeek, weekOf } from '../../../src/core/week-plan/planned-week.ts';
import { room12 } from './room-12.ts';
import { weekAsked } from './week-asked.ts';

const { caseload } = caseloadOf(weekAsked([room12()]));
const board = createBoard(caseload);
const shown = (objective: number, bound: number | null) => {
  const { bound: told, isProven } = weekOf(board, { visits: [], objective, bound });
  return [told, isProven];
};

describe('a week as it is shown', () => {
  test.each([
    ['proven where it reaches what no week is above', 7, 7, [7, true]],
    ['proven within what a computer rounds', 7, 7.0000005, [7.0000005, true]],
    ['not proven below that', 7, 7.00001, [7.00001, false]],
    ['without a bound not proven', 7, null, [null, false]],
    ['without a finite one, too', 7, Number.POSITIVE_INFINITY, [null, false]],
  ])('is %s', (_words, objective, bound, told) => {
    expect(shown(objective, bound)).toEqual(told);
  });

  test('says what has no place', () => {
    expect(weekOf(board, { visits: [], objective: 0, bound: null }).unplaced).toMatchObject([
      { service: 'k', missing: 1 },
    ]);
  });
});

describe('a quick week', () => {
  test('is valid at once, and not proven', () => {
    expect(quickWeek(caseload)).toMatchObject({
      visits: [{ class: 'Room 12', services: ['k'] }],
      unplaced: [],
      bound: null,
      isProven: false,
    });
    expect(quickWeek(caseload).objective).toBeGreaterThan(0);
  });

  test('comes in some hundred steps, in which others have their turn', () => {
    expect([...quickSteps(caseload)]).toHaveLength(board.pairs.length + 300);
  });

  test('of nobody is empty', () => {
    expect(quickWeek({ ...caseload, services: [] })).toMatchObject({
      visits: [],
      unplaced: [],
      objective: 0,
    });
  });
});
