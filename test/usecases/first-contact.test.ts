import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Address, platforms } from '../../src/core/people.ts';
import type { InboundEvent } from '../../src/ports/inbound.ts';
import { addClassroom } from '../../src/store/classrooms.ts';
import { addMember, membersOfRole } from '../../src/store/members.ts';
import { organizationOf } from '../../src/store/organizations.ts';
import { invite } from '../../src/store/pairings.ts';
import { schools } from '../../src/store/schools.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { joinTenants } from '../../src/usecases/join-tenants.ts';
import { createReceive } from '../../src/usecases/receive.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';

let store: TestDatabase;
let acts = 0;
beforeAll(async () => {
  store = await openTestDatabase();
});
beforeEach(async () => {
  await store.pool.query('delete from organizations');
  await joinTenants(store.db, [
    { platform: 'slack', tenantId: 'T1' },
    { platform: 'teams', tenantId: 'tenant-1' },
  ]);
});
afterAll(() => store.close());

const someone: Address = { platform: 'slack', tenantId: 'T1', userId: 'U1', conversation: {} };
const act = (event: InboundEvent, from = someone) =>
  createReceive({
    db: store.db,
    clock: { now: () => Date.UTC(2026, 10, 30, 12, 40) },
    directory: { describe: async () => ({ name: 'Ann Reed', zone: 'America/Chicago' }) },
    nudge: () => undefined,
    improve: () => undefined,
  })({ dedupeKey: `act-${++acts}`, from, inPrivate: true, event });
const join = (values: Record<string, string>, from = someone) =>
  act({ kind: 'submit', form: 'join', ref: '', values }, from);
const first = {
  name: 'Ann Reed',
  role: 'ot',
  room: '',
  newSchool: 'Lincoln Elementary',
  firstBell: '08:10',
  lastBell: '14:45',
  zone: 'America/Chicago',
};
const organization = async () => (await organizationOf(store.db, 'slack', 'T1')) ?? '';
const schoolsThere = async () =>
  withOrganization(store.db, await organization(), (trx) => trx.selectFrom('schools').selectAll().execute());

describe('a workspace and a tenant set up together', () => {
  test('are one organization, however often PushIn starts', async () => {
    const [slack, teams] = await Promise.all(
      platforms.map((platform) =>
        organizationOf(store.db, platform, platform === 'slack' ? 'T1' : 'tenant-1'),
      ),
    );
    expect(slack).toBeDefined();
    expect(teams).toBe(slack);
    await joinTenants(store.db, [{ platform: 'teams', tenantId: 'tenant-1' }]);
    await joinTenants(store.db, [
      { platform: 'slack', tenantId: 'T1' },
      { platform: 'teams', tenantId: 'tenant-2' },
    ]);
    expect(await organizationOf(store.db, 'teams', 'tenant-2')).toBe(slack);
  });

  test('stay two when they were set up apart, and PushIn says so instead of mixing them', async () => {
    await joinTenants(store.db, [{ platform: 'slack', tenantId: 'T9' }]);
    const mixed = joinTenants(store.db, [
      { platform: 'slack', tenantId: 'T9' },
      { platform: 'teams', tenantId: 'tenant-1' },
    ]);
    await expect(mixed).rejects.toThrow('already belong to two different organizations');
  });
});

describe('the very first person', () => {
  test('is asked about the school too, with the zone the platform knows', async () => {
    const answer = await act({ kind: 'tap', action: 'join.open', ref: '' });
    if (answer.kind !== 'form') throw new Error('no form');
    const zone = answer.form.fields.find((field) => field.name === 'zone');
    expect(zone?.kind === 'text' && zone.value).toBe('America/Chicago');
    expect(answer.form.fields.map((field) => field.name)).toContain('newSchool');
  });

  test('opens it for everybody after, on either platform', async () => {
    const welcome = await join(first);
    expect(welcome.kind === 'card' && welcome.card.title).toBe('Hello, Ann Reed');
    const [school] = await schoolsThere();
    expect(school).toMatchObject({ name: 'Lincoln Elementary', first_bell: 490, last_bell: 885 });
    const teacher: Address = { ...someone, platform: 'teams', tenantId: 'tenant-1' };
    const values = { name: 'Ms. Hill', role: 'teacher', room: 'Room 1', school: school?.id ?? '' };
    const second = await join(values, teacher);
    expect(second.kind === 'card' && second.card.title).toBe('Hello, Ms. Hill');
    expect(await schoolsThere()).toHaveLength(1);
  });

  test.each([
    ['no name for the school', { newSchool: '' }, ['newSchool']],
    ['a zone that does not exist', { zone: 'Mars/Olympus' }, ['zone']],
    ['bells that ring backwards', { firstBell: '15:00', lastBell: '08:00' }, ['lastBell']],
    ['a bell that is no time', { firstBell: '25:00' }, ['firstBell']],
    ['no role', { role: '' }, ['role']],
    ['a teacher without a room', { role: 'teacher' }, ['room']],
    [
      'nothing at all',
      { name: '', role: '', newSchool: '', zone: '' },
      ['name', 'newSchool', 'role', 'zone'],
    ],
  ])('with %s is told at the field, and no school is left behind', async (_what, change, fields) => {
    const answer = await join({ ...first, ...change });
    expect(answer.kind === 'faults' && Object.keys(answer.faults).sort()).toEqual(fields);
    expect(await schoolsThere()).toEqual([]);
  });
});

describe('somebody of an imported list', () => {
  const room = 'Room 5';
  const listMsHill = async () =>
    withOrganization(store.db, await organization(), async (trx) => {
      const schoolId = (await schools(trx))[0]?.id ?? '';
      const teacherId = await addMember(trx, { schoolId, name: 'Ms. Hill', role: 'teacher' });
      const classroomId = await addClassroom(trx, { schoolId, teacherId, name: room });
      return { schoolId, teacherId, classroomId };
    });
  const members = async () =>
    withOrganization(store.db, await organization(), (trx) =>
      trx.selectFrom('members').select(['id', 'name']).where('name', '=', 'Ms. Hill').execute(),
    );
  const hill: Address = { ...someone, userId: 'U-HILL' };

  test('is known by her name when she first writes, with the room and the week that came with the list', async () => {
    await join(first);
    const { schoolId, teacherId } = await listMsHill();
    const answer = await join({ name: 'ms. hill', role: 'teacher', room, school: schoolId }, hill);
    expect(answer.kind === 'card' && answer.card.title).toBe('Hello, Ms. Hill');
    expect(await members()).toEqual([{ id: teacherId, name: 'Ms. Hill' }]);
  });

  test('is not somebody else’s to be: with an account or a pairing she has, a name is not enough', async () => {
    await join(first);
    const { schoolId, teacherId, classroomId } = await listMsHill();
    await withOrganization(store.db, await organization(), async (trx) => {
      const [therapist] = await membersOfRole(trx, 'therapist');
      const wish = { focuses: ['fine_motor'], visitCount: 1, visitMinutes: 30, period: 'week' } as const;
      await invite(trx, { ...wish, therapistId: therapist?.id ?? '', teacherId, classroomId }, 0);
    });
    const values = { name: 'Ms. Hill', role: 'teacher', room, school: schoolId };
    const answer = await join(values, hill);
    expect(answer.kind === 'faults' && Object.keys(answer.faults)).toEqual(['room']);
    await join({ ...values, room: 'Room 6' }, hill);
    expect(await members()).toHaveLength(2);
  });
});
