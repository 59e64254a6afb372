import { randomUUID } from 'node:crypto';
import { commands } from '../../src/core/commands.ts';
import type { Address, Discipline, Role } from '../../src/core/people.ts';
import { mayDo } from '../../src/core/rights.ts';
import type { Answer, InboundEvent } from '../../src/ports/inbound.ts';
import { rememberAddress } from '../../src/store/addresses.ts';
import { addClassroom } from '../../src/store/classrooms.ts';
import { addMember } from '../../src/store/members.ts';
import { invite, settlePairing } from '../../src/store/pairings.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { createReceive } from '../../src/usecases/receive.ts';
import { submits, taps } from '../../src/usecases/routes.ts';
import type { TestDatabase } from '../setup/database.ts';
import { fillOrganization, start } from '../store/filled-organization.ts';
import { plantCanaries } from './canary.ts';

/** Who tries the doors of Room 1, which none of them has anything to do with. */
export const probers = [
  'another organization’s therapist',
  'another class’s teacher',
  'another pairing’s therapist',
  'a para',
  'a therapist who was removed',
  'a guest of the workspace',
  'a newcomer nobody has named',
  'somebody of a workspace that never joined',
] as const;
export type Prober = (typeof probers)[number];

/** Undefined for those who are turned away before any door. */
export const roleOf: Readonly<Record<Prober, Role | undefined>> = {
  'another organization’s therapist': 'therapist',
  'another class’s teacher': 'teacher',
  'another pairing’s therapist': 'therapist',
  'a para': 'para',
  'a therapist who was removed': undefined,
  'a guest of the workspace': undefined,
  'a newcomer nobody has named': undefined,
  'somebody of a workspace that never joined': undefined,
};

/** Two organizations with something in every table; in one of them Room 1 holds the canary. */
export const openProbeWorld = async (store: TestDatabase) => {
  const [here, there] = [randomUUID(), randomUUID()];
  await fillOrganization(store.db, here, 'T-here');
  const filled = await fillOrganization(store.db, there, 'T-there');
  await withOrganization(store.db, there, (trx) => settlePairing(trx, filled.pairingId, 'invited', 'active'));

  const addresses = new Map<Prober, Address>();
  const meet = (
    prober: Prober,
    organizationId: string,
    tenantId: string,
    role: Role,
    discipline?: Discipline,
  ) =>
    withOrganization(store.db, organizationId, async (trx) => {
      const school = await trx.selectFrom('schools').select('id').executeTakeFirstOrThrow();
      const known = { schoolId: school.id, name: `Prober ${addresses.size}`, role };
      const id = await addMember(trx, { ...known, ...(discipline ? { discipline } : {}) });
      const address: Address = {
        platform: 'slack',
        tenantId,
        userId: `U-${addresses.size}`,
        conversation: {},
      };
      await rememberAddress(trx, id, address, start);
      addresses.set(prober, address);
      return { id, schoolId: school.id };
    });
  await meet('another organization’s therapist', here, 'T-here', 'therapist', 'ot');
  const teacher = await meet('another class’s teacher', there, 'T-there', 'teacher');
  const therapist = await meet('another pairing’s therapist', there, 'T-there', 'therapist', 'speech');
  await meet('a para', there, 'T-there', 'para');
  const removed = await meet('a therapist who was removed', there, 'T-there', 'therapist', 'ot');
  await withOrganization(store.db, there, async (trx) => {
    const classroomId = await addClassroom(trx, {
      schoolId: teacher.schoolId,
      teacherId: teacher.id,
      name: 'Room 2',
    });
    const wish = {
      teacherId: teacher.id,
      classroomId,
      focuses: ['language'],
      visitCount: 1,
      visitMinutes: 20,
      period: 'week',
    } as const;
    for (const therapistId of [therapist.id, removed.id]) {
      const id = await invite(trx, { ...wish, therapistId }, start);
      await settlePairing(trx, id ?? '', 'invited', 'active');
    }
    // She worked with Room 1 until today.
    await trx
      .updateTable('pairings')
      .set({ therapist_id: removed.id })
      .where('id', '=', filled.pairingId)
      .execute();
    await trx.updateTable('members').set({ active: false }).where('id', '=', removed.id).execute();
  });
  for (const [n, prober] of (['a guest of the workspace', 'a newcomer nobody has named'] as const).entries())
    addresses.set(prober, { platform: 'slack', tenantId: 'T-there', userId: `U-out-${n}`, conversation: {} });
  addresses.set('somebody of a workspace that never joined', {
    platform: 'slack',
    tenantId: 'T-nowhere',
    userId: 'U-nobody',
    conversation: {},
  });
  const planted = await plantCanaries(store.pool, there);

  const receive = createReceive({
    db: store.db,
    clock: { now: () => start },
    directory: {
      describe: async ({ userId }) =>
        userId === addresses.get('a newcomer nobody has named')?.userId
          ? { name: 'Somebody', zone: undefined }
          : undefined,
    },
    nudge: () => undefined,
    improve: () => undefined,
  });
  const from = (prober: Prober): Address => {
    const address = addresses.get(prober);
    if (!address) throw new Error(`${prober} has no address`);
    return address;
  };
  const act = (prober: Prober, event: InboundEvent): Promise<Answer> =>
    receive({ dedupeKey: randomUUID(), from: from(prober), inPrivate: true, event });

  return {
    here,
    there,
    filled,
    planted,
    act,
    things: await thingsOf(store, there, filled.classroomId),
  };
};

/** One thing of Room 1 out of every table that has any. */
const thingsOf = async (
  store: TestDatabase,
  organizationId: string,
  classroomId: string,
): Promise<string[]> => {
  const { rows: tables } = await store.pool.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
     where table_schema = 'public' group by 1 having bool_or(column_name = 'organization_id')`,
  );
  const ids = new Set<string>([classroomId]);
  for (const { name, columns } of tables) {
    const ofRoom = columns.includes('classroom_id')
      ? `classroom_id = $2`
      : `pairing_id in (select id from pairings where classroom_id = $2)`;
    if (!columns.includes('classroom_id') && !columns.includes('pairing_id')) continue;
    for (const column of columns.filter((each) => each === 'id' || each === 'saying')) {
      const { rows } = await store.pool.query<{ id: string }>(
        `select ${column} as id from ${name} where organization_id = $1 and ${ofRoom} limit 1`,
        [organizationId, classroomId],
      );
      for (const { id } of rows) ids.add(id);
    }
  }
  return [...ids];
};

/** Every button, form, command, home and first word there is, read off the router. */
export const doorsWith = (ref: string, value: string): InboundEvent[] => [
  ...[...taps.keys()].map((action): InboundEvent => ({ kind: 'tap', action, ref, value })),
  ...[...submits.keys()].map(
    (form): InboundEvent => ({ kind: 'submit', form, ref, values: everyField(ref, value) }),
  ),
];

export const doorsWithout = (): InboundEvent[] => [
  ...commands.map(({ name }): InboundEvent => ({ kind: 'words', text: name })),
  ...[
    'ask Room 1 Tuesday 9',
    'what is Room 1 doing Tuesday at 9?',
    'Room 1 Tuesday 9-9:30 writing',
    'undo',
    'yes',
    'we have a sub in Room 1 on Tuesday',
  ].map((text): InboundEvent => ({ kind: 'words', text })),
  { kind: 'home' },
  { kind: 'hello' },
];

/** The role decides before anything is looked up, so a door that is closed to it is tried with one thing. */
export const isOpenTo = (role: Role, event: InboundEvent): boolean =>
  (event.kind === 'tap' && mayDo(role, `tap ${event.action}`)) ||
  (event.kind === 'submit' && mayDo(role, `form ${event.form}`));

const everyField = (ref: string, value: string) => ({
  teacher: ref,
  words: value,
  worked: value,
  hard: value,
  next: value,
  kind: 'centers',
  start: '09:00',
  end: '09:30',
  before: '30',
  after: '60',
});

/** Values that some button somewhere carries. */
export const values = ['yes', '2026-12-01/540', 'as_planned', 'centers', 'another', '2026-12-02', 'no'];

export const nameOf = (event: InboundEvent): string => {
  if (event.kind === 'tap') return `tap ${event.action} (${event.value})`;
  if (event.kind === 'submit') return `form ${event.form}`;
  return event.kind === 'words' ? `words ${event.text}` : event.kind;
};
