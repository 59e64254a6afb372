import { expect, test } from '@jest/globals';
import { createBoard } from '../../../src/core/plan/board.ts';
import { createDraft } from '../../../src/core/plan/draft.ts';
import { grainOf } from '../../../src/core/plan/grain.ts';
import { objectiveOf } from '../../../src/core/plan/objective.ts';
import { searchWeek } from '../../../src/core/plan/search.ts';
import { fc } from '../../setup/properties.ts';
import { smallCaseload } from './small-caseloads.ts';

const grain = (
  weights: readonly [number, number, number, number, number],
  fits: Readonly<Record<string, number>> = {},
) => {
  const [unmetSession, visit, keep, classDayOver, schoolSwap] = weights;
  return grainOf({
    weights: { unmetSession, visit, keep, classDayOver, schoolSwap },
    fit: { fine: fits },
  });
};

test.each([
  ['as the weights come', grain([8, 0.6, 0.75, 1.5, 0.5], { writing: 3, art: 2 }), 0.05],
  ['as all worths have it in common', grain([8, 4, 12, 0, 20], { writing: 4 }), 4],
  ['as fine as the finest fit', grain([8, 4, 12, 0, 20], { writing: 4, art: 0.125 }), 0.125],
  ['a thousandth', grain([8, 0.6, 0.75, 1.5, 0.001]), 0.001],
  ['none, where a weight is finer', grain([8, 0.6, 0.75, 1.5, 0.0005]), 0],
  ['what a computer’s tenths come to', grain([0.1 + 0.2, 0, 0, 0, 0]), 0.3],
  ['none, where nothing is worth anything', grain([0, 0, 0, 0, 0]), 0],
])('weeks differ by a grain: %s', (_words, found, expected) => {
  expect(found).toBeCloseTo(expected, 12);
});

test('whatever week is found is worth a whole number of grains', () => {
  fc.assert(
    fc.property(smallCaseload({ therapists: 2, classes: 3, services: 6 }), (caseload) => {
      const board = createBoard(caseload);
      let steps = 30;
      for (const week of searchWeek(board, 1)) {
        const grains = objectiveOf(createDraft(board, week?.visits ?? [])) / grainOf(caseload);
        expect(grains).toBeCloseTo(Math.round(grains), 6);
        steps -= 1;
        if (steps < 0) break;
      }
    }),
    { numRuns: 15 },
  );
});
