import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import type { Log } from '../ports/log.ts';

interface MigrateOptions {
  readonly url: string;
  readonly log: Log;
  /** Where the numbered .sql files are. */
  readonly dir?: string;
}

/** Brings the schema up to date and names what it applied. Several at once wait for each other. */
export async function migrate({ url, log, dir = findMigrations() }: MigrateOptions): Promise<string[]> {
  const applied = await runner({
    databaseUrl: url,
    dir,
    direction: 'up',
    migrationsTable: 'pgmigrations',
    checkOrder: true,
    advisoryLockMode: 'wait',
    singleTransaction: true,
    logger: {
      // Progress is told below, in one line; failures are thrown.
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    },
  });
  const names = applied.map(({ name }) => name);
  if (names.length > 0) log.info({ migrations: names }, 'schema migrated');
  return names;
}

/** The folder lies at the project's root, above both src/store/ and dist/. */
export function findMigrations(from = dirname(fileURLToPath(import.meta.url))): string {
  const here = join(from, 'migrations');
  if (existsSync(here)) return here;
  const above = dirname(from);
  if (above === from) throw new Error('no migrations folder above the program');
  return findMigrations(above);
}
