import { describe, expect, test } from '@jest/globals';
import { faultsOf, pineHill, schoolOf } from './tables.ts';

const school = {
  ...pineHill,
  bells: [
    'day type,period,start,end',
    'Late start,P1,10:00,11:00',
    'Late start,Advisory,11:05,11:30',
    'Regular,P1,8:00,9:00',
    'Regular,P2,9:05,15:00',
  ],
  cycles: ['cycle,cycle days,first day', 'Block,A B,2026-08-31', 'Specials,4,2026-08-31'],
  classes: ['room,teacher', 'Room 12,Ms. Larch', 'Room 9,Mr. Ash'],
};
const heading = 'room,days,start,end,activity,period,cycle,from,until,students';
const week = (...rows: string[]) => ({ ...school, blocks: [heading, ...rows] });
const blockOf = (row: string) => schoolOf(week(row)).weeks[0]?.blocks[0];
const faults = (...rows: string[]) => faultsOf(week(...rows));

describe('a row of the blocks table', () => {
  test.each([
    ['Room 12,Mon Wed,9:00,9:40,writing', { weekdays: [1, 3], start: 540, end: 580, kind: 'writing' }],
    ['Room 12,Mon,9:00,9:40,Social Studies', { kind: 'social_studies' }],
    ['Room 12,Mon,9:00,9:40,spelling test', { kind: 'test' }],
    ['Room 12,Mon,,,math,p2', { weekdays: [1], start: 545, end: 900, period: 'P2' }],
    ['Room 12,Mon,,,math,P1', { start: 480, end: 540 }],
    ['Room 12,Mon,,,sel,advisory', { start: 665, end: 690, period: 'Advisory' }],
    ['Room 12,A,9:00,9:40,art', { weekdays: [1, 2, 3, 4, 5], cycleDays: { cycle: 'Block', days: ['A'] } }],
    ['Room 12,Day 1; Day 4,9:00,9:40,art', { cycleDays: { cycle: 'Specials', days: ['1', '4'] } }],
    ['Room 12,2,9:00,9:40,art,,specials', { cycleDays: { cycle: 'Specials', days: ['2'] } }],
    ['Room 12,Mon,9:00,9:40,art,,,2027-01-04,', { effective: { start: '2027-01-04' } }],
    ['Room 12,Mon,9:00,9:40,art,,,,1/22/27', { effective: { end: '2027-01-22' } }],
    [
      'Room 12,Mon,9:00,9:40,art,,,2027-01-04,2027-01-04',
      { effective: { start: '2027-01-04', end: '2027-01-04' } },
    ],
  ])('%j', (row, block) => expect(blockOf(row)).toMatchObject(block));

  test('says no more of a block than was told', () => {
    expect(blockOf('Room 12,Mon,9:00,9:40,writing')).toEqual({
      weekdays: [1],
      start: 540,
      end: 580,
      kind: 'writing',
      withStudents: true,
    });
  });

  test.each([
    ['writing', '', true],
    ['lunch', '', false],
    ['prep', '', false],
    ['lunch', 'Yes', true],
    ['lunch', 'y', true],
    ['lunch', 'with', true],
    ['lunch', 'true', true],
    ['writing', 'no', false],
    ['writing', 'N', false],
    ['writing', 'without', false],
    ['writing', 'away', false],
    ['writing', 'false', false],
  ])('%s with “%s” under students: with students %s', (kind, students, withStudents) =>
    expect(blockOf(`Room 12,Mon,9:00,9:40,${kind},,,,,${students}`)?.withStudents).toBe(withStudents),
  );

  test('belongs to the room however its name is typed, and rooms keep their weeks apart', () => {
    const { weeks } = schoolOf(
      week('room  12,Mon,9:00,9:40,writing', 'Room 9,Mon,9:00,9:40,math', 'ROOM 12,Tue,9:00,9:40,reading'),
    );
    expect(weeks.map(({ room, blocks }) => [room, blocks.map(({ kind }) => kind)])).toEqual([
      ['Room 12', ['writing', 'reading']],
      ['Room 9', ['math']],
    ]);
  });
});

describe('a mistake in the blocks table', () => {
  test.each([
    ['Room 7,Mon,9:00,9:40,writing', '2:1 There is no room “Room 7”. Add it to the classes table.'],
    [
      'Room 12,Mon,9:00,9:40,zzz',
      '2:5 “zzz”: I don’t know that activity. Expected one like reading, math, centers, specials, lunch, recess or prep.',
    ],
    [
      'Room 12,Someday,9:00,9:40,math',
      '2:2 “Someday”: expected weekdays like Mon Wed, or days of a cycle like Day 1 Day 4.',
    ],
    [
      'Room 12,Mon,9:00,9:40,math,,Block',
      '2:2 “Mon”: expected weekdays like Mon Wed, or days of a cycle like Day 1 Day 4.',
    ],
    ['Room 12,A,9:00,9:40,math,,Colors', '2:7 There is no cycle “Colors”. Expected Block or Specials.'],
    ['Room 12,Mon,9:00,9:40,math,P1', '2:3 Expected either start and end, or a period, not both.'],
    ['Room 12,Mon,,9:40,math,P1', '2:3 Expected either start and end, or a period, not both.'],
    ['Room 12,Mon,,,math,P9', '2:6 There is no period “P9” in the bells table.'],
    ['Room 12,Mon,9,9:40,math', '2:3 “9”: expected a time like 8:10, 1:25 PM or 13:25.'],
    ['Room 12,Mon,9:00,,math', '2:4 Nothing is here: expected a time like 8:10, 1:25 PM or 13:25.'],
    ['Room 12,Mon,9:40,9:40,math', '2:4 9:40 does not come after 9:40.'],
    [
      'Room 12,Mon,9:00,9:40,math,,,someday,',
      '2:8 “someday”: expected a date like 2026-11-25 or 11/25/2026.',
    ],
    [
      'Room 12,Mon,9:00,9:40,math,,,,someday',
      '2:9 “someday”: expected a date like 2026-11-25 or 11/25/2026.',
    ],
    ['Room 12,Mon,9:00,9:40,math,,,2027-01-05,2027-01-04', '2:9 2027-01-04 does not come after 2027-01-05.'],
    ['Room 12,Mon,9:00,9:40,math,,,,,perhaps', '2:10 “perhaps”: expected yes or no.'],
  ])('%j', (row, fault) => expect(faults(row)).toEqual([`blocks ${fault}`]));

  test('is asked about when two cycles have such a day', () => {
    const two = {
      ...week('Room 12,A,9:00,9:40,math'),
      cycles: ['cycle,cycle days,first day', 'Block,A B,2026-08-31', 'Colors,A Red,2026-08-31'],
    };
    expect(faultsOf(two)).toEqual([
      'blocks 2:7 “A” is a day of more than one cycle. Expected in the column “cycle”: Block or Colors.',
    ]);
  });

  test('does not hide the others in its row or in those below it', () => {
    expect(faults('Room 7,Mon,9:00,9:40,zzz', 'Room 12,Mon,9:00,8:00,math')).toHaveLength(3);
  });
});
