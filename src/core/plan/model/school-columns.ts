import { at } from '../at.ts';
import type { Board } from '../board.ts';
import type { ModelWriter } from './rows.ts';

export interface SchoolColumn {
  readonly column: number;
  readonly therapist: number;
  readonly day: number;
  readonly half: 0 | 1;
  readonly school: number;
}

/** Which school each half-day of one day belongs to, and what changing at noon costs; nothing where there is one school. */
export const schoolColumns = (writer: ModelWriter, board: Board, therapist: number, day: number) => {
  const schools = at(board.schoolsOf, therapist);
  const columns: SchoolColumn[] = [];
  const find = (half: number, school: number): number | undefined =>
    columns.find((one) => one.half === half && one.school === school)?.column;
  if (schools.length > 1) {
    for (const half of [0, 1] as const) {
      for (const school of schools)
        columns.push({ column: writer.column(0, 0, 1, true), therapist, day, half, school });
      writer.row(
        1,
        1,
        columns.filter((one) => one.half === half).map(({ column }) => [column, 1]),
      );
    }
    const { schoolSwap } = board.caseload.weights;
    if (schoolSwap > 0) {
      // In the morning here and in the afternoon somewhere else: a change.
      const swap = writer.column(-schoolSwap, 0, 1, false);
      for (const school of schools) {
        const elsewhere = columns.filter((one) => one.half === 1 && one.school !== school);
        writer.row(-1, Infinity, [
          [swap, 1],
          [find(0, school) ?? swap, -1],
          ...elsewhere.map(({ column }): [number, number] => [column, -1]),
        ]);
      }
    }
  }
  return { columns, columnOf: find };
};
