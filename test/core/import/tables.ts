import { type ImportReading, readSchoolImport } from '../../../src/core/import/read-school-import.ts';
import type { ImportedSchool, KnownSchool } from '../../../src/core/import/school-import.ts';
import type { Sheet } from '../../../src/core/import/sheet.ts';

/** A table as lines with commas between the cells; the first names the columns. */
export const sheet = (file: string, lines: readonly string[]): Sheet => ({
  file,
  rows: lines.map((line, row) =>
    line.split(',').map((text, column) => ({ text, line: row + 1, column: column + 1 })),
  ),
});

export type Tables = Readonly<Record<string, readonly string[]>>;

export const readTables = (tables: Tables, known: readonly KnownSchool[] = []): ImportReading =>
  readSchoolImport(
    Object.entries(tables).map(([file, lines]) => sheet(file, lines)),
    [],
    known,
  );

/** An ordinary school, to which a test adds what it is about. */
export const pineHill: Tables = {
  schools: ['school,zone,days,first day,last day', 'Pine Hill,America/Chicago,Mon-Fri,2026-08-31,2027-06-11'],
  bells: ['day type,period,start,end', 'Regular,P1,8:00,9:00', 'Regular,P2,9:05,15:00'],
};

export const understood = (reading: ImportReading): readonly ImportedSchool[] => {
  if (!reading.ok) throw new Error(reading.faults.map(({ says }) => says).join('\n'));
  return reading.schools.schools;
};

/** The first school of these tables, once they are understood. */
export const schoolOf = (tables: Tables, known: readonly KnownSchool[] = []): ImportedSchool => {
  const [school] = understood(readTables(tables, known));
  if (!school) throw new Error('no school');
  return school;
};

/** “blocks 2:4 what is wrong”, in the order in which they are told. */
export const faultsOf = (tables: Tables, known: readonly KnownSchool[] = []): string[] => {
  const reading = readTables(tables, known);
  return reading.ok
    ? []
    : reading.faults.map(({ file, line, column, says }) => `${file} ${line}:${column} ${says}`);
};

/** A school that is stored already. */
export const oakStreet: KnownSchool = {
  name: 'Oak Street',
  calendar: {
    zone: 'America/New_York',
    year: { start: '2026-09-08', end: '2027-06-18' },
    terms: [],
    weekdays: [1, 2, 3, 4, 5],
    closed: [{ date: '2026-11-26', name: 'Thanksgiving' }],
    dayTypes: [
      { name: 'Short', firstBell: 510, lastBell: 720, periods: [{ name: 'P1', start: 510, end: 720 }] },
      {
        name: 'Usual',
        firstBell: 510,
        lastBell: 900,
        periods: [
          { name: 'P1', start: 510, end: 700 },
          { name: 'P2', start: 705, end: 900 },
        ],
      },
    ],
    usualDayType: 'Usual',
    weekdayDayTypes: { 3: 'Short' },
    datedDayTypes: [{ date: '2026-12-23', dayType: 'Short' }],
    cycles: [
      {
        name: 'Block',
        dayNames: ['A', 'B'],
        onClosed: 'skip',
        anchor: { date: '2026-09-08', day: 'A' },
        reanchors: [{ date: '2027-01-04', day: 'A' }],
      },
    ],
  },
  people: [
    { name: 'Ms. Larch', role: 'teacher', discipline: undefined, accounts: [] },
    {
      name: 'Ann Reed',
      role: 'therapist',
      discipline: 'ot',
      accounts: [{ platform: 'slack', userId: 'U-ANN' }],
    },
    { name: 'Dana Lee', role: 'coordinator', discipline: undefined, accounts: [], alsoAt: ['Pine Hill'] },
  ],
  rooms: [{ name: 'Room 12', teacher: 'Ms. Larch', grade: '2' }],
  weeks: [
    {
      room: 'Room 12',
      blocks: [
        { weekdays: [1], start: 540, end: 600, kind: 'writing', withStudents: true },
        { weekdays: [2], start: 600, end: 660, kind: 'math', withStudents: true },
      ],
    },
  ],
};
