import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { identityFor } from '../../../src/store/embedded/identity.ts';
import { isAlive } from '../../../src/store/embedded/processes.ts';
import { type Embedded, startEmbedded } from '../../../src/store/embedded/start-embedded.ts';
import { select } from '../../setup/administer.ts';
import { silentLog } from '../../setup/silent-log.ts';
import { bundleApp, startApp } from './start-app.ts';

let shared: string;
let app: string;
let dataDir: string;
/** Undone after each test, the last thing first, whatever became of it. */
let cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  shared = await mkdtemp(join(tmpdir(), 'pushin-embedded-'));
  app = await bundleApp(shared);
});
beforeEach(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'pushin-embedded-'));
  dataDir = join(parent, 'made', 'by us');
  cleanups = [() => rm(parent, { recursive: true })];
});
afterEach(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});
afterAll(() => rm(shared, { recursive: true }));

const start = async (folder = dataDir): Promise<Embedded> => {
  const server = await startEmbedded({ dataDir: folder, log: silentLog });
  cleanups.push(server.stop);
  return server;
};
const run = async () => {
  const running = await startApp({ app, dataDir });
  cleanups.push(() => running.end('SIGTERM'));
  return running;
};
const postmaster = async () =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

describe('a start', () => {
  test('makes the folder, and the next one finds everything again', async () => {
    const first = await start();
    await select(first.url, 'create table kept as select 7 as seven');
    await first.stop();
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await select(second.url, 'select seven from kept')).toEqual([{ seven: 7 }]);
    expect(await select(second.url, `select lower('ÉCOLE') as word`)).toEqual([{ word: 'école' }]);
  });

  test('keeps other users of the machine out', async () => {
    const { url } = await start();
    expect(await readFile(join(dataDir, 'url'), 'utf8')).toBe(`${url}\n`);
    expect(await Promise.all([dataDir, join(dataDir, 'postgres'), join(dataDir, 'url')].map(mode))).toEqual([
      '700',
      '700',
      '600',
    ]);
    const guess = new URL(url);
    guess.password = 'guess';
    await expect(select(guess.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const identity = await identityFor(join(dataDir, 'postgres'));
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(identity.uid ?? process.getuid?.());
    expect(identity.uid).not.toBe(0);
  });

  test('leaves nothing behind when it stops', async () => {
    const { url, stop } = await start();
    const pid = await postmaster();
    await stop();
    expect(isAlive(pid)).toBe(false);
    await expect(select(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('on a folder in use', () => {
  test('a second app is refused in a sentence that names the folder, and the first goes on', async () => {
    const first = await start();
    const { told } = await run();
    expect(told).toEqual({
      name: 'CannotStart',
      refused: expect.stringContaining(`Another PushIn is running on the data folder ${dataDir}.`),
    });
    expect(await select(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('of two first starts at once, one gets it', async () => {
    const both = await Promise.allSettled([start(), start()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'CannotStart' },
    });
  });

  test('a copy of the folder gets a server of its own', async () => {
    const original = await start();
    const copy = `${dataDir} copied`;
    await mkdir(copy);
    const identity = await identityFor(join(dataDir, 'postgres'));
    await cp(dataDir, copy, { recursive: true });
    if (identity.uid !== undefined)
      await once(spawn('chown', ['-R', `${identity.uid}`, join(copy, 'postgres')]), 'exit');
    const other = await start(copy);
    expect(other.adopted).toBe(false);
    expect(other.url).not.toBe(original.url);
  });
});

describe('after an accident', () => {
  test('the server of a killed app is taken over, and stopped in the end', async () => {
    const killed = await run();
    const pid = await postmaster();
    await killed.end('SIGKILL');
    expect(isAlive(pid)).toBe(true);
    const next = await start();
    expect(next).toMatchObject({ adopted: true, url: killed.told.url });
    await next.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('a pid file whose number now belongs to another program does not stand in the way', async () => {
    await (await start()).stop();
    const stranger = spawn('sleep', ['60'], {
      ...(await identityFor(join(dataDir, 'postgres'))),
      stdio: 'ignore',
    });
    cleanups.push(() => stranger.kill());
    const port = new URL((await readFile(join(dataDir, 'url'), 'utf8')).trim()).port;
    const lines = [
      stranger.pid,
      join(dataDir, 'postgres'),
      1_795_000_000,
      port,
      '',
      '127.0.0.1',
      '',
      'ready',
    ];
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), lines.join('\n'));
    const { url, adopted } = await start();
    expect(adopted).toBe(false);
    expect(await select(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isAlive(stranger.pid as number)).toBe(true);
  });

  test('a server that dies is started again at the same address', async () => {
    const { url } = await start();
    const died = await postmaster();
    process.kill(died, 'SIGKILL');
    const answer = async () => {
      for (;;) {
        const rows = await select(url, 'select 1 as one').catch(() => undefined);
        if (rows) return rows;
        await delay(20); // paces the asking; the test's own time limit ends it
      }
    };
    expect(await answer()).toEqual([{ one: 1 }]);
    expect(await postmaster()).not.toBe(died);
  });

  test('a folder that holds something else is left as it is', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '18');
    await expect(start()).rejects.toThrow(`The data folder ${dataDir} is not one of ours.`);
  });

  test('a folder that cannot be made is named', async () => {
    await mkdir(join(dataDir, '..'), { recursive: true });
    await writeFile(dataDir, 'a file');
    await expect(start()).rejects.toThrow(`The data folder ${dataDir} cannot be used (EEXIST).`);
    const below = join('/proc', 'no', 'such');
    if (process.platform === 'linux')
      await expect(start(below)).rejects.toThrow(`The data folder ${below} cannot be used (ENOENT).`);
  });
});
