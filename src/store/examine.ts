import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Log } from '../ports/log.ts';
import { connect } from './connect.ts';
import { type DeliveryReport, deliveryReport } from './delivery-report.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { findMigrations } from './migrate.ts';
import { type CommonMisreading, readingReport } from './reading-report.ts';

export interface Examination {
  /** As Postgres says it, e.g. `18.4`. */
  readonly version: string;
  readonly applied: number;
  /** Migrations the next start will apply. */
  readonly pending: readonly string[];
  /** Where the schema is up to date. */
  readonly delivery?: DeliveryReport;
  readonly misreadings?: readonly CommonMisreading[];
}

interface ExamineOptions {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly log: Log;
  readonly dir?: string;
}

/** Looks at the database and changes nothing in it. An embedded one is started for the look unless it runs. */
export async function examine({ databaseUrl, dataDir, log, dir }: ExamineOptions): Promise<Examination> {
  const running = databaseUrl ?? (await runningUrl(dataDir));
  if (running !== undefined) return look(running, dir);
  const server = await startEmbedded({ dataDir, log });
  try {
    return await look(server.url, dir);
  } finally {
    await server.stop();
  }
}

/** The address that a PushIn now running on the folder left there. */
async function runningUrl(dataDir: string): Promise<string | undefined> {
  const url = await readFile(join(dataDir, 'url'), 'utf8').catch(() => undefined);
  if (url === undefined) return undefined;
  const client = await connect(url.trim()).catch(() => undefined);
  await client?.end();
  return client && url.trim();
}

async function look(url: string, dir = findMigrations()): Promise<Examination> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const done = await appliedNames(client);
    const files = (await readdir(dir)).filter((name) => name.endsWith('.sql')).sort();
    const pending = files.map((name) => name.replace(/\.sql$/, '')).filter((name) => !done.includes(name));
    const found = { version: rows[0]?.server_version ?? 'unknown', applied: done.length, pending };
    const isReady = dir === findMigrations() && pending.length === 0 && done.length > 0;
    if (!isReady) return found;
    return { ...found, delivery: await deliveryReport(client), misreadings: await readingReport(client) };
  } finally {
    await client.end();
  }
}

async function appliedNames(client: pg.Client): Promise<readonly string[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    "select to_regclass('pgmigrations') is not null as there",
  );
  if (!found[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>('select name from pgmigrations');
  return rows.map(({ name }) => name);
}
