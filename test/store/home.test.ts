import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { isAtHome, moveIn } from '../../src/store/home.ts';
import { administer, databaseUrl } from '../setup/administer.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

test('a database is at home where it first began, and every time after', async () => {
  expect([await isAtHome(store.pool), await isAtHome(store.pool)]).toEqual([true, true]);
});

test('a copy of it is not, until somebody arms it', async () => {
  await store.pool.end();
  const name = new URL(store.url).pathname.slice(1);
  const copy = `${name}_copy`;
  await administer(databaseUrl(store.url, 'postgres'), `create database ${copy} template ${name}`);
  const pool = new pg.Pool({ connectionString: databaseUrl(store.url, copy) });
  try {
    expect([await isAtHome(pool), await isAtHome(pool)]).toEqual([false, false]);
    await moveIn(pool);
    expect(await isAtHome(pool)).toBe(true);
  } finally {
    await pool.end();
    await administer(databaseUrl(store.url, 'postgres'), `drop database ${copy} with (force)`);
  }
});

test('the application role can neither see nor move it', async () => {
  const fresh = await openTestDatabase();
  for (const statement of [
    'select place from homes',
    `insert into homes (place) values ('x')`,
    'delete from homes',
  ])
    await expect(fresh.pool.query(`begin; set local role pushin_app; ${statement}`)).rejects.toMatchObject({
      code: '42501',
    });
  await fresh.close();
});
