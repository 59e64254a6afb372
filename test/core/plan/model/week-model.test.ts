import { describe, expect, test } from '@jest/globals';
import { type Board, createBoard, dayOf } from '../../../../src/core/plan/board.ts';
import type { Caseload } from '../../../../src/core/plan/caseload.ts';
import { checkPlan } from '../../../../src/core/plan/check-plan.ts';
import { createDraft, type Visit } from '../../../../src/core/plan/draft.ts';
import { readSolution, writeSolution } from '../../../../src/core/plan/model/read-solution.ts';
import { type WeekModel, weekModel } from '../../../../src/core/plan/model/week-model.ts';
import { writeVisits } from '../../../../src/core/plan/write-plan.ts';
import { fc } from '../../../setup/properties.ts';
import { smallCaseload } from '../small-caseloads.ts';

const caseloads = smallCaseload({ therapists: 3, classes: 3, services: 8 });
/** Which candidates, and by its bits which of the pair’s mandates are served in each. */
const picks = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 31 })), { minLength: 1, maxLength: 6 });

const weekOf = (board: Board, chosen: readonly (readonly [number, number])[]): Visit[] =>
  chosen.flatMap(([nth, bits]) => {
    const candidate = board.candidates[nth % board.candidates.length];
    const own = candidate && board.pairs[candidate.pair]?.mandates;
    const group = own?.filter((_, place) => (bits & (1 << place)) !== 0) ?? [];
    return candidate === undefined || group.length === 0 ? [] : [{ candidate, group }];
  });
const check = (board: Board, week: readonly Visit[]) => checkPlan(board.caseload, writeVisits(board, week));
const isValid = (board: Board, week: readonly Visit[]) => check(board, week).broken.length === 0;
/** As many of them as go together. */
const validPart = (board: Board, week: readonly Visit[]) => {
  const kept: Visit[] = [];
  for (const visit of week) if (isValid(board, [...kept, visit])) kept.push(visit);
  return kept;
};

/** What a solution is worth, with what it costs beside: undefined where it is none. */
const worthIn = ({ model, visits, served, schools }: WeekModel, solution: Float64Array) => {
  const values = [...solution];
  const named = new Set([...visits, ...served, ...schools].map(({ column }) => column));
  const rows = Array.from({ length: model.numRows }, (_, row) => {
    const terms = [...model.indices.slice(model.starts[row], model.starts[row + 1])].map(
      (column, nth) => [column, model.values[(model.starts[row] ?? 0) + nth] ?? 0] as const,
    );
    return { terms, low: model.rowLower[row] ?? 0, high: model.rowUpper[row] ?? 0 };
  });
  const sumOf = (terms: readonly (readonly [number, number])[]) =>
    terms.reduce((sum, [column, factor]) => sum + factor * (values[column] ?? 0), 0);
  for (const { terms, low, high } of rows) {
    const cost = terms.find(([column]) => !named.has(column));
    if (cost === undefined) continue;
    const [column, factor] = cost;
    const lacking = factor > 0 ? low - sumOf(terms) : sumOf(terms) - high;
    if (lacking > 0) values[column] = (values[column] ?? 0) + lacking;
  }
  const keepsRows = rows.every(({ terms, low, high }) => {
    const sum = sumOf(terms);
    return sum > low - 1e-9 && sum < high + 1e-9;
  });
  const keepsBounds = values.every(
    (value, column) => (model.colLower[column] ?? 0) <= value && value <= (model.colUpper[column] ?? 0),
  );
  if (!keepsRows || !keepsBounds) return undefined;
  return values.reduce((sum, value, column) => sum + value * (model.colCost[column] ?? 0), 0);
};

const everybody = (board: Board) => board.pairsOf.map((_, therapist) => therapist);

describe('the model of a week', () => {
  test('has every week that keeps the rules, at its worth', () => {
    fc.assert(
      fc.property(caseloads, picks, (caseload, chosen) => {
        const board = createBoard(caseload);
        const week = validPart(board, weekOf(board, chosen));
        const model = weekModel(createDraft(board), { therapists: everybody(board) });
        const nothing = check(board, []).objective;
        expect(worthIn(model, writeSolution(model, week))).toBeCloseTo(
          check(board, week).objective - nothing,
          6,
        );
      }),
      { numRuns: 150 },
    );
  });

  test('has no other: whatever solves it can be read as a week that keeps the rules and is worth the same', () => {
    let solved = 0;
    fc.assert(
      fc.property(caseloads, picks, (caseload, chosen) => {
        const board = createBoard(caseload);
        const draft = createDraft(board);
        const model = weekModel(draft, { therapists: everybody(board) });
        const solution = writeSolution(model, weekOf(board, chosen));
        const worth = worthIn(model, solution);
        if (worth === undefined) return;
        solved += 1;
        const week = readSolution(draft, model, solution);
        if (week === undefined) throw new Error('whole visits were not read');
        const { broken, objective } = check(board, week);
        expect(broken).toEqual([]);
        expect(worth).toBeCloseTo(objective - check(board, []).objective, 6);
      }),
      { numRuns: 300 },
    );
    expect(solved).toBeGreaterThan(30);
  });

  test('of one therapist leaves everybody else where they are', () => {
    fc.assert(
      fc.property(caseloads, picks, (caseload, chosen) => {
        const board = createBoard(caseload);
        const week = validPart(board, weekOf(board, chosen));
        const others = week.filter(({ candidate }) => candidate.therapist !== 0);
        const own = week.filter(({ candidate }) => candidate.therapist === 0);
        const draft = createDraft(board, others);
        const model = weekModel(draft, { therapists: [0] });
        expect(new Set(model.visits.map(({ candidate }) => candidate.therapist)).size).toBeLessThan(2);
        for (const { candidate } of model.visits)
          expect(draft.byClassDay[dayOf(candidate.classroom, candidate.day)]).not.toContainEqual(
            expect.objectContaining({ start: candidate.start }),
          );
        const gain = check(board, week).objective - check(board, others).objective;
        expect(worthIn(model, writeSolution(model, own))).toBeCloseTo(gain, 6);
      }),
      { numRuns: 100 },
    );
  });
});

/** One class that writes from nine to ten and from eleven to twelve on Monday, and those who come to it. */
const oneClass = (therapists: number, students: number, changes: Partial<Caseload> = {}): Board =>
  createBoard({
    name: 'one class',
    slotMinutes: 30,
    visitMinutes: 30,
    groupCap: 3,
    classVisitsPerDay: 1,
    midday: { start: '12:30', end: '13:00' },
    weights: { unmetSession: 8, visit: 1, keep: 0.75, classDayOver: 1.5, schoolSwap: 0.5 },
    fit: { fine: { writing: 3 } },
    therapists: Array.from({ length: therapists }, (_, nth) => ({
      id: `t${nth}`,
      discipline: 'OT',
      schools: ['north'],
      busy: [],
    })),
    classes: [
      {
        id: 'c0',
        school: 'north',
        week: { Mon: [{ start: '09:00', end: '10:00', activity: 'writing', open: true }] },
      },
    ],
    services: Array.from({ length: students }, (_, nth) => ({
      id: `s${nth}`,
      therapist: `t${nth % therapists}`,
      class: 'c0',
      focus: 'fine',
      sessionsPerWeek: 1,
    })),
    lastWeek: [],
    ...changes,
  });

/** All columns by hand: how much there is of each visit, and how many are served. */
const inParts = (model: WeekModel, visits: readonly number[], served: readonly number[]) => {
  const values = new Float64Array(model.model.numCols);
  model.visits.forEach(({ column }, nth) => {
    values[column] = visits[nth] ?? 0;
  });
  model.served.forEach(({ column }, nth) => {
    values[column] = served[nth] ?? 0;
  });
  return worthIn(model, values);
};

describe('two visits of one therapist at once are no solution', () => {
  const isSolved = (board: Board) => {
    const [first, second] = board.candidates;
    if (first === undefined || second === undefined) throw new Error('two visits are needed');
    const model = weekModel(createDraft(board), { therapists: [0] });
    const week = [
      { candidate: first, group: [0] },
      { candidate: second, group: [1] },
    ];
    return worthIn(model, writeSolution(model, week)) !== undefined;
  };
  const half = (start: string, end: string) => ({ Mon: [{ start, end, activity: 'writing', open: true }] });
  const classes = (second: [string, string]) =>
    [half('09:00', '09:30'), half(...second)].map((week, nth) => ({ id: `c${nth}`, school: 'north', week }));
  const services = ['c0', 'c1'].map((room) => ({
    id: room,
    therapist: 't0',
    class: room,
    focus: 'fine',
    sessionsPerWeek: 1,
  }));

  test('in two classes', () => {
    expect(isSolved(oneClass(1, 0, { classes: classes(['09:15', '09:45']), services }))).toBe(false);
    expect(isSolved(oneClass(1, 0, { classes: classes(['09:30', '10:00']), services }))).toBe(true);
  });

  test('across noon, for somebody who is asked for in two schools', () => {
    const noon = (start: string, end: string) =>
      oneClass(1, 2, {
        slotMinutes: 15,
        classes: [
          { id: 'c0', school: 'north', week: half(start, end) },
          { id: 'c1', school: 'south', week: {} },
        ],
        services: ['c0', 'c0', 'c1'].map((room, nth) => ({
          id: `s${nth}`,
          therapist: 't0',
          class: room,
          focus: 'fine',
          sessionsPerWeek: 1,
        })),
      });
    expect(isSolved(noon('11:45', '12:30'))).toBe(false);
  });
});

describe('a solution in parts', () => {
  test('has no room for four students in one visit and a third', () => {
    const model = weekModel(createDraft(oneClass(1, 4)), { therapists: [0] });
    expect(inParts(model, [1, 1], [4])).toBeCloseTo(4 * 11 - 2 - 1.5, 6);
    expect(inParts(model, [1, 1 / 3], [4])).toBeUndefined();
    expect(inParts(model, [1, 1 / 3], [3 + 1 / 3])).toBeCloseTo((3 + 1 / 3) * 11 - 4 / 3 - 0.5, 6);
    expect(inParts(model, [1, 1 / 3], [3.4])).toBeUndefined();
  });

  test('is not read as a week', () => {
    const draft = createDraft(oneClass(1, 2));
    const model = weekModel(draft, { therapists: [0] });
    const values = (much: number) => Float64Array.from({ length: model.model.numCols }, () => much);
    expect(readSolution(draft, model, values(0.5))).toBeUndefined();
    expect(readSolution(draft, model, values(0.98))).toBeUndefined();
    expect(readSolution(draft, model, values(0.995))).toHaveLength(1);
  });
});

describe('class time that several want', () => {
  test('has a row for each start, and one for the visits of the day, where it may be too many', () => {
    const { slotRows, crowdRows } = weekModel(createDraft(oneClass(2, 2)), { therapists: [0, 1] });
    expect(slotRows.map(({ classDay, minute }) => [classDay, minute])).toEqual([
      [0, 540],
      [0, 570],
    ]);
    expect(crowdRows.map(({ classDay }) => classDay)).toEqual([0]);
  });

  test('has none for one alone, or where a day can never be too full', () => {
    expect(weekModel(createDraft(oneClass(1, 2)), { therapists: [0] }).slotRows).toEqual([]);
    const roomy = oneClass(2, 2, { classVisitsPerDay: 4 });
    expect(weekModel(createDraft(roomy), { therapists: [0, 1] }).crowdRows).toEqual([]);
    const weights = { unmetSession: 8, visit: 1, keep: 0, classDayOver: 0, schoolSwap: 0 };
    const cheap = oneClass(2, 2, { weights });
    expect(weekModel(createDraft(cheap), { therapists: [0, 1] }).crowdRows).toEqual([]);
  });

  test('has its price instead, where prices are given: for every minute of a visit that has one, and for the day', () => {
    const board = oneClass(2, 2);
    const prices = {
      slots: new Map([
        [
          0,
          new Map([
            [540, 2],
            [555, 0.5],
            [570, 4],
          ]),
        ],
      ]),
      crowd: new Map([[0, 0.25]]),
    };
    const { model, visits, slotRows, crowdRows } = weekModel(createDraft(board), { therapists: [0], prices });
    expect(visits.map(({ column }) => model.colCost[column])).toEqual([-1 - 0.25 - 2.5, -1 - 0.25 - 4]);
    expect([slotRows, crowdRows]).toEqual([[], []]);
    const elsewhere = { slots: new Map([[1, new Map([[540, 2]])]]), crowd: new Map([[1, 9]]) };
    const free = weekModel(createDraft(board), { therapists: [0], prices: elsewhere });
    expect(free.visits.map(({ column }) => free.model.colCost[column])).toEqual([-1, -1]);
  });
});
