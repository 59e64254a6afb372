import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findPackage, prepareBinaries } from '../../../src/store/embedded/binaries.ts';
import { copyPackage } from '../../../src/store/embedded/copy-package.ts';
import { run } from '../../../src/store/embedded/run.ts';
import { bundleApp, startApp } from './start-app.ts';

const isRoot = process.getuid?.() === 0;
/** `daemon` or `bin`: some user every system has. */
const stranger = 1;
let folder: string;
/** The package as npm leaves it when install scripts do not run: without its library links. */
let bare: string;
/** The same shape, a few bytes instead of 60 MB. */
let small: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushin-binaries-'));
  await chmod(folder, 0o755);
  bare = join(folder, 'bare');
  const links = JSON.parse(await readFile(join(findPackage(), 'native', 'pg-symlinks.json'), 'utf8'));
  await cp(findPackage(), bare, { recursive: true, verbatimSymlinks: true });
  await Promise.all(links.map((link: { target: string }) => rm(join(bare, link.target), { force: true })));
  small = join(folder, 'small');
  await mkdir(join(small, 'native', 'bin'), { recursive: true });
  await writeFile(join(small, 'package.json'), '{"version":"18.0.0"}');
  await writeFile(join(small, 'native', 'bin', 'postgres'), '#!/nowhere/loader\n', { mode: 0o755 });
});
afterAll(() => rm(folder, { recursive: true }));

const temp = () => mkdtemp(join(folder, 'temp-'));

describe('binaries', () => {
  test('run in place once their library links are made', async () => {
    const { postgres, initdb } = await prepareBinaries({}, bare);
    expect(postgres.startsWith(bare)).toBe(true);
    expect(await run(initdb, ['--version'], {})).toMatchObject({ ok: true });
  });

  test('for another system are missing, in a sentence that names the way out', () => {
    expect(() => findPackage('sunos', 'sparc')).toThrow(
      'No embedded Postgres is installed for sunos-sparc. Set DATABASE_URL to a Postgres 15 or newer instead.',
    );
  });

  test('whose loader is missing say that musl is the reason, and copy nothing', async () => {
    await expect(prepareBinaries({}, small)).rejects.toThrow(/glibc.*musl.*Set DATABASE_URL/);
  });
});

describe('a copy in the temp folder', () => {
  test('is made once, also by four at once', async () => {
    const parent = await temp();
    const copies = await Promise.all([1, 2, 3, 4].map(() => copyPackage(small, parent)));
    expect(new Set(copies).size).toBe(1);
    expect(await readdir(parent)).toHaveLength(1);
    const made = (await stat(join(copies[0] as string, 'native'))).ctimeMs;
    await copyPackage(small, parent);
    expect((await stat(join(copies[0] as string, 'native'))).ctimeMs).toBe(made);
  });

  test('that lost files to a tidy system is made anew', async () => {
    const parent = await temp();
    const copy = await copyPackage(small, parent);
    await rm(join(copy, 'native', 'bin', 'postgres'));
    expect(await copyPackage(small, parent)).toBe(copy);
    expect(await readdir(join(copy, 'native', 'bin'))).toEqual(['postgres']);
  });

  test('is not trusted when others could have written it', async () => {
    const parent = await temp();
    await chmod(await copyPackage(small, parent), 0o777);
    await expect(copyPackage(small, parent)).rejects.toThrow(/was not made by this user/);
  });
});

// Only root can become somebody else, and only root meets folders its server may not enter.
(isRoot ? describe : describe.skip)('run by root', () => {
  let app: string;
  beforeAll(async () => {
    app = await bundleApp(folder);
  });

  test('a checkout and a data folder that only root can enter work all the same', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await cp(bare, join(closed, 'package'), { recursive: true, verbatimSymlinks: true });
    const parent = await temp();
    await chmod(parent, 0o1777);
    const dataDir = join(closed, 'data');
    const { told, end } = await startApp({
      app,
      dataDir,
      packageDir: join(closed, 'package'),
      env: { TMPDIR: parent },
    });
    await end('SIGTERM');
    expect(told).toEqual({ adopted: false, url: expect.stringContaining('postgres://pushin:') });
    expect(await readdir(parent)).toEqual([expect.stringMatching(/^pushin-pg-18.*-0$/)]);
  });

  test('an ordinary user starts it on a folder of their own, and root can go on there', async () => {
    const home = await temp();
    await chown(home, stranger, stranger);
    const dataDir = join(home, 'data');
    for (const uid of [stranger, 0, stranger]) {
      const { told, end } = await startApp({ app, dataDir, packageDir: bare, uid });
      await end('SIGTERM');
      expect(told).toEqual({ adopted: false, url: expect.stringContaining('postgres://pushin:') });
    }
  });

  test('an ordinary user without the links, and without the right to make them, gets a copy', async () => {
    const unlinked = join(folder, 'unlinked');
    await cp(bare, unlinked, {
      recursive: true,
      filter: (path) => !/lib\/lib(icu\w+|pq|ecpg\w*|pgtypes)\.so(\.\d+)?$/.test(path),
    });
    const home = await temp();
    await chown(home, stranger, stranger);
    const { told, end } = await startApp({
      app,
      dataDir: join(home, 'data'),
      packageDir: unlinked,
      uid: stranger,
      env: { TMPDIR: home },
    });
    await end('SIGTERM');
    expect(told).toMatchObject({ adopted: false });
    expect(await readdir(home)).toContainEqual(expect.stringMatching(/^pushin-pg-18.*-1$/));
  });
});
