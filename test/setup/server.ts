import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { administer, databaseUrl } from './administer.ts';
import { silentLog } from './silent-log.ts';

const cleanups: (() => Promise<unknown>)[] = [];

/** The server DATABASE_URL names, or an embedded one; workers find it in the environment. */
export async function startServer(): Promise<void> {
  const server = process.env['DATABASE_URL'] ?? (await startTemporary());
  const template = `pushin_template_${randomUUID().slice(0, 8)}`;
  await administer(server, `create database ${template}`);
  cleanups.push(() => administer(server, `drop database ${template} with (force)`));
  await migrate({ url: databaseUrl(server, template), log: silentLog });
  process.env['PUSHIN_TEST_SERVER'] = server;
  process.env['PUSHIN_TEST_TEMPLATE'] = template;
}

export async function stopServer(): Promise<void> {
  for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) await cleanup();
}

/** What makes a commit outlive a power cut, which nothing here has to. */
const promisesOfTheDisk = ['fsync', 'synchronous_commit', 'full_page_writes'];

let dataDir: string | undefined;

async function startTemporary(): Promise<string> {
  dataDir = await mkdtemp(join(tmpdir(), 'pushin-test-'));
  cleanups.push(async () => endServer());
  const { url, stop } = await startEmbedded({ dataDir, log: silentLog });
  cleanups.push(stop);
  for (const setting of promisesOfTheDisk) await administer(url, `alter system set ${setting} = off`);
  await administer(url, 'select pg_reload_conf()');
  return url;
}

/** In a hurry: the process ends, nothing can be waited for. */
export function endServer(): void {
  if (dataDir === undefined) return;
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  dataDir = undefined;
}
