import type pg from 'pg';
import { CannotStart } from '../ports/cannot-start.ts';
import type { Log } from '../ports/log.ts';
import { connect } from './connect.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { migrate } from './migrate.ts';
import { takeLock } from './owner-lock.ts';
import { createDatabase, createPool } from './pool.ts';
import type { Db } from './schema.ts';

export interface OpenDatabase {
  readonly url: string;
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Ends the connections, then the embedded server if there is one. */
  close(): Promise<void>;
}

interface OpenOptions {
  /** Any Postgres 15 or newer; without one the embedded Postgres runs in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly log: Log;
  readonly patient?: boolean;
  /** Refuses a database in which another already is alone; the embedded one belongs to one app anyway. */
  readonly alone?: boolean;
}

export async function openDatabase({
  databaseUrl,
  dataDir,
  log,
  patient = false,
  alone = false,
}: OpenOptions): Promise<OpenDatabase> {
  const server =
    databaseUrl === undefined ? await startEmbedded({ dataDir, log }) : await external(databaseUrl, alone);
  try {
    await migrate({ url: server.url, log });
  } catch (error) {
    await server.stop();
    throw error;
  }
  const pool = createPool({ url: server.url, log, patient });
  const db = createDatabase(pool);
  const close = async () => {
    await db.destroy();
    // Kysely ends only a pool it has used.
    if (!pool.ending) await pool.end();
    await server.stop();
  };
  return { url: server.url, db, pool, close };
}

const oldest = 15;

async function external(url: string, alone: boolean) {
  const version = await serverVersion(url);
  if (version < oldest) {
    throw new CannotStart(`DATABASE_URL leads to Postgres ${version}, but PushIn needs ${oldest} or newer.`);
  }
  if (!alone) return { url, stop: async () => undefined };
  const owner = await connect(url);
  if (await takeLock(owner)) return { url, stop: () => owner.end() };
  await owner.end();
  throw new CannotStart(
    'Another playground is running on the database of DATABASE_URL. Stop it first, or give this one a database of its own.',
  );
}

async function serverVersion(url: string): Promise<number> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  } finally {
    await client.end();
  }
}
