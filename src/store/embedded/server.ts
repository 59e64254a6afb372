import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Cluster } from './cluster.ts';
import { folderArgument, hand } from './identity.ts';
import { isAlive } from './processes.ts';
import { reach } from './reach.ts';

/** A server of this folder, and our own connection to it. */
export interface Running {
  readonly pid: number;
  readonly port: number;
  readonly client: pg.Client;
}

/** Replaying the log after a power cut can take long; nothing else does. Milliseconds. */
const startLimit = 60_000;
/** How long a server that holds the pid file may need until it listens. Milliseconds. */
const listenLimit = 1_500;

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '32MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Error texts quote what people wrote; the app logs their codes itself.
  log_min_messages: 'log',
};

const pidFile = (cluster: Cluster) => join(cluster.data, 'postmaster.pid');

/** Starts a server, or tells why it did not: somebody else may have been quicker, or left its pid file. */
export async function launch(cluster: Cluster, port: number): Promise<Running | { failure: string }> {
  const { postgres } = await cluster.binaries();
  const logFile = await open(cluster.logFile, 'a', 0o600);
  const { size } = await logFile.stat();
  await hand(cluster.logFile, cluster.identity);
  const set = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', folderArgument(cluster.data, cluster.identity), ...set], {
    ...cluster.identity,
    cwd: cluster.data,
    stdio: ['ignore', logFile.fd, logFile.fd],
    detached: true, // Ctrl-C is for the app, which stops its server last
    windowsHide: true,
  });
  const ended = once(child, 'exit').catch((error: Error) => error);
  child.unref();
  await logFile.close();
  const deadline = performance.now() + startLimit;
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    if (await isReady(cluster, child.pid)) {
      const client = await reach(cluster, port);
      if (typeof client === 'object') return { pid: child.pid, port, client };
    }
    if (performance.now() > deadline) child.kill('SIGQUIT');
    await delay(10);
  }
  await ended;
  return { failure: lastWords((await readFile(cluster.logFile, 'utf8')).slice(size)) };
}

const readPidFile = async (cluster: Cluster) =>
  (await readFile(pidFile(cluster), 'utf8').catch(() => '')).split('\n');

/** Postgres says so itself in its pid file; asking at the port before that would fill its log. */
async function isReady(cluster: Cluster, pid: number): Promise<boolean> {
  const lines = await readPidFile(cluster);
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

function lastWords(text: string): string {
  const lines = text.trim().split('\n');
  const fatal = lines.findLast((line) => line.includes('FATAL:')) ?? lines.at(-1) ?? '';
  return fatal.replace(/^.*FATAL:\s*/, '');
}

/** A pid file without a server of ours behind it. */
export interface Stale {
  readonly stalePid: number;
}

/** The server a killed app left running. */
export async function findRunning(cluster: Cluster): Promise<Running | Stale | 'silent' | 'none'> {
  const [pidLine, , , portLine] = await readPidFile(cluster);
  const [pid, port] = [Number(pidLine), Number(portLine)];
  if (!pid || !port) return 'none';
  const begun = performance.now();
  while (isAlive(pid)) {
    const reached = await reach(cluster, port);
    if (typeof reached === 'object') return { pid, port, client: reached };
    if (reached === 'silent') return 'silent';
    if (performance.now() - begun > (reached === 'starting' ? startLimit : listenLimit)) break;
    await delay(25);
  }
  return { stalePid: pid };
}

/** Unless the file has become somebody else's meanwhile. */
export async function forget(cluster: Cluster, { stalePid }: Stale): Promise<void> {
  const [pid] = await readPidFile(cluster);
  if (pid === String(stalePid)) await rm(pidFile(cluster), { force: true });
}
