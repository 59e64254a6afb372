import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { createDatabase, createPool } from '../../src/store/pool.ts';
import type { Db } from '../../src/store/schema.ts';
import { administer, databaseUrl } from './administer.ts';
import { silentLog } from './silent-log.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly db: Db;
  /** Drops it. */
  close(): Promise<void>;
}

/** A fresh, migrated database of one's own: open it in `beforeAll`, close it in `afterAll`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createTestDatabase(
    `template ${required('PUSHIN_TEST_TEMPLATE')} strategy wal_log`,
  );
  const pool = createPool({ url: throughPooler(url), log: silentLog });
  const db = createDatabase(pool);
  const close = async () => {
    await db.destroy();
    await drop();
  };
  return { url, pool, db, close };
}

/** Where a pooler stands before the server (bench/soak-security), everything but making and dropping goes through it. */
const throughPooler = (url: string): string => {
  const pooler = process.env['PUSHIN_TEST_POOLER'];
  if (pooler === undefined) return url;
  const pooled = new URL(url);
  pooled.host = pooler;
  return pooled.href;
};

/** Empty unless a template is named. */
export async function createTestDatabase(from = '') {
  const server = required('PUSHIN_TEST_SERVER');
  const name = `pushin_test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name} ${from}`);
  const drop = () => administer(server, `drop database if exists ${name} with (force)`);
  return { url: databaseUrl(server, name), drop };
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is set by test/setup/start-postgres.ts`);
  return value;
}
