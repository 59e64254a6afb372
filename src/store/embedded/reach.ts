import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Cluster } from './cluster.ts';
import { hand } from './identity.ts';

/** `starting`: it will answer soon. `absent`: nothing there, or a server of another folder. `silent`: no answer. */
export type Reached = pg.Client | 'starting' | 'absent' | 'silent';

export const urlOf = (cluster: Cluster, port: number): string =>
  `postgres://pushin:${cluster.password}@127.0.0.1:${port}/postgres`;

/** Connects to the server of this very folder, and to no other that happens to have the port. */
export async function reach(cluster: Cluster, port: number): Promise<Reached> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, port),
    connectionTimeoutMillis: 3_000,
    application_name: 'pushin-owner',
    keepAlive: true,
  });
  client.on('error', () => undefined); // whoever keeps the client listens for its end
  try {
    await client.connect();
    if (await livesIn(client, cluster)) return client;
    await client.end();
    return 'absent';
  } catch (error) {
    void client.end(); // not awaited: after a refused connection it never settles
    return judge(error as NodeJS.ErrnoException);
  }
}

function judge(error: NodeJS.ErrnoException): Reached {
  if (error.code === '57P03') return 'starting'; // cannot_connect_now: starting up or shutting down
  if (error.message.includes('timeout')) return 'silent';
  return 'absent';
}

/** A copied folder has the same password, so the server must show that it sees a file we just wrote here. */
async function livesIn(client: pg.Client, cluster: Cluster): Promise<boolean> {
  const name = `pushin.${randomUUID()}`;
  const path = join(cluster.data, name);
  await writeFile(path, '', { mode: 0o600 });
  try {
    await hand(path, cluster.identity);
    const { rowCount } = await client.query('select 1 where (pg_stat_file($1, true)).size is not null', [
      name,
    ]);
    return rowCount === 1;
  } finally {
    await rm(path, { force: true });
  }
}
