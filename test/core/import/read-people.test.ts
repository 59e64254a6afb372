import { describe, expect, test } from '@jest/globals';
import { faultsOf, oakStreet, pineHill, readTables, schoolOf, understood } from './tables.ts';

const members = (...rows: string[]) => ({
  ...pineHill,
  members: ['name,role,discipline,slack id,teams id,school', ...rows],
});
const classes = (...rows: string[]) => ({ ...pineHill, classes: ['room,teacher,grade', ...rows] });

describe('a row of the members table', () => {
  test.each([
    ['Ann Reed,Therapist,OT', { name: 'Ann Reed', role: 'therapist', discipline: 'ot', accounts: [] }],
    ['Ann Reed,therapist,occupational therapist', { discipline: 'ot' }],
    ['Ann Reed,therapist,Occupational  Therapy', { discipline: 'ot' }],
    ['Ann Reed,therapist,SLP', { discipline: 'speech' }],
    ['Ann Reed,therapist,speech therapist', { discipline: 'speech' }],
    ['Ann Reed,therapist,speech therapy', { discipline: 'speech' }],
    ['Ann Reed,therapist,physical therapist', { discipline: 'pt' }],
    ['Ann Reed,therapist,physical therapy', { discipline: 'pt' }],
    ['Ann Reed,therapist,counselor', { discipline: 'counseling' }],
    ['Ann Reed,therapist,behavior specialist', { discipline: 'behavior' }],
    ['Ms. Larch,teacher,', { role: 'teacher', discipline: undefined }],
    ['Ms. Larch,teacher,,U1,', { accounts: [{ platform: 'slack', userId: 'U1' }] }],
    [
      'Ms. Larch,teacher,,U1,T1',
      {
        accounts: [
          { platform: 'slack', userId: 'U1' },
          { platform: 'teams', userId: 'T1' },
        ],
      },
    ],
  ])('%j', (row, person) => expect(schoolOf(members(row)).people).toMatchObject([person]));

  test('of one school says nothing of others', () => {
    expect(schoolOf(members('Dana Lee,coordinator,')).people).toEqual([
      { name: 'Dana Lee', role: 'coordinator', discipline: undefined, accounts: [] },
    ]);
  });

  test('may give a coordinator several schools, the own one first', () => {
    const tables = {
      members: ['name,role,school', 'Dana Lee,coordinator,oak street ; Pine Hill'],
      ...pineHill,
    };
    const bells = ['day type,period,start,end,school', 'Regular,P1,8:00,15:00,Pine Hill'];
    const [oak, pine] = understood(readTables({ ...tables, bells }, [oakStreet]));
    expect(oak?.people).toEqual([
      { name: 'Dana Lee', role: 'coordinator', discipline: undefined, accounts: [], alsoAt: ['Pine Hill'] },
    ]);
    expect(pine?.people).toEqual([]);
  });

  const sixty = 'a'.repeat(60);
  test('has a name of at most sixty letters', () => {
    expect(schoolOf(members(`${sixty},para,`)).people[0]?.name).toBe(sixty);
  });

  test.each([
    [`${sixty}a,para,`, '2:1 The name of the person is missing or longer than 60 letters.'],
    [',para,', '2:1 The name of the person is missing or longer than 60 letters.'],
    ['Ann,nurse,', '2:2 “nurse”: expected teacher, therapist, para or coordinator.'],
    ['Ann,therapist,', '2:3 Nothing is here: expected ot, speech, pt, counseling, behavior or setss.'],
    [
      'Ann,therapist,constructor',
      '2:3 “constructor”: expected ot, speech, pt, counseling, behavior or setss.',
    ],
    [
      'Ann,para,ot',
      '2:3 A para has no discipline. Only a therapist has one: ot, speech, pt, counseling, behavior, setss.',
    ],
    ['Ann,para,,,,Elm Court', '2:6 There is no school “Elm Court”. Expected Pine Hill.'],
  ])('with a mistake says so: %j', (row, fault) =>
    expect(faultsOf(members(row))).toEqual([`members ${fault}`]),
  );

  test('of several schools is a coordinator’s alone', () => {
    expect(
      faultsOf(members('Ann,para,,,,Pine Hill;Oak Street', 'Dana,coordinator,,,,Pine Hill;Oak Street'), [
        oakStreet,
      ]),
    ).toEqual(['members 2:6 A para belongs to one school. Only a coordinator may have several.']);
  });
});

describe('the members table', () => {
  test('has nobody twice, however the name is typed', () => {
    expect(faultsOf(members('Ann Reed,para,', 'ann  reed,para,'))).toEqual([
      'members 3:1 “ann  reed” is in this table twice.',
    ]);
  });

  test('gives no account to two people, on either platform', () => {
    expect(faultsOf(members('Ann,para,,U1,', 'Bob,para,,U1,', 'Cy,para,,,T1', 'Di,para,,,T1'))).toEqual([
      'members 3:4 “U1” is the account of Ann already.',
      'members 5:5 “T1” is the account of Cy already.',
    ]);
    expect(faultsOf(members('Ann,para,,U1,', 'Bob,para,,,U1'))).toEqual([]);
  });
});

describe('a row of the classes table', () => {
  test.each([
    ['Room 12,Ms. Larch,', { name: 'Room 12', teacher: 'Ms. Larch', grade: undefined }],
    ['Room 12,Ms. Larch,2', { name: 'Room 12', teacher: 'Ms. Larch', grade: '2' }],
    [
      `${'r'.repeat(40)},${'t'.repeat(60)},${'g'.repeat(20)}`,
      { name: 'r'.repeat(40), teacher: 't'.repeat(60), grade: 'g'.repeat(20) },
    ],
  ])('%j', (row, room) => expect(schoolOf(classes(row)).rooms).toEqual([room]));

  test.each([
    [',Ms. Larch,', '2:1 The name of the room is missing or longer than 40 letters.'],
    [`${'r'.repeat(41)},Ms. Larch,`, '2:1 The name of the room is missing or longer than 40 letters.'],
    ['Room 12,,', '2:2 The name of the teacher is missing or longer than 60 letters.'],
    [`Room 12,${'t'.repeat(61)},`, '2:2 The name of the teacher is missing or longer than 60 letters.'],
    [
      `Room 12,Ms. Larch,${'g'.repeat(21)}`,
      '2:3 The name of the grade is missing or longer than 20 letters.',
    ],
  ])('with a mistake says so: %j', (row, fault) =>
    expect(faultsOf(classes(row))).toEqual([`classes ${fault}`]),
  );

  test('stands once, and under a teacher', () => {
    expect(faultsOf(classes('Room 12,Ms. Larch,', 'room 12,Mr. Ash,'))).toEqual([
      'classes 3:1 “room 12” is in this table twice.',
    ]);
    expect(
      faultsOf({
        ...members('Ann Reed,para,', 'Ms. Larch,teacher,'),
        classes: classes('R 1,ann reed,', 'R 2,Ms. Larch,').classes,
      }),
    ).toEqual(['classes 2:2 ann reed is a para here; a room needs a teacher.']);
  });

  test('of a school that is stored keeps its stored name, and its people their roles', () => {
    const rooms = (row: string) => ({ classes: ['room,teacher', row] });
    expect(schoolOf(rooms('room  12,Mr. Ash'), [oakStreet]).rooms[0]?.name).toBe('Room 12');
    expect(faultsOf(rooms('Room 3,Ann Reed'), [oakStreet])).toEqual([
      'classes 2:2 Ann Reed is a therapist here; a room needs a teacher.',
    ]);
    expect(faultsOf(rooms('Room 3,Ms. Larch'), [oakStreet])).toEqual([]);
  });
});
