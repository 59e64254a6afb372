import { describe, expect, test } from '@jest/globals';
import { createBoard } from '../../../src/core/plan/board.ts';
import { checkPlan } from '../../../src/core/plan/check-plan.ts';
import type { Liking } from '../../../src/core/plan/day-options.ts';
import { createDice } from '../../../src/core/plan/dice.ts';
import { createDraft, type Draft, visitsOf } from '../../../src/core/plan/draft.ts';
import { changeSchool, lacks, moveClasses, moveDays, pushThrough } from '../../../src/core/plan/moves.ts';
import { objectiveOf } from '../../../src/core/plan/objective.ts';
import { replan } from '../../../src/core/plan/replan.ts';
import { searchWeek } from '../../../src/core/plan/search.ts';
import { writeVisits } from '../../../src/core/plan/write-plan.ts';
import { fc } from '../../setup/properties.ts';
import { smallCaseload } from './small-caseloads.ts';

const caseloads = smallCaseload({ therapists: 3, classes: 4, services: 10 });
/** A week after so many steps of a search. */
const draftOf = (caseload: Parameters<typeof createBoard>[0], steps: number): Draft => {
  const board = createBoard(caseload);
  let found = createDraft(board);
  for (const week of searchWeek(board, 1)) {
    if (week !== undefined) found = createDraft(board, week.visits);
    steps -= 1;
    if (steps < 0) break;
  }
  return found;
};
const written = (draft: Draft) =>
  writeVisits(draft.board, visitsOf(draft)).map((visit) => JSON.stringify(visit));
/** Rather some visits than others, so that something changes. */
const tasteOf =
  (seed: number): Liking =>
  ({ index }) =>
    ((index * 7919 + seed) % 13) - 6;
const moves = { moveDays, moveClasses, pushThrough, changeSchool };
const kinds = fc.constantFrom<(keyof typeof moves)[]>(
  'moveDays',
  'moveClasses',
  'pushThrough',
  'changeSchool',
);

describe('part of a week planned anew', () => {
  test('keeps every rule, gains what it says, touches nobody else, and can be taken back', () => {
    let changed = 0;
    fc.assert(
      fc.property(caseloads, fc.nat({ max: 20 }), kinds, fc.nat(), (caseload, steps, kind, seed) => {
        const draft = draftOf(caseload, steps);
        const { board } = draft;
        const therapist = board.pairsOf.findIndex(
          (pairs, nth) =>
            pairs.length > 0 && (kind !== 'changeSchool' || (board.schoolsOf[nth]?.length ?? 0) > 1),
        );
        if (therapist < 0) return;
        const [before, worth] = [written(draft), objectiveOf(draft)];
        const move = moves[kind](draft, therapist, createDice(seed), tasteOf(seed));
        expect(written(draft).toSorted()).toEqual(before.toSorted());
        const { gain, undo } = replan(draft, move);
        expect(gain).toBeCloseTo(objectiveOf(draft) - worth, 6);
        expect(checkPlan(caseload, writeVisits(board, visitsOf(draft)))).toEqual({
          broken: [],
          objective: expect.closeTo(objectiveOf(draft), 6),
        });
        const others = (lines: readonly string[]) =>
          lines.filter((line) => !line.includes(`"therapist":"t${therapist}"`));
        expect(others(written(draft))).toEqual(others(before));
        if (written(draft).join() !== before.join()) changed += 1;
        undo();
        expect(written(draft).toSorted()).toEqual(before.toSorted());
        expect(objectiveOf(draft)).toBeCloseTo(worth, 6);
      }),
      { numRuns: 80 },
    );
    expect(changed).toBeGreaterThan(10);
  });

  test('gives the whole of a class another chance: all its visits go', () => {
    fc.assert(
      fc.property(caseloads, kinds, fc.nat(), (caseload, kind, seed) => {
        const draft = draftOf(caseload, 10);
        const { board } = draft;
        const therapist = board.schoolsOf.findIndex((schools) => schools.length > 1);
        if (therapist < 0) return;
        const { goes, comes } = moves[kind](draft, therapist, createDice(seed), () => 0);
        for (const { candidate } of goes) expect(candidate.therapist).toBe(therapist);
        if (kind === 'moveDays') return;
        const pairs = new Set([...goes].map(({ candidate }) => candidate.pair));
        const left = visitsOf(draft).filter((visit) => !goes.has(visit));
        expect(left.filter(({ candidate }) => pairs.has(candidate.pair))).toEqual([]);
        expect(comes.length).toBeGreaterThanOrEqual(pairs.size);
      }),
      { numRuns: 60 },
    );
  });
});

test('a pair lacks a session as long as one of its students does', () => {
  fc.assert(
    fc.property(caseloads, (caseload) => {
      const draft = draftOf(caseload, 15);
      const { board, missing } = draft;
      const lacking = board.mandates.flatMap(({ pair }, mandate) =>
        (missing[mandate] ?? 0) > 0 ? [pair] : [],
      );
      board.pairs.forEach((_, pair) => void expect(lacks(draft, pair)).toBe(lacking.includes(pair)));
    }),
    { numRuns: 30 },
  );
});
