import type { Kysely } from 'kysely';
import pg from 'pg';
import { CannotStart } from '../ports/cannot-start.ts';
import type { Log } from '../ports/log.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { migrate } from './migrate.ts';
import { createDatabase, createPool } from './pool.ts';
import type { Database } from './schema.ts';
import { unreachable } from './unreachable.ts';

export interface OpenDatabase {
  readonly url: string;
  readonly db: Kysely<Database>;
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
}

export async function openDatabase({
  databaseUrl,
  dataDir,
  log,
  patient = false,
}: OpenOptions): Promise<OpenDatabase> {
  const server =
    databaseUrl === undefined ? await startEmbedded({ dataDir, log }) : await external(databaseUrl);
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

async function external(url: string) {
  const version = await serverVersion(url);
  if (version < oldest) {
    throw new CannotStart(`DATABASE_URL leads to Postgres ${version}, but PushIn needs ${oldest} or newer.`);
  }
  return { url, stop: async () => undefined };
}

async function serverVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // thrown below by whatever was asked
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(error);
  }
  try {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  } finally {
    await client.end();
  }
}
