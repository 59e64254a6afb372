import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { beginAttempt } from '../../src/store/installs.ts';
import { hostOfCode } from '../../src/store/joinings.ts';
import { asScheduler, crossOver, withOrganization, withTenant } from '../../src/store/with-organization.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';

let store: TestDatabase;
const here = randomUUID();
const there = randomUUID();

interface Notes {
  notes: { organization_id: string; text: string };
}
/** The table is this test's own, so the schema does not know it. */
const notesIn = (db: unknown) => db as Kysely<Notes>;
const texts = async (db: unknown) => {
  const rows = await notesIn(db).selectFrom('notes').select('text').orderBy('text').execute();
  return rows.map((row) => row.text);
};
const add = (db: unknown, organizationId: string, text: string) =>
  notesIn(db).insertInto('notes').values({ organization_id: organizationId, text }).execute();

beforeAll(async () => {
  store = await openTestDatabase();
  await store.pool.query(`
    create table notes (organization_id uuid not null, text text not null);
    alter table notes enable row level security, force row level security;
    create policy own on notes using (organization_id = current_organization());
    grant select, insert on notes to pushin_app`);
});

beforeEach(async () => {
  await store.pool.query('truncate notes');
  await withOrganization(store.db, here, (trx) => add(trx, here, 'ours'));
  await withOrganization(store.db, there, (trx) => add(trx, there, 'theirs'));
});

afterAll(() => store.close());

describe('an organization', () => {
  test('sees its own rows only', async () => {
    expect(await withOrganization(store.db, here, texts)).toEqual(['ours']);
    expect(await withOrganization(store.db, there, texts)).toEqual(['theirs']);
  });

  test('cannot write a row for another', async () => {
    const attempt = withOrganization(store.db, here, (trx) => add(trx, there, 'planted'));
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
    expect(await withOrganization(store.db, there, texts)).toEqual(['theirs']);
  });

  test('must be named by a UUID, since its name becomes part of the statement', async () => {
    const attempt = withOrganization(store.db, `${here}'; reset role; --`, texts);
    await expect(attempt).rejects.toThrow('must be a UUID');
  });

  test('keeps apart when many share few connections', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, (_, i) => withOrganization(store.db, i % 2 ? here : there, texts)),
    );
    expect(seen).toEqual(seen.map((_, i) => (i % 2 ? ['ours'] : ['theirs'])));
  });
});

describe('its transaction', () => {
  test('takes back everything when the work throws, and passes the fault on', async () => {
    const attempt = withOrganization(store.db, here, async (trx) => {
      await add(trx, here, 'half done');
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(await withOrganization(store.db, here, texts)).toEqual(['ours']);
  });

  test('leaves neither role nor organization on the connection', async () => {
    const { rows: before } = await store.pool.query('select current_user as name');
    await withOrganization(store.db, here, texts);
    const { rows } = await store.pool.query(
      `select current_user as name, coalesce(current_setting('app.organization_id', true), '') as organization`,
    );
    expect(rows).toEqual([{ name: before[0].name, organization: '' }]);
  });

  test('leaves none of the other settings there by which rows are seen', async () => {
    await withTenant(store.db, { platform: 'slack', tenantId: 'T-nowhere' }, async () => undefined);
    await beginAttempt(store.db, 'a state', 'a browser', 1);
    await withOrganization(store.db, here, async (trx) => {
      await hostOfCode(trx, 'CODE-CODE', 0);
      await crossOver(trx, there, texts);
      await sql`select set_config('app.actor', ${here}, true)`.execute(trx);
    });
    const names = ['organization_id', 'tenant', 'actor', 'install_state', 'join_code'];
    const { rows } = await store.pool.query(
      `select current_setting('app.' || name, true) as left from unnest($1::text[]) name`,
      [names],
    );
    expect(rows.map(({ left }) => left ?? '')).toEqual(names.map(() => ''));
  });

  test('cannot be nested by accident', async () => {
    const nested = withOrganization(store.db, here, (trx) => withOrganization(trx, there, texts));
    await expect(nested).rejects.toThrow('not supported');
  });

  test('begins together with its settings, in one round trip', async () => {
    const statements: string[] = [];
    const client = await store.pool.connect();
    const query = client.query.bind(client) as (text: string, ...rest: unknown[]) => unknown;
    const listening = (text: string, ...rest: unknown[]) => {
      statements.push(text);
      return query(text, ...rest);
    };
    Object.assign(client, { query: listening });
    client.release();
    await withOrganization(store.db, here, (trx) => sql`select 1`.execute(trx));
    expect(statements).toEqual([
      expect.stringContaining(`begin; set local role pushin_app; set local app.organization_id = '${here}'`),
      'select 1',
      'commit',
    ]);
  });
});

test('the scheduler acts in a role of its own, which sees no notes', async () => {
  const role = await asScheduler(store.db, async (trx) => {
    const { rows } = await sql<{ name: string }>`select current_user as name`.execute(trx);
    return rows[0]?.name;
  });
  expect(role).toBe('pushin_scheduler');
  await expect(asScheduler(store.db, texts)).rejects.toMatchObject({ code: '42501' });
});
