import { at } from '../at.ts';
import type { Draft, Visit } from '../draft.ts';
import { pushTo } from './cover.ts';
import type { WeekModel } from './week-model.ts';

interface OpenVisit extends Visit {
  readonly group: number[];
}

/** The visits a solution stands for; undefined when some of them are only there in part. */
export const readSolution = (
  draft: Draft,
  { visits, served }: WeekModel,
  values: Float64Array,
): Visit[] | undefined => {
  const { groupCap } = draft.board.caseload;
  if (visits.some(({ column }) => Math.abs(at(values, column) - Math.round(at(values, column))) > 0.01))
    return undefined;
  const chosen: OpenVisit[] = [];
  const byShape = new Map<number, OpenVisit[]>();
  for (const { column, candidate, shape } of visits) {
    if (at(values, column) < 0.5) continue;
    const visit = { candidate, group: [] };
    chosen.push(visit);
    pushTo(byShape, shape, visit);
  }
  const left = Int32Array.from(draft.missing);
  const today = new Set<string>();
  for (const { column, members, day, shape } of served) {
    // Whoever misses most comes first: left for later, there would be more sessions than days.
    const waiting = members
      .filter((mandate) => at(left, mandate) > 0 && !today.has(`${mandate} ${day}`))
      .sort((a, b) => at(left, b) - at(left, a));
    for (const mandate of waiting.slice(0, Math.round(at(values, column)))) {
      const rooms = (byShape.get(shape) ?? []).filter(({ group }) => group.length < groupCap);
      if (rooms.length === 0) break;
      rooms.reduce((a, b) => (b.group.length < a.group.length ? b : a)).group.push(mandate);
      today.add(`${mandate} ${day}`);
      left[mandate] = at(left, mandate) - 1;
    }
  }
  return chosen.filter(({ group }) => group.length > 0);
};

/** The columns of a week that is there already, for a solver to start from. */
export const writeSolution = (
  { model, visits, served, schools }: WeekModel,
  week: readonly Visit[],
): Float64Array => {
  const values = new Float64Array(model.numCols);
  const shapes = new Map(visits.map(({ candidate, column, shape }) => [candidate.index, { column, shape }]));
  for (const { candidate, group } of week) {
    const found = shapes.get(candidate.index);
    if (found === undefined) continue;
    values[found.column] = 1;
    for (const mandate of group) {
      const column = served.find(
        ({ shape, members }) => shape === found.shape && members.includes(mandate),
      )?.column;
      if (column !== undefined) values[column] = at(values, column) + 1;
    }
  }
  for (const { column, therapist, day, half, school } of schools) {
    const here = week.filter(({ candidate }) => candidate.therapist === therapist && candidate.day === day);
    const same = here.find(({ candidate }) => candidate.half === half) ?? here[0];
    const first = schools.find((one) => one.therapist === therapist && one.day === day && one.half === half);
    if ((same?.candidate.school ?? first?.school) === school) values[column] = 1;
  }
  return values;
};
