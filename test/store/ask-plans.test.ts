import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isPlanned, notePlanned, planAnew } from '../../src/store/ask-plans.ts';
import { addMember } from '../../src/store/members.ts';
import { addSchool } from '../../src/store/schools.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { date, fillOrganization, start, zone } from './filled-organization.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

test('what somebody does is planned anew in the schools they work with, and in no other', async () => {
  const organizationId = randomUUID();
  const known = await fillOrganization(store.db, organizationId, `T-${organizationId}`);
  await withOrganization(store.db, organizationId, async (trx) => {
    const { school_id: here } = await trx
      .selectFrom('members')
      .select('school_id')
      .where('id', '=', known.teacherId)
      .executeTakeFirstOrThrow();
    const there = await addSchool(trx, { name: 'Other', zone, first_bell: 490, last_bell: 885 });
    const stranger = await addMember(trx, { schoolId: there, name: 'Mr. Fox', role: 'teacher' });
    const planned = async () => {
      const found = [];
      for (const id of [here, there]) found.push(await isPlanned(trx, id, date, start - 1));
      return found;
    };
    for (const id of [here, there]) await notePlanned(trx, id, date, start);
    await planAnew(trx, stranger);
    expect(await planned()).toEqual([true, false]);
    await notePlanned(trx, there, date, start);
    await planAnew(trx, known.therapistId);
    expect(await planned()).toEqual([false, true]);
  });
});
