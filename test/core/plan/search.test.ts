import { describe, expect, test } from '@jest/globals';
import { createBoard } from '../../../src/core/plan/board.ts';
import type { Caseload } from '../../../src/core/plan/caseload.ts';
import { checkPlan } from '../../../src/core/plan/check-plan.ts';
import { type FoundWeek, searchWeek } from '../../../src/core/plan/search.ts';
import { writeUnplaced, writeVisits } from '../../../src/core/plan/write-plan.ts';
import { fc } from '../../setup/properties.ts';
import { bestObjective } from './brute-force.ts';
import { smallCaseload } from './small-caseloads.ts';

const weeksOf = (caseload: Caseload, steps: number, seed = 1) => {
  const board = createBoard(caseload);
  const weeks: FoundWeek[] = [];
  for (const week of searchWeek(board, seed)) {
    if (week !== undefined) weeks.push(week);
    steps -= 1;
    if (steps < 0) break;
  }
  return { board, weeks };
};

describe('the search', () => {
  test('finds only weeks that keep every rule, each worth more than the one before, and worth what it says', () => {
    fc.assert(
      fc.property(smallCaseload({ therapists: 3, classes: 4, services: 10 }), (caseload) => {
        const { board, weeks } = weeksOf(caseload, 150);
        const checks = weeks.map(({ visits }) => checkPlan(caseload, writeVisits(board, visits)));
        expect(checks.flatMap(({ broken }) => broken)).toEqual([]);
        checks.forEach(({ objective }, nth) => {
          expect(weeks[nth]?.objective).toBeCloseTo(objective, 6);
          if (nth > 0) expect(objective).toBeGreaterThan((checks[nth - 1]?.objective ?? 0) - 1e-9);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('never finds more than trying everything, and nearly always as much', () => {
    let [runs, best] = [0, 0];
    fc.assert(
      fc.property(smallCaseload({ therapists: 2, classes: 2, services: 4 }), (caseload) => {
        const most = bestObjective(caseload);
        if (most === undefined) return;
        const found = weeksOf(caseload, 200).weeks.at(-1)?.objective ?? 0;
        expect(found).toBeLessThan(most + 1e-6);
        runs += 1;
        if (found > most - 1e-6) best += 1;
      }),
      { numRuns: 80, seed: 7 },
    );
    expect(runs).toBeGreaterThan(20);
    expect(best / runs).toBeGreaterThan(0.9);
  });

  test('finds the same weeks again from the same seed', () => {
    fc.assert(
      fc.property(smallCaseload({ therapists: 2, classes: 3, services: 8 }), fc.nat(), (caseload, seed) => {
        expect(weeksOf(caseload, 60, seed).weeks).toEqual(weeksOf(caseload, 60, seed).weeks);
      }),
      { numRuns: 20 },
    );
  });

  test('says in a sentence why a session has no place', () => {
    fc.assert(
      fc.property(smallCaseload({ therapists: 3, classes: 3, services: 10 }), (caseload) => {
        const { board, weeks } = weeksOf(caseload, 60);
        const unplaced = writeUnplaced(board, weeks.at(-1)?.visits ?? []);
        for (const { why } of unplaced) expect(why).toMatch(/^[^;]+(; it would find a place if .+)?\.$/);
      }),
      { numRuns: 30 },
    );
  });
});
