import { describe, expect, test } from '@jest/globals';
import { faultsOf, oakStreet, pineHill, schoolOf } from './tables.ts';

/** A school with three kinds of day and two cycles that both have a day A, and these rows of its calendar. */
const calendarWith = (...rows: string[]) => ({
  ...pineHill,
  bells: [
    'day type,period,start,end',
    'Half day,P1,8:00,12:00',
    'Regular,P1,8:00,15:00',
    'Finals,P1,8:00,11:00',
  ],
  cycles: ['cycle,cycle days,first day', 'Block,A B,2026-08-31', 'Colors,A Red White,2026-08-31'],
  calendar: ['date,what,cycle,name,until', ...rows],
});
const datesOf = (...rows: string[]) =>
  schoolOf(calendarWith(...rows)).dates.map(({ date, dayType, name }) =>
    [date, dayType ?? 'closed', name].join(' ').trim(),
  );
const said = (...rows: string[]) => faultsOf(calendarWith(...rows));

describe('a row of the calendar table', () => {
  test.each([
    ['2026-11-26,closed,,Thanksgiving', ['2026-11-26 closed Thanksgiving']],
    ['11/26/26,No School', ['2026-11-26 closed']],
    ['2026-11-25,half  day', ['2026-11-25 Half day']],
    ['2026-11-25,early release', ['2026-11-25 Half day']],
    ['2026-12-05,school', ['2026-12-05 Regular']],
    ['2026-12-05,Open', ['2026-12-05 Regular']],
    ['2026-12-17,exams,,,2026-12-18', ['2026-12-17 Finals', '2026-12-18 Finals']],
    ['2026-12-05,closed', []],
    // Friday to Monday: nobody closes a weekend.
    ['2026-12-18,closed,,Recess,2026-12-21', ['2026-12-18 closed Recess', '2026-12-21 closed Recess']],
    [`2026-11-26,closed,,${'x'.repeat(81)}`, [`2026-11-26 closed ${'x'.repeat(80)}`]],
  ])('%j', (row, dates) => expect(datesOf(row)).toEqual(dates));

  test('stands in the order of the dates, whatever the order of the rows', () => {
    expect(datesOf('2026-11-27,closed', '2026-11-26,closed')).toEqual([
      '2026-11-26 closed',
      '2026-11-27 closed',
    ]);
  });

  test('that says the same of a date again adds a name, and does not take one away', () => {
    expect(datesOf('2026-11-26,closed', '2026-11-26,closed,,Thanksgiving')).toEqual([
      '2026-11-26 closed Thanksgiving',
    ]);
    expect(datesOf('2026-12-24,closed,,Winter recess,2026-12-25', '2026-12-25,closed,,Christmas')).toEqual([
      '2026-12-24 closed Winter recess',
      '2026-12-25 closed Winter recess',
    ]);
  });

  test('may give a weekday its own bells', () => {
    expect(schoolOf(calendarWith('every Wednesday,half day')).weekdayDayTypes).toEqual({ 3: 'Half day' });
    expect(schoolOf(calendarWith('Every Mon and Fri,half day')).weekdayDayTypes).toEqual({
      1: 'Half day',
      5: 'Half day',
    });
  });

  test('may be as long as a summer, 120 days, and no longer', () => {
    // January has 31 days, February 28, March 31 and April 30: together 120.
    expect(said('2027-01-01,closed,,,2027-04-30')).toEqual([]);
    expect(datesOf('2027-01-01,half day,,,2027-04-30')).toHaveLength(120);
    expect(said('2027-01-01,closed,,,2027-05-01')).toEqual([
      'calendar 2:5 That is more than 120 days in one row.',
    ]);
  });

  test('starts the one cycle anew that has such a day', () => {
    expect(schoolOf(calendarWith('2026-11-30,Red,', '2027-01-04,A,block')).reanchors).toEqual([
      { cycle: 'Colors', day: 'Red', date: '2026-11-30' },
      { cycle: 'Block', day: 'A', date: '2027-01-04' },
    ]);
  });

  test('goes by the week, the day types and the cycles a school is stored with', () => {
    const stored = (row: string) => schoolOf({ calendar: ['date,what', row] }, [oakStreet]);
    expect(stored('2026-12-01,short').dates).toEqual([{ date: '2026-12-01', dayType: 'Short', name: '' }]);
    expect(stored('2026-12-01,open').dates[0]?.dayType).toBe('Usual');
    expect(stored('2026-12-05,closed').dates).toEqual([]);
    expect(stored('2027-01-05,B day').reanchors).toEqual([{ cycle: 'Block', day: 'B', date: '2027-01-05' }]);
  });
});

describe('a mistake in the calendar table', () => {
  test.each([
    [
      ['2026-11-30,A,'],
      '2:3 “A” is a day of more than one cycle. Expected in the column “cycle”: Block or Colors.',
    ],
    [
      ['2026-11-30,klosed,'],
      '2:2 “klosed”: expected closed, a day type (Half day, Regular, Finals) or a day of a cycle.',
    ],
    [
      ['2026-11-30,Red,Block'],
      '2:2 “Red”: expected closed, a day type (Half day, Regular, Finals) or a day of a cycle.',
    ],
    [['2026-11-30,Red,,,2026-12-01'], '2:5 A cycle starts anew on one date.'],
    [['every Friday,closed'], '2:2 “closed” can’t be every week. Expected a day type of the bells table.'],
    [['every Friday,Red'], '2:2 “Red” can’t be every week. Expected a day type of the bells table.'],
    [['every day of sun,closed'], '2:1 “every day of sun”: expected a date like 2026-11-25 or 11/25/2026.'],
    [['2026-09-31,closed'], '2:1 “2026-09-31”: expected a date like 2026-11-25 or 11/25/2026.'],
    [['2026-11-26,closed,,,soon'], '2:5 “soon”: expected a date like 2026-11-25 or 11/25/2026.'],
    [['2026-11-26,closed,,,2026-11-25'], '2:5 2026-11-25 does not come after 2026-11-26.'],
    [
      ['2026-11-26,closed', '2026-11-26,half day'],
      '3:1 2026-11-26 was something else further up. A date can be one thing only.',
    ],
  ])('%j', (rows, fault) => expect(said(...rows)).toEqual([`calendar ${fault}`]));

  test('is one mistake, not two, where a row is about no school', () => {
    expect(
      faultsOf({
        ...pineHill,
        calendar: ['date,what,school', 'every Friday,closed,Elm', '2026-11-26,closed,Elm'],
      }),
    ).toEqual([
      'calendar 2:3 There is no school “Elm”. Expected Pine Hill.',
      'calendar 3:3 There is no school “Elm”. Expected Pine Hill.',
    ]);
  });
});
