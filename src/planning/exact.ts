import { at } from '../core/plan/at.ts';
import { type Board, type Candidate, DAYS, dayOf, week } from '../core/plan/board.ts';
import { createDraft, type Visit } from '../core/plan/draft.ts';
import type { Prices } from '../core/plan/model/prices.ts';
import { readSolution, writeSolution } from '../core/plan/model/read-solution.ts';
import { type Scope, type WeekModel, weekModel } from '../core/plan/model/week-model.ts';
import { pack, unpack } from './packed.ts';
import type { Solver } from './solver.ts';
import type { Answers, ImproveTask, PackedVisit, Task } from './tasks.ts';

type Do<K extends Task['kind']> = (task: Extract<Task, { kind: K }>) => Answers[K];
const undecided = () => undefined;

/** The exact part of planning: models of parts of the week, solved. */
export const createExact = (
  board: Board,
  solve: Solver,
  onBetter: (visits: readonly PackedVisit[]) => void = () => {},
): { [K in Task['kind']]: Do<K> } => ({
  relax: ({ therapists, limits }) => {
    const scope = { therapists, days: week, schoolOf: undecided, wholeSchools: false, wholeVisits: false };
    const model = weekModel(createDraft(board), scope);
    const { duals } = solve(model.model, limits);
    const slots = new Map<number, Map<number, number>>();
    const crowd = new Map<number, number>();
    if (duals === undefined) return { prices: { slots, crowd } };
    for (const { row, classDay, minute } of model.slotRows)
      put(slots, classDay, minute, Math.abs(at(duals, row)));
    for (const { row, classDay } of model.crowdRows) crowd.set(classDay, Math.abs(at(duals, row)));
    return { prices: { slots, crowd } };
  },

  price: ({ therapist, prices, visits, limits }) => {
    const scope: Scope = {
      therapists: [therapist],
      days: week,
      schoolOf: undecided,
      wholeSchools: true,
      wholeVisits: false,
      prices,
      isShared: true,
    };
    const model = weekModel(createDraft(board, unpack(board, visits)), scope);
    const { values, bound } = solve(model.model, limits);
    return { bound, use: useOf(model, values, prices), schools: schoolsIn(model, values) };
  },

  improve: (task) => {
    const all = unpack(board, task.visits);
    const isIn = ({ therapist, day }: Candidate) =>
      task.therapists.includes(therapist) && task.days.includes(day);
    const draft = createDraft(
      board,
      all.filter(({ candidate }) => !isIn(candidate)),
    );
    const scope: Scope = {
      therapists: task.therapists,
      days: task.days,
      schoolOf: settledSchools(task, all),
      wholeSchools: true,
      wholeVisits: true,
      ...(task.prices === undefined ? {} : { prices: task.prices }),
    };
    const model = weekModel(draft, scope);
    const start = task.schools === undefined ? writeSolution(model, all) : undefined;
    const visitsIn = (values: Float64Array | undefined) => {
      const visits = values && readSolution(draft, model, values);
      return visits && pack(visits);
    };
    const { values, bound, isOptimal } = solve(model.model, task.limits, start, (better) => {
      const visits = visitsIn(better);
      if (visits !== undefined) onBetter(visits);
    });
    return { visits: visitsIn(values), bound, isOptimal };
  },
});

const settledSchools = (
  { openHalves, schools = [] }: ImproveTask,
  visits: readonly Visit[],
): Scope['schoolOf'] => {
  const settled = new Map<number, number>();
  const key = (therapist: number, half: number) => therapist * 2 * DAYS + half;
  for (const { candidate } of visits)
    settled.set(key(candidate.therapist, 2 * candidate.day + candidate.half), candidate.school);
  for (const [therapist, half, school] of schools) settled.set(key(therapist, half), school);
  for (const [therapist, half] of openHalves) settled.delete(key(therapist, half));
  return (therapist, day, half) => settled.get(key(therapist, 2 * day + half));
};

const useOf = (model: WeekModel, values: Float64Array | undefined, prices: Prices): Prices => {
  const slots = new Map<number, Map<number, number>>();
  const crowd = new Map<number, number>();
  if (values === undefined) return { slots, crowd };
  for (const { column, candidate } of model.visits) {
    const part = at(values, column);
    if (part < 1e-6) continue;
    const classDay = dayOf(candidate.classroom, candidate.day);
    crowd.set(classDay, (crowd.get(classDay) ?? 0) + part);
    for (const minute of prices.slots.get(classDay)?.keys() ?? [])
      if (candidate.start <= minute && minute < candidate.end) put(slots, classDay, minute, part);
  }
  return { slots, crowd };
};

const put = (
  slots: Map<number, Map<number, number>>,
  classDay: number,
  minute: number,
  more: number,
): void => {
  const day = slots.get(classDay) ?? new Map<number, number>();
  slots.set(classDay, day.set(minute, (day.get(minute) ?? 0) + more));
};

const schoolsIn = ({ schools }: WeekModel, values: Float64Array | undefined): [number, number][] =>
  values === undefined
    ? []
    : schools.flatMap(({ column, day, half, school }) =>
        at(values, column) > 0.5 ? [[2 * day + half, school] as [number, number]] : [],
      );
