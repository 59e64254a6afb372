import { at } from '../at.ts';
import type { Board, Candidate } from '../board.ts';
import type { ModelWriter } from './rows.ts';
import type { SchoolColumn, Scope } from './week-model.ts';

/** Which school each half-day of one day belongs to, and what changing at noon costs. */
export const schoolColumns = (
  writer: ModelWriter,
  board: Board,
  scope: Scope,
  therapist: number,
  day: number,
) => {
  const schools = at(board.schoolsOf, therapist);
  const columns: SchoolColumn[] = [];
  const settled = ([0, 1] as const).map((half) =>
    schools.length < 2 ? schools[0] : scope.schoolOf(therapist, day, half),
  );
  for (const half of [0, 1] as const) {
    if (settled[half] !== undefined || schools.length < 2) continue;
    for (const school of schools)
      columns.push({ column: writer.column(0, 0, 1, scope.wholeSchools), therapist, day, half, school });
    writer.row(
      1,
      1,
      columns.filter((one) => one.half === half).map(({ column }) => [column, 1]),
    );
  }
  const find = (half: number, school: number) =>
    columns.find((one) => one.half === half && one.school === school)?.column;
  const { schoolSwap } = board.caseload.weights;
  if (columns.length > 0 && schoolSwap > 0) {
    // In the morning here and in the afternoon somewhere else: a change.
    const swap = writer.column(-schoolSwap, 0, 1, false);
    for (const school of schools) {
      const terms: [number, number][] = [[swap, 1]];
      let low = -1;
      const here = find(0, school);
      if (here !== undefined) terms.push([here, -1]);
      else if (settled[0] === school) low += 1;
      for (const other of schools) {
        if (other === school) continue;
        const there = find(1, other);
        if (there !== undefined) terms.push([there, -1]);
        else if (settled[1] === other) low += 1;
      }
      if (low <= 0) writer.row(low, Infinity, terms);
    }
  }
  return {
    columns,
    allows: ({ half, school }: Candidate) => settled[half] === undefined || settled[half] === school,
    columnOf: ({ half, school }: Candidate) => find(half, school),
  };
};
