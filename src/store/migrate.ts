import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import type { Log } from '../ports/log.ts';

interface MigrateOptions {
  readonly url: string;
  readonly log: Log;
  /** Where the numbered .sql files are. */
  readonly dir?: string;
}

/** Brings the schema up to date and names what it applied. Several at once wait for each other. */
export async function migrate({ url, log, dir = findMigrations() }: MigrateOptions): Promise<string[]> {
  // A client of ours, because the runner does not wait for the end of its own.
  const client = new pg.Client(url);
  client.on('error', () => undefined); // the statement it interrupts throws
  await client.connect();
  try {
    const applied = await runner({ ...settings, dbClient: client, dir });
    const names = applied.map(({ name }) => name);
    if (names.length > 0) log.info({ migrations: names }, 'schema migrated');
    return names;
  } finally {
    await client.end();
  }
}

const silent = () => undefined;

const settings = {
  direction: 'up',
  migrationsTable: 'pgmigrations',
  checkOrder: true,
  advisoryLockMode: 'wait',
  singleTransaction: true,
  // Progress is told in one line; failures are thrown.
  logger: { info: silent, warn: silent, error: silent },
} as const;

/** The folder lies at the project's root, above both src/store/ and dist/. */
export function findMigrations(from = dirname(fileURLToPath(import.meta.url))): string {
  const here = join(from, 'migrations');
  if (existsSync(here)) return here;
  const above = dirname(from);
  if (above === from) throw new Error('no migrations folder above the program');
  return findMigrations(above);
}
