import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type pg from 'pg';
import { createDatabase, createPool } from '../../src/store/pool.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { silentLog } from '../setup/silent-log.ts';
import { throughSwitch } from '../setup/switch.ts';
import { within } from '../setup/within.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

describe('values come back as', () => {
  const read = async (expression: string) => {
    const { rows } = await store.pool.query(`select ${expression} as value`);
    return rows[0].value;
  };

  test.each([
    ['the calendar day as written', `date '2026-11-22'`, '2026-11-22'],
    ['calendar days, in lists too', `'{2026-11-22,NULL}'::date[]`, ['2026-11-22', null]],
    ['a number for a count', 'count(*)', 1],
    ['a number for a numeric', "numeric '12.5'", 12.5],
    [
      'epoch milliseconds for an instant',
      `timestamptz '2026-11-22 03:04:05.678+00'`,
      Date.UTC(2026, 10, 22, 3, 4, 5, 678),
    ],
    ['instants in a list', `'{2026-11-22 00:00:00+00}'::timestamptz[]`, [Date.UTC(2026, 10, 22)]],
    ['numbers for a list of int8', `'{1,2}'::int8[]`, [1, 2]],
  ])('%s', async (_, expression, value) => {
    expect(await read(expression)).toEqual(value);
  });

  test('an instant written as a Date reads back the same', async () => {
    const { rows } = await store.pool.query('select $1::timestamptz as value', [new Date(1_795_319_342_123)]);
    expect(rows[0].value).toBe(1_795_319_342_123);
    expect(await read('null::timestamptz')).toBeNull();
  });
});

test('Postgres itself ends a statement after five seconds, whether or not anybody still waits for it', async () => {
  const { rows } = await store.pool.query('show statement_timeout');
  expect(rows).toEqual([{ statement_timeout: '5s' }]);
});

describe('when Postgres', () => {
  const inTime = (work: () => Promise<unknown>) => within(3_000, expect(work()).rejects.toThrow());

  test('is not there, the asker knows within three seconds', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const db = createDatabase(createPool({ url: `postgres://x:y@127.0.0.1:${port}/x`, log: silentLog }));
    await inTime(() => sql`select 1`.execute(db));
    await db.destroy();
  });

  test('falls silent in a transaction, the asker knows in time, and the next is served once it is back', async () => {
    const wire = await throughSwitch(store.url);
    const db = createDatabase(createPool({ url: wire.url, log: silentLog, max: 1 }));
    const ask = () => db.transaction().execute((trx) => sql<{ one: number }>`select 1 as one`.execute(trx));
    expect((await ask()).rows).toEqual([{ one: 1 }]);
    wire.off();
    await inTime(ask);
    wire.on();
    expect((await ask()).rows).toEqual([{ one: 1 }]);
    await db.destroy();
    await wire.close();
  });

  test('ends every connection, the next question opens a new one', async () => {
    const warnings: unknown[] = [];
    const log = { ...silentLog, warn: (fields: object) => void warnings.push(fields) };
    const pool = createPool({ url: store.url, log });
    const { rows } = await pool.query('select pg_backend_pid() as pid');
    const gone = new Promise((resolve) => pool.once('remove', resolve));
    await store.pool.query('select pg_terminate_backend($1)', [rows[0].pid]);
    await gone;
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    expect(warnings).toEqual([{ code: '57P01' }]);
    await pool.end();
  });
});

describe('a statement that comes again', () => {
  const keptPlans = async (pool: pg.Pool): Promise<number> => {
    const db = createDatabase(pool);
    const ask = (day: string) =>
      db.transaction().execute(async (trx) => {
        await sql`select ${day}::date as day`.execute(trx);
        return sql<{ kept: number }>`select count(*) as kept from pg_prepared_statements`.execute(trx);
      });
    await ask('2026-11-22');
    const { rows } = await ask('2026-11-23');
    await db.destroy();
    return rows[0]?.kept ?? 0;
  };

  test('is planned once on a connection of one’s own', async () => {
    expect(await keptPlans(createPool({ url: store.url, log: silentLog, max: 1 }))).toBe(1);
  });

  test('is planned anew behind a pooler, which hands out process ids of its own', async () => {
    const pool = createPool({ url: store.url, log: silentLog, max: 1 });
    pool.on('connect', (client) => Object.assign(client, { processID: 0 }));
    expect(await keptPlans(pool)).toBe(0);
  });

  test('answers with a column that was added meanwhile', async () => {
    const db = createDatabase(createPool({ url: store.url, log: silentLog, max: 1 }));
    await sql`create table grows (id int)`.execute(db);
    await sql`insert into grows values (1)`.execute(db);
    const ask = () => sql`select * from grows where id = ${1}`.execute(db);
    expect((await ask()).rows).toEqual([{ id: 1 }]);
    await sql`alter table grows add column name text default 'new'`.execute(db);
    expect((await ask()).rows).toEqual([{ id: 1, name: 'new' }]);
    await db.destroy();
  });
});
