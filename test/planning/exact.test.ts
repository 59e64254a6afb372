import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Board, createBoard, week } from '../../src/core/plan/board.ts';
import { checkPlan } from '../../src/core/plan/check-plan.ts';
import { createDraft } from '../../src/core/plan/draft.ts';
import { grainOf } from '../../src/core/plan/grain.ts';
import { objectiveOf } from '../../src/core/plan/objective.ts';
import { searchWeek } from '../../src/core/plan/search.ts';
import { writeVisits } from '../../src/core/plan/write-plan.ts';
import { createBounding } from '../../src/planning/bounding.ts';
import { createExact } from '../../src/planning/exact.ts';
import { createIncumbent } from '../../src/planning/incumbent.ts';
import { allHalves } from '../../src/planning/neighborhoods.ts';
import { unpack } from '../../src/planning/packed.ts';
import { createSolver, type Solver } from '../../src/planning/solver.ts';
import { bestObjective } from '../core/plan/brute-force.ts';
import { smallCaseload } from '../core/plan/small-caseloads.ts';

let solve: Solver;
beforeAll(async () => {
  solve = await createSolver();
});

const everybody = (board: Board) => board.pairsOf.map((_, therapist) => therapist);
const wholeWeek = (board: Board) => {
  const answer = createExact(board, solve).improve({
    kind: 'improve',
    therapists: everybody(board),
    days: week,
    openHalves: allHalves(everybody(board), week),
    visits: [],
    limits: { grain: grainOf(board.caseload) },
  });
  const nothing = objectiveOf(createDraft(board));
  const visits = unpack(board, answer.visits ?? []);
  return { ...checkPlan(board.caseload, writeVisits(board, visits)), bound: answer.bound + nothing };
};

describe('the exact models', () => {
  test('plan weeks that keep every rule, as good as trying everything and as their own bound', () => {
    let compared = 0;
    fc.assert(
      fc.property(smallCaseload({ therapists: 2, classes: 2, services: 4 }), (caseload) => {
        const { broken, objective, bound } = wholeWeek(createBoard(caseload));
        expect(broken).toEqual([]);
        expect(bound).toBeGreaterThan(objective - 1e-6);
        const most = bestObjective(caseload);
        if (most === undefined) return;
        compared += 1;
        expect(objective).toBeCloseTo(most, 6);
      }),
      { numRuns: 80, seed: 3 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  test('are never beaten by the search, in larger weeks with several therapists', () => {
    fc.assert(
      fc.property(smallCaseload({ therapists: 3, classes: 4, services: 12 }), (caseload) => {
        const board = createBoard(caseload);
        const { broken, bound } = wholeWeek(board);
        expect(broken).toEqual([]);
        let steps = 150;
        for (const found of searchWeek(board, 1)) {
          if (found !== undefined) expect(found.objective).toBeLessThan(bound + 1e-6);
          steps -= 1;
          if (steps < 0) break;
        }
      }),
      { numRuns: 25 },
    );
  });

  test('let no visit run into the next across noon, where a therapist serves one school but is asked for in two', () => {
    const open = { activity: 'writing', open: true };
    const service = { therapist: 't0', focus: 'fine', sessionsPerWeek: 1 };
    const { broken } = wholeWeek(
      createBoard({
        name: 'noon',
        slotMinutes: 15,
        visitMinutes: 30,
        groupCap: 1,
        classVisitsPerDay: 1,
        midday: { start: '11:45', end: '12:15' },
        weights: { unmetSession: 8, visit: 0.6, keep: 0.75, classDayOver: 1.5, schoolSwap: 0.5 },
        fit: { fine: { writing: 3 } },
        therapists: [{ id: 't0', discipline: 'OT', schools: ['south'], busy: [] }],
        classes: [
          { id: 'c0', school: 'south', week: { Mon: [{ start: '11:45', end: '12:30', ...open }] } },
          { id: 'c1', school: 'north', week: { Mon: [] } },
        ],
        services: [
          { id: 's0', class: 'c0', ...service },
          { id: 's1', class: 'c1', ...service },
          { id: 's2', class: 'c0', ...service },
        ],
        lastWeek: [],
      }),
    );
    expect(broken).toEqual([]);
  });

  test('prove bounds at any prices, round after round, that no week is above', () => {
    fc.assert(
      fc.property(smallCaseload({ therapists: 3, classes: 3, services: 10 }), (caseload) => {
        const board = createBoard(caseload);
        const exact = createExact(board, solve);
        const { objective } = wholeWeek(board);
        const incumbent = createIncumbent(board, () => {});
        const { prices } = exact.relax({ kind: 'relax', therapists: everybody(board), limits: {} });
        const bounding = createBounding(board, incumbent, prices);
        while (bounding.round < 3) {
          const therapist = bounding.take();
          // Nobody has a class to go to.
          if (therapist === undefined) break;
          bounding.answer(
            therapist,
            exact.price({ kind: 'price', therapist, prices: bounding.prices, visits: [], limits: {} }),
          );
        }
        expect(incumbent.bound).toBeGreaterThan(objective - 1e-6);
      }),
      { numRuns: 25 },
    );
  });
});
