import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { DAY } from '../../src/core/time.ts';
import { organizationTables } from '../../src/store/catalog.ts';
import { keeping } from '../../src/store/keeping.ts';
import { forgetOldRows } from '../../src/store/old-rows.ts';
import type { Trx } from '../../src/store/schema.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { fillOrganization, start } from './filled-organization.ts';

let store: TestDatabase;
let organizationId: string;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());
beforeEach(async () => {
  organizationId = randomUUID();
  await fillOrganization(store.db, organizationId, `T-${organizationId.slice(0, 8)}`);
});

const inside = <T>(work: (trx: Trx) => Promise<T>) => withOrganization(store.db, organizationId, work);
const counts = () =>
  inside(async (trx) => {
    const found: Record<string, number> = {};
    for (const table of await organizationTables(trx)) {
      const { rows } = await sql<{
        count: number;
      }>`select count(*)::int as count from ${sql.table(table)}`.execute(trx);
      found[table] = rows[0]?.count ?? 0;
    }
    return found;
  });

test('every table says what it holds, about whom, and how long it is kept', async () => {
  expect(Object.keys(keeping).sort()).toEqual(
    ['organizations', ...(await inside(organizationTables))].sort(),
  );
});

test('after a day nothing that anybody told is gone', async () => {
  const before = await counts();
  await inside((trx) => forgetOldRows(trx, start + DAY));
  const { trail: _grows, ...after } = await counts();
  expect(after).toEqual({ ...before, trail: undefined });
});

const inPairing = (state: 'active' | 'ended') =>
  inside((trx) => trx.updateTable('pairings').set({ state }).execute());

test('each table keeps its rows as long as it says, and no longer', async () => {
  await inPairing('active');
  const limited = Object.entries(keeping).filter(
    ([table, { days }]) => days !== undefined && table !== 'trail',
  );
  const longest = Math.max(...limited.map(([, { days = 0 }]) => days));
  await inside((trx) => forgetOldRows(trx, start + (longest + 60) * DAY));
  const left = await counts();
  expect(limited.map(([table]) => [table, left[table]])).toEqual(limited.map(([table]) => [table, 0]));
  for (const table of ['members', 'students', 'pairings', 'classrooms', 'trail'])
    expect(left[table]).toBeGreaterThan(0);
});

test('a pairing that is over goes with the last of its visits, and so do its aliases and all that was tried', async () => {
  await inPairing('ended');
  const tried = ['pairings', 'students', 'mandates', 'agreements', 'strategies', 'next_tries', 'pull_outs'];
  await inside((trx) => forgetOldRows(trx, start + 1_190 * DAY));
  const before = await counts();
  expect(tried.filter((table) => before[table] === 0)).toEqual([]);
  await inside((trx) => forgetOldRows(trx, start + 1_210 * DAY));
  const left = await counts();
  expect(tried.filter((table) => left[table] !== 0)).toEqual([]);
});
