import { describe, expect, test } from '@jest/globals';
import { faultsOf, oakStreet, pineHill, readTables, schoolOf, understood } from './tables.ts';

const bells = (...rows: string[]) => ({ ...pineHill, bells: ['day type,period,start,end', ...rows] });
const cycles = (...rows: string[]) => ({
  ...pineHill,
  cycles: ['cycle,cycle days,first day,closed days', ...rows],
});

describe('the bells table', () => {
  test('makes one day type of all rows of its name, its periods by the clock', () => {
    const { dayTypes, usualDayType } = schoolOf(
      bells('Short,P1,8:00,10:00', 'Regular,P2,9:05,15:00', 'regular,P1,8:10,9:00', 'Short,P2,10:05,12:00'),
    );
    expect(dayTypes).toEqual([
      {
        name: 'Short',
        firstBell: 480,
        lastBell: 720,
        periods: [
          { name: 'P1', start: 480, end: 600 },
          { name: 'P2', start: 605, end: 720 },
        ],
      },
      {
        name: 'Regular',
        firstBell: 490,
        lastBell: 900,
        periods: [
          { name: 'P1', start: 490, end: 540 },
          { name: 'P2', start: 545, end: 900 },
        ],
      },
    ]);
    expect(usualDayType).toBe('Regular');
  });

  test.each(['Regular', 'regular day', 'Normal'])(
    'takes a day type called “%s” for the usual one',
    (name) => {
      expect(schoolOf(bells('Short,P1,8:00,10:00', `${name},P1,8:00,15:00`)).usualDayType).toBe(name);
    },
  );

  test('takes the first day type for the usual one where no name says which, or the one that was it before', () => {
    expect(schoolOf(bells('Red,P1,8:00,10:00', 'Blue,P1,8:00,15:00')).usualDayType).toBe('Red');
    const more = { bells: ['day type,period,start,end', 'Red,P1,8:00,10:00'] };
    expect(schoolOf(more, [oakStreet]).usualDayType).toBe('Usual');
  });

  test('keeps the bells of two schools apart', () => {
    const tables = {
      ...pineHill,
      bells: [
        'day type,period,start,end,school',
        'Regular,P1,8:00,9:00,Pine Hill',
        'Regular,P1,8:30,9:30,Oak Street',
      ],
    };
    expect(
      understood(readTables(tables, [oakStreet])).map(({ name, dayTypes }) => [name, dayTypes[0]?.firstBell]),
    ).toEqual([
      ['Oak Street', 510],
      ['Pine Hill', 480],
    ]);
  });

  test.each([
    ['Lunch A', '11:00', '11:30', 'Lunch B', '11:15', '11:45'],
    ['P4', '11:00', '12:00', 'lunch', '11:30', '12:00'],
    ['Wave 1', '11:00', '11:30', 'P4', '11:00', '12:00'],
    ['P1', '8:00', '9:00', 'P2', '9:00', '10:00'],
  ])('lets “%s” %s–%s stand beside “%s” %s–%s', (one, from, to, other, start, end) =>
    expect(faultsOf(bells(`Regular,${one},${from},${to}`, `Regular,${other},${start},${end}`))).toEqual([]),
  );

  const forty = 'n'.repeat(40);
  test('has names of at most forty letters', () => {
    expect(schoolOf(bells(`${forty},${forty},8:00,9:00`)).dayTypes[0]).toMatchObject({
      name: forty,
      periods: [{ name: forty }],
    });
  });

  test.each([
    [
      ['Regular,P1,8:00,9:00', 'Regular,P2,8:59,10:00'],
      ['3:3 P2 begins before P1 has ended. Only lunch periods may overlap.'],
    ],
    [['Regular,P1,8:00,9:00', 'Regular,p1,8:00,9:00'], ['3:2 “p1” is in this table twice.']],
    [['No School,P1,8:00,9:00'], ['2:1 “No School” can’t be a day type: the calendar table closes days.']],
    [[`${forty}n,P1,8:00,9:00`], ['2:1 The name of the day type is missing or longer than 40 letters.']],
    [[`Regular,${forty}n,8:00,9:00`], ['2:2 The name of the period is missing or longer than 40 letters.']],
    [
      ['Regular,P1,8,9:00', 'Regular,P2,9:00,10:00'],
      ['2:3 “8”: expected a time like 8:10, 1:25 PM or 13:25.'],
    ],
    [
      ['Regular,P1,8:00,25:10', 'Regular,P2,9:00,10:00'],
      ['2:4 “25:10”: expected a time like 8:10, 1:25 PM or 13:25.'],
    ],
    [['Regular,P1,9:00,9:00', 'Regular,P2,9:00,10:00'], ['2:4 9:00 does not come after 9:00.']],
    [
      ['Regular,,8:00,9:00', 'Regular,P2,9:00,10:00'],
      ['2:2 The name of the period is missing or longer than 40 letters.'],
    ],
    [
      [',P1,8:00,9:00', 'Regular,P2,9:00,10:00'],
      ['2:1 The name of the day type is missing or longer than 40 letters.'],
    ],
  ])('with a mistake says so: %j', (rows, faults) =>
    expect(faultsOf(bells(...rows))).toEqual(faults.map((fault) => `bells ${fault}`)),
  );
});

describe('the cycles table', () => {
  test.each([
    ['', 'skip'],
    ['Skip', 'skip'],
    ['consume', 'consume'],
    ['consume  Snow days', 'consume-unplanned'],
  ])('closed days “%s”: %s', (words, onClosed) =>
    expect(schoolOf(cycles(`Specials,3,8/31/2026,${words}`)).cycles).toEqual([
      {
        name: 'Specials',
        dayNames: ['1', '2', '3'],
        onClosed,
        anchor: { date: '2026-08-31', day: '1' },
      },
    ]),
  );

  const forty = 'c'.repeat(40);
  test('has names of at most forty letters', () => {
    expect(schoolOf(cycles(`${forty},A B,2026-08-31`)).cycles[0]?.name).toBe(forty);
  });

  test.each([
    [`${forty}c,A B,2026-08-31`, '2:1 The name of the cycle is missing or longer than 40 letters.'],
    [',A B,2026-08-31', '2:1 The name of the cycle is missing or longer than 40 letters.'],
    ['Block,A,2026-08-31', '2:2 “A”: expected a number of days from 2 to 10, or their names like A B.'],
    ['Block,A B,soon', '2:3 “soon”: expected a date like 2026-11-25 or 11/25/2026.'],
    [
      'Block,A B,2026-08-31,constructor',
      '2:4 “constructor”: expected skip (the cycle waits), consume (the day is lost) or consume snow days.',
    ],
  ])('with a mistake says so: %j', (row, fault) =>
    expect(faultsOf(cycles(row))).toEqual([`cycles ${fault}`]),
  );

  test('has no cycle twice', () => {
    expect(faultsOf(cycles('Block,A B,2026-08-31', 'block,A B,2026-08-31'))).toEqual([
      'cycles 3:1 “block” is in this table twice.',
    ]);
  });
});
