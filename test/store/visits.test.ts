import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantOf } from '../../src/core/time.ts';
import { addClassroom } from '../../src/store/classrooms.ts';
import { addMember } from '../../src/store/members.ts';
import type { Trx, VisitState } from '../../src/store/schema.ts';
import { recordOutcome, unrecorded } from '../../src/store/visit-outcomes.ts';
import {
  holdVisit,
  type NewVisit,
  settleVisit,
  unansweredBefore,
  visitById,
  visitsAround,
} from '../../src/store/visits.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { date, fillOrganization, start, zone } from './filled-organization.ts';

let store: TestDatabase;
let organizationId: string;
let known: Awaited<ReturnType<typeof fillOrganization>>;
beforeAll(async () => {
  store = await openTestDatabase();
});
beforeEach(async () => {
  organizationId = randomUUID();
  known = await fillOrganization(store.db, organizationId, `T-${organizationId}`);
  await inside((trx) => trx.deleteFrom('visits').execute());
});
afterAll(() => store.close());

const inside = <T>(work: (trx: Trx) => Promise<T>) => withOrganization(store.db, organizationId, work);
const visit = (change: Partial<NewVisit> = {}): NewVisit => ({
  pairingId: known.pairingId,
  therapistId: known.therapistId,
  teacherId: known.teacherId,
  classroomId: known.classroomId,
  date,
  start: 540,
  end: 570,
  zone,
  kind: 'writing',
  focus: 'fine_motor',
  ...change,
});
const hold = (change: Partial<NewVisit> = {}) => inside((trx) => holdVisit(trx, visit(change), start));
const another = () =>
  inside((trx) =>
    addMember(trx, { schoolId: known.schoolId, name: 'Bo Lind', role: 'therapist', discipline: 'speech' }),
  );
const anotherRoom = () =>
  inside((trx) =>
    addClassroom(trx, { schoolId: known.schoolId, teacherId: known.teacherId, name: 'Room 2' }),
  );

describe('a held visit', () => {
  test.each([
    ['the same minutes', 540, 570],
    ['the last minute of it', 569, 600],
    ['the first minute of it', 500, 541],
    ['a time around it', 500, 600],
    ['a time within it', 550, 555],
  ])('keeps another therapist out of the room for %s', async (_which, from, to) => {
    expect(await hold()).toEqual(expect.any(String));
    expect(await hold({ therapistId: await another(), start: from, end: to })).toBeUndefined();
  });

  test('keeps the therapist out of another room', async () => {
    await hold();
    expect(await hold({ classroomId: await anotherRoom() })).toBeUndefined();
  });

  test('leaves the minutes before and after it, other days and other rooms to others', async () => {
    await hold();
    expect(await hold({ start: 570, end: 600 })).toBeDefined();
    expect(await hold({ start: 510, end: 540 })).toBeDefined();
    expect(await hold({ date: '2026-12-02' })).toBeDefined();
    expect(await hold({ therapistId: await another(), classroomId: await anotherRoom() })).toBeDefined();
  });

  test.each(['another', 'not_this_week', 'withdrawn', 'expired'] as const)(
    'that became “%s” frees the room and the therapist',
    async (state) => {
      const id = (await hold()) ?? '';
      await inside((trx) => settleVisit(trx, id, ['proposed'], state));
      expect(await hold({ therapistId: await another() })).toBeDefined();
      expect(await hold({ classroomId: await anotherRoom() })).toBeDefined();
    },
  );

  test('goes to one of many who want it at the same moment', async () => {
    const therapists = await Promise.all([another(), another(), another(), another()]);
    const ids = await Promise.all(therapists.map((therapistId) => hold({ therapistId })));
    expect(ids.filter((id) => id !== undefined)).toHaveLength(1);
  });

  test('is the same half hour on the day the clocks go back', async () => {
    const sunday = { date: '2026-11-01', start: 60, end: 120 };
    await hold(sunday);
    expect(await hold({ ...sunday, therapistId: await another(), start: 90, end: 100 })).toBeUndefined();
  });
});

describe('settling', () => {
  test('two at once settles it once', async () => {
    const id = (await hold()) ?? '';
    const outcomes = await Promise.all(
      (['agreed', 'withdrawn'] satisfies VisitState[]).map((to) =>
        inside((trx) => settleVisit(trx, id, ['proposed'], to)),
      ),
    );
    expect(outcomes.sort()).toEqual([false, true]);
    const settled = await inside((trx) => visitById(trx, id));
    expect(settled?.version).toBe(2);
  });

  test('of a visit that was not in that state does nothing', async () => {
    const id = (await hold()) ?? '';
    expect(await inside((trx) => settleVisit(trx, id, ['agreed'], 'another'))).toBe(false);
    expect((await inside((trx) => visitById(trx, id)))?.state).toBe('proposed');
  });
});

describe('looking for visits', () => {
  test('finds what touches a person or a room, first to last', async () => {
    await hold({ start: 600, end: 630 });
    await hold();
    const byRoom = { memberIds: [], classroomIds: [known.classroomId] };
    const found = await inside((trx) => visitsAround(trx, byRoom, date, date));
    expect(found.map((one) => one.start)).toEqual([540, 600]);
    expect(found[0]).toMatchObject({
      therapistName: 'Ann Reed',
      teacherName: 'Ms. Hill',
      classroomName: 'Room 1',
    });
    const nobody = { memberIds: [], classroomIds: [] };
    expect(await inside((trx) => visitsAround(trx, nobody, date, date))).toEqual([]);
  });

  test('finds the unanswered ones whose time has come, to the minute', async () => {
    await hold();
    const begins = instantOf(date, 540, zone);
    expect(await inside((trx) => unansweredBefore(trx, begins - 1))).toEqual([]);
    expect(await inside((trx) => unansweredBefore(trx, begins))).toHaveLength(1);
  });

  test('finds the agreed ones that are over and have no word yet', async () => {
    const id = (await hold()) ?? '';
    const ends = instantOf(date, 570, zone);
    const open = () => inside((trx) => unrecorded(trx, known.therapistId, ends));
    expect(await open()).toEqual([]);
    await inside((trx) => settleVisit(trx, id, ['proposed'], 'agreed'));
    expect((await open()).map((one) => one.id)).toEqual([id]);
    expect(await inside((trx) => unrecorded(trx, known.therapistId, ends - 1))).toEqual([]);
    await inside((trx) => recordOutcome(trx, { id, version: 2 }, 'as_planned', null));
    expect(await open()).toEqual([]);
  });
});
