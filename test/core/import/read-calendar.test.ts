import { describe, expect, test } from '@jest/globals';
import { readSchoolImport } from '../../../src/core/import/read-school-import.ts';
import type { Sheet } from '../../../src/core/import/sheet.ts';

const sheet = (file: string, lines: readonly string[]): Sheet => ({
  file,
  rows: lines.map((line, row) =>
    line.split(',').map((text, column) => ({ text, line: row + 1, column: column + 1 })),
  ),
});

/** A school with two cycles that both have a day A, and these rows of its calendar. */
const calendarWith = (...rows: string[]) =>
  readSchoolImport(
    [
      sheet('schools.csv', [
        'school,zone,days,first day,last day',
        'Pine Hill,America/Chicago,Mon-Fri,2026-08-31,2027-06-11',
      ]),
      sheet('bells.csv', ['day type,period,start,end', 'Regular,P1,8:00,15:00']),
      sheet('cycles.csv', [
        'cycle,cycle days,first day',
        'Block,A B,2026-08-31',
        'Colors,A Red White,2026-08-31',
      ]),
      sheet('calendar.csv', ['date,what,cycle', ...rows]),
    ],
    [],
    [],
  );
const said = (...rows: string[]) => {
  const reading = calendarWith(...rows);
  return reading.ok ? [] : reading.faults.map(({ line, column, says }) => `${line}:${column} ${says}`);
};

describe('a day of the calendar table', () => {
  test('starts the one cycle anew that has such a day', () => {
    const reading = calendarWith('2026-11-30,Red,', '2027-01-04,A,Block');
    expect(reading.ok && reading.schools.schools[0]?.reanchors).toEqual([
      { cycle: 'Colors', day: 'Red', date: '2026-11-30' },
      { cycle: 'Block', day: 'A', date: '2027-01-04' },
    ]);
  });

  test('that several cycles have asks which', () => {
    expect(said('2026-11-30,A,')).toEqual([
      '2:3 “A” is a day of more than one cycle. Expected in the column “cycle”: Block or Colors.',
    ]);
  });

  test('that means nothing says what could stand there', () => {
    expect(said('2026-11-30,klosed,')).toEqual([
      '2:2 “klosed”: expected closed, a day type (Regular) or a day of a cycle.',
    ]);
  });
});
