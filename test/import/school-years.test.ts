import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blocksOnDay } from '../../src/core/calendar/blocks-on-day.ts';
import type { SchoolDay } from '../../src/core/calendar/school-clock.ts';
import { clockOf } from '../../src/core/clock-minutes.ts';
import type { LocalDate } from '../../src/core/time.ts';
import { fixtureFiles, type ImportWorld, openImportWorld, schoolYear } from './import-world.ts';

let world: ImportWorld;
beforeAll(async () => {
  world = await openImportWorld();
});
afterAll(() => world.close());

type Year = Map<LocalDate, SchoolDay>;
const importYear = async (folder: string, name: string): Promise<Year> => {
  const imported = await world.run(['--yes', ...(await fixtureFiles(folder))]);
  expect(imported).toMatchObject({ isDone: true, err: '' });
  return schoolYear(world, name);
};
const datesOf = (year: Year, dayType: string): LocalDate[] =>
  [...year.values()].filter((day) => day.dayType.name === dayType).map(({ date }) => date);
const cycleDays = (year: Year, cycle: string, dates: readonly LocalDate[]) =>
  dates.map((date) => year.get(date)?.cycleDays[cycle]);

/** `HH:MM`. */
const clock = (minute = Number.NaN) => clockOf(minute);

describe('an elementary school with specials on a six-day cycle', () => {
  let year: Year;
  beforeAll(async () => {
    year = await importYear('maple-grove', 'Maple Grove Elementary');
  });

  test('has the school days its calendar leaves, from the first to the last', () => {
    // Counted by hand from the calendar: weekdays of the year less 27 closed ones.
    expect(year.size).toBe(182);
    expect([...year.keys()].at(0)).toBe('2026-09-08');
    expect([...year.keys()].at(-1)).toBe('2027-06-25');
  });

  test.each([
    ['Yom Kippur', '2026-09-21'],
    ['the Friday after Thanksgiving', '2026-11-27'],
    ['the first day of winter recess', '2026-12-24'],
    ['New Year’s Day', '2027-01-01'],
    ['the middle of midwinter recess', '2027-02-17'],
    ['the last day of spring recess', '2027-04-02'],
    ['Juneteenth, kept on a Friday', '2027-06-18'],
    ['a Saturday', '2026-10-03'],
    ['the day after the last', '2027-06-28'],
  ])('is closed on %s', (_, date) => expect(year.get(date)).toBeUndefined());

  test('lets the children go two hours early on the days that say so, and on no other', () => {
    expect(datesOf(year, 'Early release')).toEqual(['2026-11-25', '2026-12-23', '2027-06-24', '2027-06-25']);
    expect(clock(year.get('2026-11-25')?.dayType.lastBell)).toBe('12:50');
    expect(clock(year.get('2026-11-24')?.dayType.lastBell)).toBe('14:50');
  });

  test('counts the cycle over closed days: nobody loses music to a holiday', () => {
    const dates = [
      '2026-09-08',
      '2026-09-15',
      '2026-09-22',
      '2026-11-30',
      '2027-01-04',
      '2027-04-05',
      '2027-06-25',
    ];
    expect(cycleDays(year, 'Specials', dates)).toEqual(['1', '6', '4', '6', '6', '5', '2']);
  });

  test('gives a class art on days 1 and 4, and the weekday blocks whatever the cycle says', async () => {
    const { weeks } = await world.known('Maple Grove Elementary');
    const on = (room: string, date: LocalDate) => {
      const day = year.get(date);
      const blocks = weeks.find((week) => week.room === room)?.blocks ?? [];
      return day ? blocksOnDay(blocks, day).map(({ kind, start }) => `${kind} ${clock(start)}`) : [];
    };
    expect(on('Room 4', '2026-09-08')).toEqual(['arrival 08:25', 'lunch 11:25', 'art 13:00']);
    expect(on('Room 4', '2026-09-15')).toEqual(['arrival 08:25', 'lunch 11:25', 'pe 13:00']);
    expect(on('Room 9', '2026-09-08')).toEqual(['centers 09:00']);
    expect(on('Room 9', '2026-09-09')).toEqual(['writing 09:00']);
  });
});

describe('a high school with A and B days', () => {
  let year: Year;
  beforeAll(async () => {
    year = await importYear('riverside-high', 'Riverside High');
  });

  test('has the school days its calendar leaves', () => {
    expect(year.size).toBe(178);
    for (const date of ['2026-09-07', '2026-10-13', '2026-11-25', '2027-01-04', '2027-03-17', '2027-03-26'])
      expect(year.get(date)).toBeUndefined();
  });

  test('ends early every Wednesday that is not an exam day', () => {
    const early = datesOf(year, 'Early release');
    // 38 Wednesdays with school, of which one in December and one in May are exam days.
    expect(early).toHaveLength(36);
    expect(early).not.toContain('2026-12-16');
    expect(year.get('2026-12-16')?.dayType.name).toBe('Exam day');
    expect(datesOf(year, 'Exam day')).toHaveLength(6);
  });

  test('takes A and B in turns over breaks, and starts the second semester with A', () => {
    const dates = [
      '2026-08-12',
      '2026-09-08',
      '2026-10-14',
      '2026-12-18',
      '2027-01-05',
      '2027-01-19',
      '2027-05-26',
    ];
    expect(cycleDays(year, 'Block', dates)).toEqual(['A', 'A', 'B', 'B', 'A', 'B', 'B']);
  });

  test('moves a lesson with the bells of the day, and drops it where the day has no such period', async () => {
    const { weeks } = await world.known('Riverside High');
    const science = (date: LocalDate) => {
      const day = year.get(date);
      const [week] = weeks;
      if (!day || !week) throw new Error(`no school on ${date}`);
      return blocksOnDay(week.blocks, day)
        .filter(({ kind }) => kind === 'science')
        .map(({ start, end }) => `${clock(start)}–${clock(end)}`);
    };
    expect(science('2026-08-14')).toEqual(['08:30–09:55', '12:30–13:55']);
    expect(science('2026-08-12')).toEqual(['08:30–09:25', '10:30–11:25']);
    expect(science('2026-12-17')).toEqual([]);
  });
});

describe('a middle school with seven periods and an iCalendar file', () => {
  let year: Year;
  beforeAll(async () => {
    year = await importYear('lakeview-middle', 'Lakeview Middle');
  });

  test('has the school days its calendar leaves', () => {
    expect(year.size).toBe(179);
    for (const date of ['2026-09-07', '2026-11-11', '2026-11-25', '2027-01-01', '2027-02-17', '2027-05-31'])
      expect(year.get(date)).toBeUndefined();
  });

  test('reads repeating early releases, without the one taken out and those in a break', () => {
    const early = datesOf(year, 'Early release');
    expect(early).toHaveLength(35);
    expect(early).toEqual(expect.arrayContaining(['2026-09-02', '2027-06-09', '2027-06-10']));
    for (const date of ['2026-12-16', '2026-11-11', '2027-04-07']) expect(early).not.toContain(date);
    expect(datesOf(year, 'Late start')).toEqual(['2027-03-12']);
  });

  test('has seven periods between its bells, with a lunch among them', () => {
    const periods = year.get('2026-09-01')?.dayType.periods ?? [];
    expect(periods.map(({ name }) => name)).toEqual([
      'Period 1',
      'Period 2',
      'Period 3',
      'Period 4',
      'Lunch',
      'Period 5',
      'Period 6',
      'Period 7',
    ]);
    expect([clock(periods[0]?.start), clock(periods.at(-1)?.end)]).toEqual(['08:00', '14:50']);
    for (const [index, period] of periods.entries())
      expect(period.start).toBeGreaterThanOrEqual(periods[index - 1]?.end ?? 0);
  });
});

test.each(['maple-grove', 'riverside-high', 'lakeview-middle'])(
  '%s imported again changes nothing',
  async (folder) => {
    const again = await world.run(['--yes', ...(await fixtureFiles(folder))]);
    expect(again.out).toContain('Nothing new: all of this is stored already.');
    expect(again.isDone).toBe(true);
  },
);
