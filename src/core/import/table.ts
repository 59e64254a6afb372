import { tableFaults } from '../wording/import-faults.ts';
import { sameName } from './cells.ts';
import type { Cell, ImportFault, Sheet } from './sheet.ts';

/** What a table is about; its columns tell, not its file's name. */
export const tableKinds = {
  schools: {
    required: ['school', 'zone'],
    optional: ['first bell', 'last bell', 'days', 'first day', 'last day', 'template'],
  },
  bells: { required: ['day type', 'period', 'start', 'end'], optional: ['school'] },
  cycles: { required: ['cycle', 'cycle days', 'first day'], optional: ['closed days', 'school'] },
  calendar: { required: ['date', 'what'], optional: ['name', 'until', 'cycle', 'school'] },
  members: {
    required: ['name', 'role'],
    optional: ['discipline', 'slack id', 'teams id', 'email', 'school'],
  },
  classes: { required: ['room', 'teacher'], optional: ['grade', 'school'] },
  blocks: {
    required: ['room', 'days', 'activity'],
    optional: ['start', 'end', 'period', 'cycle', 'from', 'until', 'students', 'school'],
  },
} as const;

export type TableKind = keyof typeof tableKinds;

export interface Row {
  /** The cell under that heading; empty, at its place, where the row ends early. */
  at(column: string): Cell;
}

export interface Table {
  readonly kind: TableKind;
  readonly file: string;
  readonly rows: readonly Row[];
}

export const readTable = ({ file, rows: [header = [], ...rows] }: Sheet): Table | readonly ImportFault[] => {
  const headings = header.map((cell) => sameName(cell.text).replaceAll('_', ' '));
  const kind = kindOf(headings);
  const fault = (cell: Cell | undefined, says: string): ImportFault => ({
    file,
    line: cell?.line ?? 1,
    column: cell?.column ?? 1,
    says,
  });
  if (kind === undefined) return [fault(header[0], tableFaults.unknownTable(headings))];
  const { required, optional } = tableKinds[kind];
  const known: readonly string[] = [...required, ...optional];
  const strange = header.filter((_, at) => headings[at] !== '' && !known.includes(headings[at] ?? ''));
  const twice = header.filter((_, at) => headings[at] !== '' && headings.indexOf(headings[at] ?? '') < at);
  if (strange.length > 0 || twice.length > 0) {
    return [
      ...strange.map((cell) => fault(cell, tableFaults.unknownColumn(cell.text, known))),
      ...twice.map((cell) => fault(cell, tableFaults.columnTwice(cell.text))),
    ];
  }
  if (rows.length === 0) return [fault(header[0], tableFaults.noRows)];
  return { kind, file, rows: rows.map((row) => toRow(row, headings)) };
};

const kindOf = (headings: readonly string[]): TableKind | undefined =>
  (Object.keys(tableKinds) as TableKind[]).find((kind) =>
    tableKinds[kind].required.every((column) => headings.includes(column)),
  );

const toRow = (cells: readonly Cell[], headings: readonly string[]): Row => ({
  at: (column) => {
    const index = headings.indexOf(column);
    const line = cells[0]?.line ?? 1;
    return cells[index] ?? { text: '', line, column: Math.max(index, 0) + 1 };
  },
});
