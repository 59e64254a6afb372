import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findMigrations, migrate } from '../../src/store/migrate.ts';
import { administer, select } from '../setup/administer.ts';
import { createTestDatabase } from '../setup/database.ts';
import { silentLog } from '../setup/silent-log.ts';

let dir: string;
let url: string;
let drop: () => Promise<void>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pushin-migrations-'));
  ({ url, drop } = await createTestDatabase());
  await writeFile(
    join(dir, '0001_rooms.sql'),
    '-- Up Migration\ncreate table rooms (id int);\n-- Down Migration\ndrop table rooms;\n',
  );
});

afterEach(async () => {
  await drop();
  await rm(dir, { recursive: true });
});

const run = () => migrate({ url, log: silentLog, dir });
const tables = async () => {
  const rows = await select(
    url,
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map((row) => row['relname']);
};

test('applies what is new, in order, names it, and leaves the down part alone', async () => {
  await writeFile(join(dir, '0002_visits.sql'), 'alter table rooms add visits int;');
  expect(await run()).toEqual(['0001_rooms', '0002_visits']);
  expect(await tables()).toEqual(['pgmigrations', 'rooms']);
  expect(await run()).toEqual([]);
});

test('four starters at once apply each migration once, and none of them fails', async () => {
  const applied = await Promise.all([run(), run(), run(), run()]);
  expect(applied.flat()).toEqual(['0001_rooms']);
});

test('refuses a migration that was slipped in before one already applied', async () => {
  await run();
  await writeFile(join(dir, '0000_late.sql'), 'create table late (id int);');
  await expect(run()).rejects.toThrow('0000_late is preceding already run migration 0001_rooms');
  expect(await tables()).toEqual(['pgmigrations', 'rooms']);
});

test('keeps nothing of a batch that fails halfway', async () => {
  await writeFile(join(dir, '0002_broken.sql'), 'create table halfway (id int); select nonsense;');
  await expect(run()).rejects.toThrow('nonsense');
  expect(await tables()).toEqual(['pgmigrations']);
});

test('waits for a starter that is in the middle of it', async () => {
  await administer(url, 'create table seen (at timestamptz)');
  await writeFile(
    join(dir, '0002_slow.sql'),
    'insert into seen select clock_timestamp() from pg_sleep(0.3);',
  );
  const [first, second] = await Promise.all([run(), run()]);
  expect([first.length, second.length].sort()).toEqual([0, 2]);
  expect(await select(url, 'select at from seen')).toHaveLength(1);
});

test('finds the folder of the project from wherever the program lies', () => {
  const root = join(findMigrations(), '..');
  expect(findMigrations(join(root, 'dist'))).toBe(join(root, 'migrations'));
  expect(findMigrations(join(root, 'src', 'store'))).toBe(join(root, 'migrations'));
});
