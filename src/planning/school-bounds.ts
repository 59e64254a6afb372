import { at } from '../core/plan/at.ts';
import { week } from '../core/plan/board.ts';
import type { Visit } from '../core/plan/draft.ts';
import type { LinearModel } from '../core/plan/model/rows.ts';
import type { WeekModel } from '../core/plan/model/week-model.ts';
import type { OpenProgram } from './open-program.ts';
import type { SettledHalf } from './tasks.ts';

/** Half-days keep the school they have; answers the columns of those that have none. */
export const keepSchools = (
  program: OpenProgram,
  { schools }: WeekModel,
  settled: readonly SettledHalf[],
): number[] => {
  const known = new Map(settled.map(([therapist, half, school]) => [`${therapist} ${half}`, school]));
  const open: number[] = [];
  for (const { column, therapist, day, half, school } of schools) {
    const there = known.get(`${therapist} ${2 * day + half}`);
    if (there === undefined) open.push(column);
    else program.allow(column, there === school ? 1 : 0, there === school ? 1 : 0);
  }
  return open;
};

export const openSchools = (
  program: OpenProgram,
  { schools }: WeekModel,
  therapists: readonly number[],
  days: readonly number[] = week,
): number[] => {
  const open = schools.filter(({ therapist, day }) => therapists.includes(therapist) && days.includes(day));
  for (const { column } of open) program.allow(column, 0, 1);
  return open.map(({ column }) => column);
};

/** Where these visits are; a half-day without one is nowhere. */
export const schoolsOf = (visits: readonly Visit[]): SettledHalf[] =>
  visits.map(({ candidate: { therapist, day, half, school } }) => [therapist, 2 * day + half, school]);

export const schoolsIn = ({ schools }: WeekModel, values: Float64Array): SettledHalf[] =>
  schools.flatMap(({ column, therapist, day, half, school }) =>
    at(values, column) > 0.5 ? [[therapist, 2 * day + half, school] as const] : [],
  );

/** The model with every half-day’s school as it is in these values. */
export const settledModel = ({ model, schools }: WeekModel, values: Float64Array): LinearModel => {
  const colLower = Float64Array.from(model.colLower);
  const colUpper = Float64Array.from(model.colUpper);
  for (const { column } of schools) {
    colLower[column] = Math.round(at(values, column));
    colUpper[column] = Math.round(at(values, column));
  }
  return { ...model, colLower, colUpper };
};
