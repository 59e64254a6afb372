import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Board, createBoard } from '../../src/core/plan/board.ts';
import { checkPlan } from '../../src/core/plan/check-plan.ts';
import { createDraft } from '../../src/core/plan/draft.ts';
import { grainOf } from '../../src/core/plan/grain.ts';
import { objectiveOf } from '../../src/core/plan/objective.ts';
import { writeVisits } from '../../src/core/plan/write-plan.ts';
import { createBounding } from '../../src/planning/bounding.ts';
import { createExact } from '../../src/planning/exact.ts';
import { createIncumbent } from '../../src/planning/incumbent.ts';
import { unpack } from '../../src/planning/packed.ts';
import { createSolver, type Solver } from '../../src/planning/solver.ts';
import type { PackedVisit } from '../../src/planning/tasks.ts';
import { bestObjective } from '../core/plan/brute-force.ts';
import { smallCaseload } from '../core/plan/small-caseloads.ts';
import { fc } from '../setup/properties.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

const everybody = (board: Board) => board.pairsOf.map((_, therapist) => therapist);
const looked = (board: Board, visits: readonly PackedVisit[] | undefined) =>
  checkPlan(board.caseload, writeVisits(board, unpack(board, visits ?? [])));

/** The best week of one therapist. */
const proven = (board: Board) => {
  const grain = grainOf(board.caseload);
  const { visits, bound } = createExact(board, solver).part({
    kind: 'part',
    therapists: [0],
    visits: [],
    limits: { grain },
  });
  return { ...looked(board, visits), bound: bound + objectiveOf(createDraft(board)), grain };
};

/** A good week of all, with every school open. */
const improved = (board: Board) =>
  createExact(board, solver).schools({
    kind: 'schools',
    therapists: everybody(board),
    visits: [],
    seed: 1,
    isNew: true,
    limits: { grain: grainOf(board.caseload) },
  });

describe('the exact models', () => {
  test('prove one therapist’s week: it keeps every rule and is as good as trying everything', () => {
    let compared = 0;
    fc.assert(
      fc.property(smallCaseload({ therapists: 1, classes: 3, services: 4 }), (caseload) => {
        const { broken, objective, bound, grain } = proven(createBoard(caseload));
        expect(broken).toEqual([]);
        expect(bound).toBeGreaterThan(objective - 1e-6);
        expect(bound).toBeLessThan(objective + grain);
        const most = bestObjective(caseload);
        if (most === undefined) return;
        compared += 1;
        expect(objective).toBeCloseTo(most, 6);
      }),
      { numRuns: 30, seed: 3 },
    );
    expect(compared).toBeGreaterThan(10);
  });

  test('plan weeks of several that keep every rule, and nearly always as good as trying everything', () => {
    let [runs, best] = [0, 0];
    fc.assert(
      fc.property(smallCaseload({ therapists: 2, classes: 2, services: 4 }), (caseload) => {
        const board = createBoard(caseload);
        const { broken, objective } = looked(board, improved(board).visits);
        expect(broken).toEqual([]);
        const most = bestObjective(caseload);
        if (most === undefined) return;
        runs += 1;
        expect(objective).toBeLessThan(most + 1e-6);
        if (objective > most - 1e-6) best += 1;
      }),
      { numRuns: 30, seed: 3 },
    );
    expect(runs).toBeGreaterThan(10);
    expect(best / runs).toBeGreaterThan(0.9);
  });

  test('let no visit run into the next across noon, where a therapist serves one school but is asked for in two', () => {
    const open = { activity: 'writing', open: true };
    const service = { therapist: 't0', focus: 'fine', sessionsPerWeek: 1 };
    const { broken } = proven(
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
        const exact = createExact(board, solver);
        const { objective } = looked(board, improved(board).visits);
        const incumbent = createIncumbent(board, () => {});
        const { prices } = exact.relax({ kind: 'relax', therapists: everybody(board) });
        const bounding = createBounding(board, incumbent, prices);
        while (bounding.round < 3) {
          const task = bounding.take();
          // Nobody has a class to go to.
          if (task === undefined) break;
          bounding.answer(task.therapist, exact.price({ kind: 'price', ...task }));
        }
        expect(incumbent.bound).toBeGreaterThan(objective - 1e-6);
      }),
      { numRuns: 12 },
    );
  });
});
