import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../ports/log.ts';
import { createConnections } from './connections.ts';
import type { Db } from './schema.ts';
import { createTypeParsers } from './type-parsers.ts';

/**
 * Milliseconds without an answer after which Postgres counts as gone. Slack shows an error of its own after
 * 3 s, and the person should read ours instead.
 */
const patience = 2_500;
/** Milliseconds after which Postgres itself ends a statement whose asker has given up. */
const statementLimit = 5_000;

interface PoolOptions {
  readonly url: string;
  readonly log: Log;
  readonly max?: number;
  /** At the command line nobody waits for 3 s: a district may be read in or out in one statement. */
  readonly patient?: boolean;
}

export function createPool({ url, log, max = 10, patient = false }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: createTypeParsers(),
    connectionTimeoutMillis: patience,
    ...(patient ? {} : { query_timeout: patience, statement_timeout: statementLimit }),
    keepAlive: true,
    application_name: 'pushin',
  });
  // A connection that dies in its sleep is replaced by the next that is wanted.
  pool.on('error', (error: NodeJS.ErrnoException) => {
    log.warn({ code: error.code }, 'idle database connection lost');
  });
  // A connection that dies at work fails its query; without a listener the event would end the process too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export const createDatabase = (pool: pg.Pool): Db =>
  new Kysely({ dialect: new PostgresDialect({ pool: createConnections(pool) }) });
