import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addMember } from '../../src/store/members.ts';
import { invite } from '../../src/store/pairings.ts';
import type { Trx } from '../../src/store/schema.ts';
import { addStudents, aliasesOf } from '../../src/store/students.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { fillOrganization, start } from './filled-organization.ts';

let store: TestDatabase;
let organizationId: string;
let known: Awaited<ReturnType<typeof fillOrganization>>;
beforeAll(async () => {
  store = await openTestDatabase();
});
beforeEach(async () => {
  organizationId = randomUUID();
  known = await fillOrganization(store.db, organizationId, `T-${organizationId}`);
});
afterAll(() => store.close());

const inside = <T>(work: (trx: Trx) => Promise<T>) => withOrganization(store.db, organizationId, work);
const secondPairing = () =>
  inside(async (trx) => {
    const { schoolId, teacherId, classroomId } = known;
    const therapistId = await addMember(trx, {
      schoolId,
      name: 'Bo Lind',
      role: 'therapist',
      discipline: 'pt',
    });
    const mandate = { visitCount: 1, visitMinutes: 30, period: 'week' } as const;
    const id = await invite(
      trx,
      { therapistId, teacherId, classroomId, focuses: ['gross_motor'], ...mandate },
      start,
    );
    return id ?? '';
  });

describe('a student', () => {
  test('of two therapists is one student of the class, whatever the letters’ case', async () => {
    const pairingId = await secondPairing();
    await inside((trx) => addStudents(trx, pairingId, known.classroomId, ['OTTER', 'Bee']));
    const students = await inside((trx) =>
      trx.selectFrom('students').select('alias').orderBy('alias').execute(),
    );
    expect(students).toHaveLength(3);
  });

  test('is shown by the alias of the pairings one asks about, and of no other', async () => {
    const pairingId = await secondPairing();
    await inside((trx) => addStudents(trx, pairingId, known.classroomId, ['Bee']));
    const hers = await inside((trx) => aliasesOf(trx, [pairingId]));
    expect([...hers]).toEqual([[pairingId, ['Bee']]]);
    const both = await inside((trx) => aliasesOf(trx, [pairingId, known.pairingId]));
    expect(both.get(known.pairingId)).toEqual(['K.', 'Otter']);
    expect(await inside((trx) => aliasesOf(trx, []))).toEqual(new Map());
  });

  test('keeps the alias the first therapist chose when another types it differently', async () => {
    const pairingId = await secondPairing();
    await inside((trx) => addStudents(trx, pairingId, known.classroomId, ['oTTer']));
    const first = await inside((trx) => aliasesOf(trx, [known.pairingId]));
    expect(first.get(known.pairingId)).toEqual(['K.', 'Otter']);
  });

  test('goes with the class', async () => {
    await inside((trx) => trx.deleteFrom('classrooms').execute());
    expect(await inside((trx) => trx.selectFrom('students').selectAll().execute())).toEqual([]);
    expect(await inside((trx) => trx.selectFrom('pairing_students').selectAll().execute())).toEqual([]);
  });
});
