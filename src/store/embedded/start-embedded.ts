import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../free-port.ts';
import { CannotStart } from '../../ports/cannot-start.ts';
import type { Log } from '../../ports/log.ts';
import { takeLock } from '../owner-lock.ts';
import { prepareBinaries } from './binaries.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { hand } from './identity.ts';
import { stopServer } from './processes.ts';
import { urlOf } from './reach.ts';
import { findRunning, forget, launch, type Running } from './server.ts';

export interface Embedded {
  readonly url: string;
  /** True when a killed app had left its server running and this one took it over. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

interface Options {
  readonly dataDir: string;
  readonly log: Log;
  /** Where the binaries are; found among the installed packages unless given. */
  readonly packageDir?: string;
}

/** Real Postgres on a folder, for one app at a time, started again on the same port should it die. */
export async function startEmbedded({ dataDir, log, packageDir }: Options): Promise<Embedded> {
  const cluster = await openCluster(resolve(dataDir), (identity) => prepareBinaries(identity, packageDir));
  const first = await own(cluster);
  const { port } = first.running;
  let pid: number | undefined = first.running.pid;
  let stopping = false;
  let revival = Promise.resolve();

  const watch = ({ client }: Running) => {
    client.once('end', () => {
      pid = undefined;
      if (!stopping) revival = revive();
    });
  };

  const revive = async () => {
    log.error({}, 'database server lost, starting it again');
    while (!stopping) {
      try {
        const { running } = await own(cluster, port);
        pid = running.pid;
        watch(running);
        return;
      } catch (error) {
        log.error({ reason: (error as Error).message }, 'database server did not start');
        await delay(1_000);
      }
    }
  };

  watch(first.running);
  const url = urlOf(cluster, port);
  await keepUrl(cluster, url);
  const stop = async () => {
    stopping = true;
    await revival;
    if (pid !== undefined) await stopServer(pid);
  };
  return { url, adopted: first.adopted, stop };
}

/** Joins or starts the server, then makes sure that no other app lives on it. */
async function own(cluster: Cluster, port?: number) {
  const joined = await joinOrStart(cluster, port);
  if (await takeLock(joined.running.client)) return joined;
  await joined.running.client.end();
  throw new CannotStart(
    `Another PushIn is running on the data folder ${cluster.folder}. Stop it first, or give this one a folder of its own with PUSHIN_DATA_DIR.`,
  );
}

async function joinOrStart(cluster: Cluster, port?: number) {
  let failure = '';
  // Thrice: the first may lose a race or meet a stale pid file, the second a port taken meanwhile.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const found = await findRunning(cluster);
    if (typeof found === 'object' && 'client' in found) return { running: found, adopted: true };
    if (found === 'silent') {
      throw new CannotStart(
        `The database server of ${cluster.folder} is running but does not answer. End it first.`,
      );
    }
    const started = await launch(cluster, port ?? (await freePort()));
    if ('client' in started) return { running: started, adopted: false };
    failure = started.failure;
    // Postgres takes any process of its user for its own; we have asked that one and it is not.
    if (typeof found === 'object' && failure.includes('postmaster.pid')) await forget(cluster, found);
  }
  throw new CannotStart(`The embedded Postgres did not start: ${failure} (more in ${cluster.logFile})`);
}

/** For people who want to look inside with psql. Renamed into place: the old one may be another user's. */
async function keepUrl(cluster: Cluster, url: string): Promise<void> {
  const fresh = join(cluster.folder, `url.${randomUUID()}`);
  await writeFile(fresh, `${url}\n`, { mode: 0o600 });
  await hand(fresh, cluster.identity);
  await rename(fresh, join(cluster.folder, 'url'));
}
