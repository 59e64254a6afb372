import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../src/free-port.ts';
import { hand, type Identity } from '../../src/store/embedded/identity.ts';
import { ask } from '../soak-delivery/verdict.ts';

export const run = promisify(execFile);

/** Postgres will not run as root; `nobody` is there on every Linux. */
export const nobody: Identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const needed = ['initdb', 'postgres', 'pg_dump', 'pg_restore'];
const shelf = '/usr/lib/postgresql';

/** The newest Postgres among the system's packages: pg_dump reads no server newer than itself, and the embedded one has none. */
export const systemPostgres = (): string | undefined =>
  (existsSync(shelf) ? readdirSync(shelf) : [])
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(shelf, version, 'bin'))
    .find((bin) => needed.every((program) => existsSync(join(bin, program))));

export interface SystemServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A server of its own on this machine, gone when it stops. */
export const startSystemServer = async (bin: string): Promise<SystemServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'pushin-soak-'));
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  for (const path of [folder, data]) await hand(path, nobody);
  const how = { ...nobody, cwd: folder };
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'pushin', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
    how,
  );
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', `port=${port}`];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
    ...how,
    stdio: 'ignore',
  });
  const gone = once(server, 'exit');
  const url = `postgres://pushin@127.0.0.1:${port}/postgres`;
  const answers = () =>
    ask(url, 'select 1').then(
      () => true,
      () => false,
    );
  while (server.exitCode === null && !(await answers())) await pause(50);
  return {
    url,
    stop: async () => {
      server.kill('SIGINT');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
