import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Trx } from '../../src/store/schema.ts';
import { asScheduler, withOrganization } from '../../src/store/with-organization.ts';
import { closeOrganization } from '../../src/usecases/open-school.ts';
import { openTestDatabase } from '../setup/database.ts';
import { fillOrganization, start } from './filled-organization.ts';

const store = await openTestDatabase();
const here = randomUUID();
const there = randomUUID();
let theirs: Awaited<ReturnType<typeof fillOrganization>>;
beforeAll(async () => {
  await fillOrganization(store.db, here, 'T-here');
  theirs = await fillOrganization(store.db, there, 'T-there');
});
afterAll(() => store.close());

/** Every table there is, so that one added tomorrow is held to the same; `fillOrganization` puts a row into each. */
const tables: readonly string[] = (
  await store.pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and relname not in ('pgmigrations', 'install_attempts', 'homes') order by 1`,
  )
).rows.map(({ name }) => name);

/** Written by the database alone. */
const readOnly = ['trail', 'trail_heads'];

const inside = <T>(work: (trx: Trx) => Promise<T>) => withOrganization(store.db, here, work);
const countIn = (trx: Trx, table: string, where = sql`true`): Promise<number> =>
  sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)} where ${where}`
    .execute(trx)
    .then(({ rows }) => rows[0]?.count ?? 0);

describe.each(tables)('%s', (table) => {
  const key = table === 'organizations' ? 'id' : 'organization_id';
  const ofThem = sql`${sql.ref(key)} = ${there}`;

  test('holds rows of both organizations, of which each sees its own', async () => {
    const mine = await inside((trx) => countIn(trx, table));
    expect(mine).toBeGreaterThan(0);
    expect(await inside((trx) => countIn(trx, table, ofThem))).toBe(0);
    expect(await withOrganization(store.db, there, (trx) => countIn(trx, table))).toBe(mine);
  });

  test('shows nothing to a statement that names no organization', async () => {
    const seen = await store.db.transaction().execute(async (trx) => {
      await sql`set local role pushin_app`.execute(trx);
      return countIn(trx, table);
    });
    expect(seen).toBe(0);
  });

  test('cannot be changed or emptied from another organization', async () => {
    if (readOnly.includes(table)) {
      for (const change of [
        sql`delete from ${sql.table(table)}`,
        sql`update ${sql.table(table)} set number = 0`,
      ])
        await expect(inside((trx) => change.execute(trx))).rejects.toMatchObject({ code: '42501' });
      return;
    }
    await inside(async (trx) => {
      const set = sql`${sql.ref(key)} = ${sql.ref(key)}`;
      const updated = await sql`update ${sql.table(table)} set ${set} where ${ofThem}`.execute(trx);
      const deleted = await sql`delete from ${sql.table(table)} where ${ofThem}`.execute(trx);
      expect([updated.numAffectedRows, deleted.numAffectedRows]).toEqual([0n, 0n]);
    });
    expect(await withOrganization(store.db, there, (trx) => countIn(trx, table))).toBeGreaterThan(0);
  });

  test('takes no row for another organization', async () => {
    const plant = inside((trx) =>
      sql`insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(table)},
        (select to_jsonb(own) || ${JSON.stringify({ [key]: there })}::jsonb from ${sql.table(table)} own limit 1))`.execute(
        trx,
      ),
    );
    await expect(plant).rejects.toMatchObject({ code: '42501' });
  });
});

describe('references', () => {
  test('to another organization’s rows do not hold, even with the right id', async () => {
    const wrong = inside((trx) =>
      trx
        .insertInto('invitations')
        .values({ code: 'AAAA-BBBB', member_id: theirs.teacherId, expires_at: new Date(start) })
        .execute(),
    );
    await expect(wrong).rejects.toMatchObject({ code: '23503' });
  });
});

describe('the scheduler', () => {
  test('sees which rows are due in every organization and how they ended, but not about what', async () => {
    const due = await asScheduler(store.db, (trx) =>
      trx.selectFrom('outbox').select('organization_id').execute(),
    );
    expect(new Set(due.map((row) => row.organization_id))).toEqual(new Set([here, there]));
    for (const column of ['subject_id', 'purpose', 'key', 'message'] as const) {
      const look = asScheduler(store.db, (trx) => trx.selectFrom('outbox').select(column).execute());
      await expect(look).rejects.toMatchObject({ code: '42501' });
    }
  });

  /** Of these it sees that there is something to do, and nothing of it. */
  const hasWork = ['outbox', 'organizations', 'swap_searches', 'team_plans'];

  test.each(tables.filter((table) => !hasWork.includes(table)))('does not see %s at all', async (table) => {
    await expect(asScheduler(store.db, (trx) => countIn(trx, table))).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('sees that something waits to be thought about, but not about whom', async () => {
    const looks = [
      (trx: Trx) => trx.selectFrom('swap_searches').select('therapist_id').execute(),
      (trx: Trx) => trx.selectFrom('team_plans').select('asked_by').execute(),
    ];
    for (const look of looks)
      await expect(asScheduler<unknown>(store.db, look)).rejects.toMatchObject({ code: '42501' });
  });

  test('changes nothing', async () => {
    const change = asScheduler(store.db, (trx) => trx.updateTable('outbox').set({ state: 'sent' }).execute());
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });
});

test('an organization that closes takes all its rows along, and nobody else’s', async () => {
  const gone = randomUUID();
  await fillOrganization(store.db, gone, 'T-gone');
  await closeOrganization(store.db, gone);
  for (const table of tables) {
    expect([table, await withOrganization(store.db, gone, (trx) => countIn(trx, table))]).toEqual([table, 0]);
    expect([table, await inside((trx) => countIn(trx, table))]).not.toEqual([table, 0]);
  }
});
