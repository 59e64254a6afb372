import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { addMember } from '../../src/store/members.ts';
import { setHomeNotes } from '../../src/store/organizations.ts';
import { settlePairing } from '../../src/store/pairings.ts';
import type { Trx } from '../../src/store/schema.ts';
import { forgetTrailBefore, noteOperatorAct, trailBreaks, trailOf } from '../../src/store/trail.ts';
import { settleVisit } from '../../src/store/visits.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { fillOrganization, start } from './filled-organization.ts';

let store: TestDatabase;
let organizationId: string;
let filled: Awaited<ReturnType<typeof fillOrganization>>;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());
beforeEach(async () => {
  organizationId = randomUUID();
  filled = await fillOrganization(store.db, organizationId, `T-${organizationId.slice(0, 8)}`);
});

const inside = <T>(work: (trx: Trx) => Promise<T>) => withOrganization(store.db, organizationId, work);
const trail = () => inside(trailOf);
const breaks = () => inside(trailBreaks);
/** With the rights of whoever owns the database, past row-level security. */
const asOwner = (statement: string) => store.pool.query(statement.replaceAll('$org', `'${organizationId}'`));

/** The chain anew over what stands there now, as whoever owns the database could write it. */
const rechained = `do $$ declare n int; begin for n in 1..(select max(number) from trail where organization_id = $org) loop
  update trail t set previous = coalesce((select hash from trail p where p.organization_id = $org and p.number = n - 1), '') where number = n and organization_id = $org;
  update trail t set hash = trail_hash(t.previous, t.organization_id, t.number, t.at, t.actor_id, t.act, t.what, t.about, t.change) where number = n and organization_id = $org; end loop;
  update trail_heads h set hash = (select hash from trail where organization_id = $org order by number desc limit 1) where organization_id = $org; end $$`;

describe('the trail', () => {
  test('has one entry for each change, with who, what and about whom, and no words', async () => {
    const before = (await trail()).length;
    await inside(async (trx) => {
      await sql`select set_config('app.actor', ${filled.teacherId}, true)`.execute(trx);
      await settleVisit(trx, filled.visitId, ['proposed'], 'agreed');
    });
    const fresh = (await trail()).slice(before);
    expect(fresh).toMatchObject([
      {
        actor_id: filled.teacherId,
        act: 'changed',
        what: 'visits',
        about: { id: filled.visitId, pairing_id: filled.pairingId, therapist_id: filled.therapistId },
        change: { state: 'agreed' },
      },
    ]);
    expect(JSON.stringify(await trail())).not.toMatch(/Otter|Ms\. Hill|Room 1|ABCD-EFGH/);
  });

  test('has what is settled for a whole organization', async () => {
    await inside((trx) => setHomeNotes(trx, true));
    expect((await trail()).at(-1)).toMatchObject({
      act: 'changed',
      what: 'organizations',
      about: { id: organizationId },
      change: { home_notes: true },
    });
    expect(await breaks()).toEqual([]);
  });

  test('says nothing of a change that was taken back', async () => {
    const before = await trail();
    const change = inside(async (trx) => {
      await settlePairing(trx, filled.pairingId, 'invited', 'active');
      throw new Error('changed my mind');
    });
    await expect(change).rejects.toThrow('changed my mind');
    expect(await trail()).toEqual(before);
  });

  test('tells of twenty changes at the same moment one after the other, and is whole', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        inside((trx) => addMember(trx, { schoolId: filled.schoolId, name: `Teacher ${n}`, role: 'teacher' })),
      ),
    );
    const numbers = (await trail()).map((entry) => entry.number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(await breaks()).toEqual([]);
  });

  test('cannot be written, changed or emptied by the program', async () => {
    for (const statement of [
      sql`delete from trail`,
      sql`update trail set act = 'removed'`,
      sql`insert into trail select * from trail`,
      sql`update trail_heads set number = 0`,
      sql`select write_trail('added', 'visits', '{}', '{}')`,
      sql`select note_operator_act('added', 'visits', '{}')`,
      sql`alter table visits disable trigger trail`,
    ])
      await expect(inside((trx) => statement.execute(trx))).rejects.toThrow();
  });

  test.each([
    [
      'an entry says something else',
      `update trail set act = 'forgot' where number = 5 and organization_id = $org`,
      5,
    ],
    ['an entry is gone', `delete from trail where number = 5 and organization_id = $org`, 6],
    ['the first entry is gone', `delete from trail where number = 1 and organization_id = $org`, 2],
    [
      'an entry says something else and has the hash for it',
      `update trail t set act = 'removed' where number = 5 and organization_id = $org;
      update trail t set hash = trail_hash(t.previous, t.organization_id, t.number, t.at, t.actor_id, t.act, t.what, t.about, t.change) where number = 5 and organization_id = $org`,
      6,
    ],
  ])('shows where it was touched even by the owner of the database: %s', async (_how, statement, at) => {
    expect(await breaks()).toEqual([]);
    await asOwner(statement);
    expect(await breaks()).toEqual([at]);
  });

  test('shows that its end was taken off', async () => {
    const last = (await trail()).at(-1)?.number ?? 0;
    await asOwner(`delete from trail where number = ${last} and organization_id = $org`);
    expect(await breaks()).toEqual([last]);
  });

  test('shows that the end of the chain was taken away, and whatever was changed then', async () => {
    const last = (await trail()).at(-1)?.number ?? 0;
    await asOwner(`delete from trail_heads where organization_id = $org;
      update trail set act = 'removed' where number = 3 and organization_id = $org`);
    expect(await breaks()).toEqual([last]);
  });

  test('keeps what an operator does', async () => {
    await inside((trx) => noteOperatorAct(trx, 'exported', 'person', filled.teacherId));
    expect((await trail()).at(-1)).toMatchObject({
      actor_id: null,
      act: 'exported',
      what: 'person',
      about: { id: filled.teacherId },
    });
  });

  test('is kept for a year at least, and is whole after its oldest entries went', async () => {
    expect(await inside((trx) => forgetTrailBefore(trx, Date.now()))).toBe(0);
    await asOwner(
      `update trail set at = at - interval '2 years' where number <= 4 and organization_id = $org`,
    );
    await asOwner(rechained);
    expect(await breaks()).toEqual([]);
    await inside((trx) => forgetTrailBefore(trx, start - 400 * 24 * 3_600_000));
    expect((await trail())[0]?.number).toBe(5);
    expect(await breaks()).toEqual([]);
  });

  test('stays whole where two acts of one moment are written in the other order than they began', async () => {
    await asOwner(
      `update trail set at = at - interval '2 years' where number in (1, 2, 4) and organization_id = $org`,
    );
    await asOwner(rechained);
    await inside((trx) => forgetTrailBefore(trx, start - 400 * 24 * 3_600_000));
    expect((await trail())[0]?.number).toBe(3);
    expect(await breaks()).toEqual([]);
  });
});
