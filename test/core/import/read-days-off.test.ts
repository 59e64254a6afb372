import { describe, expect, test } from '@jest/globals';
import { readDaysOff } from '../../../src/core/import/read-days-off.ts';

/** A Monday. */
const today = '2026-11-09';
const read = (text: string) => readDaysOff(text, today);
/** “26 27 Thanksgiving”: the days of one month, and their name. */
const inNovember = (text: string) => {
  const { dates, faults } = read(text);
  return [...faults, ...dates.map(({ date }) => date.replace('2026-11-', '')), dates[0]?.name]
    .join(' ')
    .trim();
};

describe('a line of days off', () => {
  test.each([
    ['Nov 26', '26'],
    ['Nov 26 Thanksgiving', '26 Thanksgiving'],
    ['Nov 26: Thanksgiving', '26 Thanksgiving'],
    ['Nov 26 - Thanksgiving', '26 Thanksgiving'],
    ['Nov 26, Thanksgiving', '26 Thanksgiving'],
    ['11/26 Thanksgiving', '26 Thanksgiving'],
    ['2026-11-26 Thanksgiving', '26 Thanksgiving'],
    ['Nov 26 to Nov 27 Thanksgiving', '26 27 Thanksgiving'],
    ['Nov 26 thru Nov 27', '26 27'],
    ['Nov 26 through Nov 27', '26 27'],
    ['Nov 26 until Nov 27', '26 27'],
    ['Nov 26 – Nov 28', '26 27 28'],
    ['26 Nov - 27 Nov Thanksgiving', '26 27 Thanksgiving'],
    ['11/26-11/27 Thanksgiving', '26 27 Thanksgiving'],
    ['Nov 26-27 Thanksgiving', '26 27 Thanksgiving'],
    ['Nov 26 to 27 Thanksgiving', '26 27 Thanksgiving'],
    ['Nov 26 and 27 Thanksgiving', '26 27 Thanksgiving'],
    ['Nov 26 & Nov 27: Thanksgiving', '26 27 Thanksgiving'],
    ['Nov 26 to Nov 26', '26'],
  ])('%j', (line, days) => expect(inNovember(line)).toBe(days));

  test.each([
    'Thanksgiving',
    'Nov 31',
    'Nov 26 to Thanksgiving',
    'Nov 26 - Nov 31',
    'Nov 26-31',
    'Nov 26 to Nov 25',
    'Nov 24 and 26',
    'Nov 26 and family day',
  ])('that cannot be meant says so: %j', (line) =>
    expect(read(line)).toEqual({
      dates: [],
      faults: [`“${line}”: expected dates like “Nov 26” or “Dec 24 to Jan 1 Winter recess”.`],
    }),
  );

  test('reaches over the end of a year', () => {
    expect(read('Dec 30 to Jan 2 Winter recess').dates).toEqual(
      ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'].map((date) => ({
        date,
        dayType: undefined,
        name: 'Winter recess',
      })),
    );
  });

  test('may be as long as a summer, and no longer', () => {
    // January 31, February 28, March 31 and April 30 make 120.
    expect(read('2027-01-01 to 2027-04-30').dates).toHaveLength(120);
    expect(read('2027-01-01 to 2027-05-01')).toEqual({
      dates: [],
      faults: ['“2027-01-01 to 2027-05-01” is longer than a summer.'],
    });
  });

  test('has a name of eighty letters at most', () => {
    expect(read(`Nov 26 ${'ab'.repeat(41)}`).dates[0]?.name).toBe('ab'.repeat(40));
  });
});

test('every line is read by itself, empty ones are passed over, and the later word about a date holds', () => {
  const { dates, faults } = read('Nov 26 Thanksgiving\n\n  \nnever\nNov 27\nNov 26 Turkey day\n');
  expect(faults).toHaveLength(1);
  expect(dates.map(({ date, name }) => [date, name])).toEqual([
    ['2026-11-26', 'Turkey day'],
    ['2026-11-27', ''],
  ]);
});
