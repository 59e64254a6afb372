import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Block } from '../../src/core/classroom.ts';
import { openWindows } from '../../src/core/quiet-hours.ts';
import {
  absencesOf,
  addAbsences,
  endAbsences,
  endAllAbsences,
  replaceShifts,
  shiftsOf,
} from '../../src/store/absences.ts';
import { blocksOf, replaceBlocks } from '../../src/store/blocks.ts';
import { calendarOf, schoolNow } from '../../src/store/calendars.ts';
import { changeById, changesOf, sayChange, undoChange } from '../../src/store/changes.ts';
import { keepDates, keepDayType, keepReanchor } from '../../src/store/keep-school.ts';
import { memberById } from '../../src/store/members.ts';
import type { Trx } from '../../src/store/schema.ts';
import { addSchool } from '../../src/store/schools.ts';
import { timetableOf } from '../../src/store/timetables.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { date, fillOrganization, start, zone } from './filled-organization.ts';

let store: TestDatabase;
let id: string;
let here: Awaited<ReturnType<typeof fillOrganization>>;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());
beforeEach(async () => {
  id = randomUUID();
  here = await fillOrganization(store.db, id, `T-${id}`);
});
const inside = <T>(work: (trx: Trx) => Promise<T>) => withOrganization(store.db, id, work);

describe('a calendar', () => {
  test('comes back whole in one piece', async () => {
    expect(await inside((trx) => calendarOf(trx, here.schoolId))).toEqual({
      zone,
      terms: [{ name: 'Fall', start: '2026-09-08', end: '2027-01-29' }],
      weekdays: [1, 2, 3, 4, 5],
      closed: [{ date: '2026-11-26', name: 'Thanksgiving' }],
      dayTypes: [
        { name: 'Regular', firstBell: 490, lastBell: 885, periods: [{ name: '1', start: 540, end: 570 }] },
      ],
      usualDayType: 'Regular',
      weekdayDayTypes: { 3: 'Regular' },
      datedDayTypes: [],
      cycles: [
        {
          name: 'A/B',
          dayNames: ['A', 'B'],
          onClosed: 'skip',
          anchor: { date, day: 'A' },
          reanchors: [{ date, day: 'B' }],
        },
      ],
    });
  });

  test('of a school that told only its bells has one day type with these', async () => {
    const calendar = await inside(async (trx) =>
      calendarOf(trx, await addSchool(trx, { name: 'New', zone, first_bell: 480, last_bell: 900 })),
    );
    expect(calendar.dayTypes).toEqual([{ name: 'Regular', firstBell: 480, lastBell: 900, periods: [] }]);
    expect(calendar.usualDayType).toBe('Regular');
  });

  test('knows a day type by its name however it is written, and takes its bells anew', async () => {
    const dayTypes = await inside(async (trx) => {
      await keepDayType(trx, here.schoolId, { name: 'REGULAR', firstBell: 500, lastBell: 800, periods: [] });
      return (await calendarOf(trx, here.schoolId)).dayTypes;
    });
    expect(dayTypes).toEqual([{ name: 'REGULAR', firstBell: 500, lastBell: 800, periods: [] }]);
  });

  test('is told one thing about a date, the last', async () => {
    const { closed, datedDayTypes, cycles } = await inside(async (trx) => {
      await keepDates(trx, here.schoolId, [{ date: '2026-11-26', dayType: 'Regular', name: 'Make-up day' }]);
      await keepReanchor(trx, here.schoolId, { cycle: 'A/B', date, day: 'A' });
      return calendarOf(trx, here.schoolId);
    });
    expect(closed).toEqual([]);
    expect(datedDayTypes).toEqual([{ date: '2026-11-26', dayType: 'Regular' }]);
    expect(cycles[0]?.reanchors).toEqual([{ date, day: 'A' }]);
  });
});

describe('a block by cycle day, period and part of the year', () => {
  test('comes back as it was told, and the cycle is the one of its own school', async () => {
    const block: Block = {
      weekdays: [1, 2, 3, 4, 5],
      start: 540,
      end: 570,
      kind: 'art',
      withStudents: false,
      cycleDays: { cycle: 'A/B', days: ['B'] },
      period: '1',
      effective: { start: '2026-09-08' },
    };
    const read = await inside(async (trx) => {
      await replaceBlocks(trx, { classroomId: here.classroomId }, [block]);
      return blocksOf(trx, { classroomId: here.classroomId });
    });
    expect(read).toEqual([block]);
  });
});

test('what was said of a school’s days is read with a plan that a connection keeps', async () => {
  const kept = await inside(async (trx) => {
    await changesOf(trx, here.schoolId, '2026-11-01', '2026-11-30');
    return sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(trx);
  });
  expect(kept.rows.filter(({ statement }) => /^select .+ from "changes"/s.test(statement))).toHaveLength(1);
});

describe('a change for once', () => {
  const what = { do: 'close', name: 'Snow day' } as const;
  const say = (from: string, to: string) =>
    inside((trx) =>
      sayChange(trx, {
        schoolId: here.schoolId,
        dates: { start: from, end: to },
        what,
        saidBy: here.teacherId,
        saidAt: start,
      }),
    );

  test('is found by every date it lies on, with who said it and when', async () => {
    const change = await say('2026-12-07', '2026-12-09');
    const on = async (from: string, to: string) =>
      (await inside((trx) => changesOf(trx, here.schoolId, from, to))).map((one) => one.id);
    expect(await on('2026-12-09', '2026-12-20')).toEqual([change]);
    expect(await on('2026-12-02', '2026-12-07')).toEqual([change]);
    expect(await on('2026-12-10', '2026-12-20')).toEqual([]);
    expect(await inside((trx) => changeById(trx, change))).toEqual({
      id: change,
      scope: { of: 'school', schoolId: here.schoolId },
      dates: { start: '2026-12-07', end: '2026-12-09' },
      what,
      saidBy: here.teacherId,
      saidAt: start,
    });
  });

  test('can be undone once, and stays to be seen', async () => {
    const change = await say('2026-12-07', '2026-12-07');
    const undo = (by: string) => inside((trx) => undoChange(trx, change, by, start + 60_000));
    expect(await undo(here.teacherId)).toBe(true);
    expect(await undo(here.therapistId)).toBe(false);
    expect(await inside((trx) => changeById(trx, change))).toMatchObject({
      undone: { by: here.teacherId, at: start + 60_000 },
    });
  });

  test('of the whole school is known to the school as it is now, one of a class is not', async () => {
    const change = await say('2026-12-07', '2026-12-07');
    await inside((trx) =>
      sayChange(trx, {
        schoolId: here.schoolId,
        classroomId: here.classroomId,
        dates: { start: '2026-12-07', end: '2026-12-07' },
        what: { do: 'substitute', when: 'all day' },
        saidBy: here.teacherId,
        saidAt: start,
      }),
    );
    const school = await inside((trx) => schoolNow(trx, here.schoolId, start));
    expect(school.changes?.map((one) => one.id)).toContain(change);
    expect(school.changes?.every(({ scope }) => scope.of === 'school')).toBe(true);
  });
});

describe('a teacher', () => {
  const timetable = () =>
    inside(async (trx) =>
      timetableOf(trx, await memberById(trx, here.teacherId), '2026-12-07', '2026-12-11'),
    );
  const say = (
    what: Parameters<typeof sayChange>[1]['what'],
    place: { classroomId?: string; grade?: string },
  ) =>
    inside((trx) =>
      sayChange(trx, {
        schoolId: here.schoolId,
        ...place,
        dates: { start: '2026-12-08', end: '2026-12-08' },
        what,
        saidBy: here.teacherId,
        saidAt: start,
      }),
    );
  const trip = { do: 'add', when: { start: 600, end: 700 }, kind: 'field_trip', withStudents: true } as const;

  test('has her class’s trip in her day until it is undone', async () => {
    const change = await say(trip, { classroomId: here.classroomId });
    expect((await timetable()).dated).toContainEqual({
      date: '2026-12-08',
      start: 600,
      end: 700,
      withStudents: true,
    });
    await inside((trx) => undoChange(trx, change, here.teacherId, start));
    expect((await timetable()).dated).toEqual([]);
  });

  test('is not touched by what is said about another grade', async () => {
    await say(trip, { grade: '5' });
    expect((await timetable()).dated).toEqual([]);
  });

  test('is away while somebody else has her class', async () => {
    await say({ do: 'substitute', when: 'all day' }, { classroomId: here.classroomId });
    expect((await timetable()).absences).toEqual([{ start: '2026-12-08', end: '2026-12-08' }]);
  });

  test('is not written to on a snow day, and again when it is called off', async () => {
    const open = async () => openWindows(await timetable(), '2026-12-08').length;
    expect(await open()).toBeGreaterThan(0);
    const change = await say({ do: 'close', name: 'Snow day' }, {});
    expect(await open()).toBe(0);
    await inside((trx) => undoChange(trx, change, here.teacherId, start));
    expect(await open()).toBeGreaterThan(0);
  });
});

describe('a person', () => {
  test('who is away, wholly or for a part of the day, is so between the dates asked for', async () => {
    const absences = await inside(async (trx) => {
      const afternoons = { start: '2026-12-08', end: '2026-12-10', part: { start: 780, end: 885 } };
      await addAbsences(trx, here.teacherId, [afternoons], start, randomUUID());
      return absencesOf(trx, [here.teacherId, here.therapistId], '2026-12-01', '2026-12-09');
    });
    expect(Object.fromEntries(absences)).toEqual({
      [here.teacherId]: [{ start: '2026-12-08', end: '2026-12-10', part: { start: 780, end: 885 } }],
      [here.therapistId]: [{ start: date, end: date }],
    });
  });

  test('who is back is no longer away, but was', async () => {
    const left = await inside(async (trx) => {
      const away = [
        { start: '2026-12-07', end: '2026-12-11' },
        { start: '2026-12-20', end: '2026-12-21' },
      ];
      await addAbsences(trx, here.teacherId, away, start, randomUUID());
      await endAbsences(trx, here.teacherId, '2026-12-09');
      return absencesOf(trx, [here.teacherId], '2026-12-01', '2026-12-31');
    });
    const toCome = { start: '2026-12-20', end: '2026-12-21' };
    expect(left.get(here.teacherId)).toEqual([{ start: '2026-12-07', end: '2026-12-08' }, toCome]);
    const none = await inside(async (trx) => {
      await endAllAbsences(trx, here.teacherId, '2026-12-09');
      return absencesOf(trx, [here.teacherId], '2026-12-09', '2026-12-31');
    });
    expect(none.get(here.teacherId)).toBeUndefined();
  });

  test('of two schools is at each by shift, on that school’s clock', async () => {
    const timetable = await inside(async (trx) => {
      const west = await addSchool(trx, {
        name: 'West',
        zone: 'America/Chicago',
        first_bell: 480,
        last_bell: 900,
      });
      await replaceShifts(trx, here.therapistId, [
        { schoolId: here.schoolId, weekdays: [1, 2] },
        { schoolId: west, weekdays: [4], part: { start: 720, end: 900 } },
      ]);
      expect((await shiftsOf(trx, [here.therapistId])).get(here.therapistId)).toHaveLength(2);
      return timetableOf(trx, await memberById(trx, here.therapistId), date, '2026-12-14');
    });
    expect(timetable.shifts?.map(({ weekdays }) => weekdays)).toEqual([[1, 2]]);
    expect(timetable.elsewhere).toMatchObject([
      {
        school: { name: 'West', zone: 'America/Chicago' },
        shifts: [{ weekdays: [4], part: { start: 720, end: 900 } }],
      },
    ]);
  });
});
