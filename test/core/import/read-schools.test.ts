import { describe, expect, test } from '@jest/globals';
import { faultsOf, oakStreet, pineHill, readTables, schoolOf, understood } from './tables.ts';

const heading = 'school,zone,first bell,last bell,days,first day,last day,template';
const schools = (...rows: string[]) => ({ schools: [heading, ...rows] });

describe('a row of the schools table', () => {
  test('is a school with one kind of day, when its bells are all there is', () => {
    expect(schoolOf(schools('Pine Hill,America/Chicago,8:00,15:00,,,'))).toMatchObject({
      name: 'Pine Hill',
      frame: { zone: 'America/Chicago', weekdays: [1, 2, 3, 4, 5], year: undefined },
      dayTypes: [{ name: 'Regular', firstBell: 480, lastBell: 900, periods: [] }],
      usualDayType: 'Regular',
    });
  });

  test('may say on which days and in which part of the year', () => {
    expect(
      schoolOf(schools('Pine Hill,America/Chicago,8:00,15:00,Mon-Thu,2026-08-31,2027-06-11')).frame,
    ).toEqual({
      zone: 'America/Chicago',
      weekdays: [1, 2, 3, 4],
      year: { start: '2026-08-31', end: '2027-06-11' },
    });
  });

  test('takes the lessons of a template, and its cycle from the first day of school on', () => {
    const school = schoolOf(schools('Pine Hill,America/Chicago,8:00,15:00,,2026-08-31,2027-06-11,Block'));
    expect(school.dayTypes.map(({ name }) => name)).toEqual(['Regular', 'Early release', 'Late start']);
    expect(school.cycles).toEqual([
      { name: 'A/B', dayNames: ['A', 'B'], onClosed: 'skip', anchor: { date: '2026-08-31', day: 'A' } },
    ]);
    expect(schoolOf(schools('Pine Hill,America/Chicago,8:00,15:00,,,,middle')).cycles).toEqual([]);
  });

  const sixty = 'a'.repeat(60);
  test('has a name of at most sixty letters', () => {
    expect(schoolOf(schools(`${sixty},America/Chicago,8:00,15:00`)).name).toBe(sixty);
  });

  test.each([
    [
      `${sixty}a,America/Chicago,8:00,15:00`,
      '2:1 The name of the school is missing or longer than 60 letters.',
    ],
    [',America/Chicago,8:00,15:00', '2:1 The name of the school is missing or longer than 60 letters.'],
    [
      'Pine Hill,Mars,8:00,15:00',
      '2:2 “Mars”: expected a time zone like America/New_York or America/Chicago.',
    ],
    ['Pine Hill,America/Chicago,8,15:00', '2:3 “8”: expected a time like 8:10, 1:25 PM or 13:25.'],
    ['Pine Hill,America/Chicago,8:00,', '2:4 Nothing is here: expected a time like 8:10, 1:25 PM or 13:25.'],
    ['Pine Hill,America/Chicago,8:00,8:00', '2:4 8:00 does not come after 8:00.'],
    [
      'Pine Hill,America/Chicago,8:00,15:00,someday',
      '2:5 “someday”: expected weekdays like Mon-Fri or Mon Tue Thu.',
    ],
    [
      'Pine Hill,America/Chicago,8:00,15:00,,soon,2027-06-11',
      '2:6 “soon”: expected a date like 2026-11-25 or 11/25/2026.',
    ],
    [
      'Pine Hill,America/Chicago,8:00,15:00,,2026-08-31,',
      '2:7 Nothing is here: expected a date like 2026-11-25 or 11/25/2026.',
    ],
    [
      'Pine Hill,America/Chicago,8:00,15:00,,2026-08-31,2026-08-31',
      '2:7 2026-08-31 does not come after 2026-08-31.',
    ],
    [
      'Pine Hill,America/Chicago,8:00,15:00,,,,castle',
      '2:8 There is no template “castle”. Expected elementary, middle, block or specials.',
    ],
    [
      'Pine Hill,America/Chicago,8:00,15:00,,,,block',
      '2:6 This template has a cycle of days, which needs the first day and the last day of the school year.',
    ],
  ])('with a mistake says so: %j', (row, fault) =>
    expect(faultsOf(schools(row))).toContain(`schools ${fault}`),
  );

  test('needs bells for a template, and bells at all', () => {
    expect(faultsOf(schools('Pine Hill,America/Chicago,,,,,,middle'))).toContain(
      'schools 2:3 A template needs the first bell and the last bell.',
    );
    expect(faultsOf(schools('Pine Hill,America/Chicago'))).toEqual([
      'schools 1:1 The bells of Pine Hill are missing. Expected the columns first bell and last bell, or a bells table.',
    ]);
  });

  test('stands once', () => {
    const row = 'Pine Hill,America/Chicago,8:00,15:00';
    expect(faultsOf(schools(row, row.toUpperCase().replace('AMERICA/CHICAGO', 'America/Chicago')))).toEqual([
      'schools 3:1 “PINE HILL” is in this table twice.',
    ]);
  });
});

describe('bells told beside a bells table', () => {
  const both = (first: string, last: string) =>
    faultsOf({
      schools: ['school,zone,first bell,last bell', `Pine Hill,America/Chicago,${first},${last}`],
      bells: ['day type,period,start,end', 'Regular,P1,8:00,15:00'],
    });

  test.each([
    ['8:00', '15:00', false],
    ['8:05', '15:00', true],
    ['8:00', '15:05', true],
  ])('%s to %s: another word is said: %s', (first, last, isSaid) =>
    expect(both(first, last)).toEqual(
      isSaid
        ? [
            'schools 2:3 These are not the bells of “Regular” (8:00–3:00). Expected the same, or nothing here.',
          ]
        : [],
    ),
  );
});

describe('which school a row is about', () => {
  test('is the one these files tell of, else the only one there is', () => {
    const classes = ['room,teacher', 'Room 1,Ms. Larch'];
    const [oak, pine] = understood(readTables({ ...pineHill, classes }, [oakStreet]));
    expect([oak?.rooms.length, pine?.rooms.length]).toEqual([0, 1]);
    expect(schoolOf({ classes }, [oakStreet]).rooms).toHaveLength(1);
  });

  test('has to be said where there are several, and is found however it is typed', () => {
    const elm = { ...oakStreet, name: 'Elm Court' };
    expect(faultsOf({ classes: ['room,teacher', 'Room 1,Ms. Larch'] }, [oakStreet, elm])).toEqual([
      'classes 2:1 Which school? Expected a column “school” with Oak Street or Elm Court.',
    ]);
    const named = { classes: ['room,teacher,school', 'Room 1,Ms. Larch,ELM  court'] };
    expect(understood(readTables(named, [oakStreet, elm])).map(({ rooms }) => rooms.length)).toEqual([0, 1]);
  });

  test('cannot be said while there is none', () => {
    expect(faultsOf({ classes: ['room,teacher', 'Room 1,Ms. Larch'] })).toEqual([
      'classes 2:1 There is no school yet. Import a table with the columns school, zone, first bell, last bell along with this one.',
    ]);
    expect(faultsOf({ classes: ['room,teacher,school', 'Room 1,Ms. Larch,Oak Street'] })).toEqual([
      'classes 2:3 There is no school “Oak Street”.',
    ]);
  });

  test('that is stored keeps its name and its bells, and takes new ones when they agree', () => {
    const again = (bells: string) => schools(`oak  STREET,America/New_York,${bells}`);
    expect(schoolOf(again(','), [oakStreet])).toMatchObject({ name: 'Oak Street', dayTypes: [] });
    expect(faultsOf(again('8:30,15:00'), [oakStreet])).toEqual([]);
    expect(faultsOf(again('8:00,15:00'), [oakStreet])).toEqual([
      'schools 2:3 These are not the bells of “Usual” (8:30–3:00). Expected the same, or nothing here.',
    ]);
  });
});

describe('a table', () => {
  test('is known by its columns, in any order and however they are written', () => {
    const { rooms } = schoolOf({ ...pineHill, rooms: ['GRADE, Teacher ,room', '2,Ms. Larch,Room 12'] });
    expect(rooms).toEqual([{ name: 'Room 12', teacher: 'Ms. Larch', grade: '2' }]);
    expect(
      schoolOf({ ...pineHill, more: ['cycle,cycle_days,first_day', 'AB,A B,2026-08-31'] }).cycles,
    ).toHaveLength(1);
  });

  test('may have columns without a heading, and rows that end early', () => {
    expect(schoolOf({ ...pineHill, rooms: ['room,teacher,,', 'Room 12,Ms. Larch,x'] }).rooms).toHaveLength(1);
    expect(faultsOf({ ...pineHill, rooms: ['room,grade,teacher', 'Room 12'] })).toEqual([
      'rooms 2:3 The name of the teacher is missing or longer than 60 letters.',
    ]);
  });

  test.each([
    [
      ['day,what', '2026-11-26,closed'],
      '1:1 I can’t tell what this table is about from day and what. Its first line has to name its columns, for example: date, what, name.',
    ],
    [
      ['room,teacher,wat', 'Room 12,Ms. Larch,'],
      '1:3 I don’t know the column “wat”. This table may have: room, teacher, grade, school.',
    ],
    [['room,teacher,Room', 'Room 12,Ms. Larch,'], '1:3 The column “Room” is there twice.'],
    [['room,teacher'], '1:1 This table has no rows below its headings.'],
  ])('%j is not read', (rows, fault) =>
    expect(faultsOf({ ...pineHill, rooms: rows })).toEqual([`rooms ${fault}`]),
  );
});

test('mistakes are told in the order of the files, the lines and the columns', () => {
  expect(
    faultsOf({
      ...pineHill,
      'b.csv': ['room,teacher', 'Room 1,Ms. Larch', ',', 'Room 1,Ms. Larch'],
      'a.csv': ['name,role', 'Ann,nurse'],
    }).map((fault) => fault.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['a.csv 2:2', 'b.csv 3:1', 'b.csv 3:2', 'b.csv 4:1']);
});
