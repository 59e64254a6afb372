import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/store/open-database.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { select } from '../setup/administer.ts';
import { createTestDatabase } from '../setup/database.ts';
import { silentLog } from '../setup/silent-log.ts';

const nowhere = join(tmpdir(), 'pushin-never-made');

describe('the database', () => {
  test('without an address is the embedded one, migrated, and ends with the app', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'pushin-open-'));
    const { db, url, close } = await openDatabase({ databaseUrl: undefined, dataDir, log: silentLog });
    const schools = await withOrganization(db, randomUUID(), (trx) =>
      trx.selectFrom('schools').selectAll().execute(),
    );
    expect(schools).toEqual([]);
    await close();
    await expect(select(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await rm(dataDir, { recursive: true });
  });

  test('with an address is that one, migrated, and goes on without the app', async () => {
    const { url, drop } = await createTestDatabase();
    const opened = await openDatabase({ databaseUrl: url, dataDir: nowhere, log: silentLog });
    expect(opened.url).toBe(url);
    await opened.close();
    expect(
      await select(url, "select count(*)::int as applied from pgmigrations where name like '0001%'"),
    ).toEqual([{ applied: 1 }]);
    await drop();
  });

  test('that cannot be reached is named by its variable, without the password', async () => {
    const databaseUrl = 'postgres://app:secret@127.0.0.1:1/pushin';
    const opening = openDatabase({ databaseUrl, dataDir: nowhere, log: silentLog });
    await expect(opening).rejects.toMatchObject({
      name: 'CannotStart',
      message: expect.stringMatching(/^The Postgres of DATABASE_URL cannot be reached \(ECONNREFUSED\)/),
    });
    await expect(opening).rejects.not.toThrow('secret');
  });

  test('that has another name or password is told with what to mend', async () => {
    const { url, drop } = await createTestDatabase();
    const opening = (databaseUrl: string) =>
      openDatabase({ databaseUrl, dataDir: nowhere, log: silentLog }).then(
        () => undefined,
        (error: Error) => error.message,
      );
    expect(await opening(`${url}x`)).toBe(
      'The Postgres of DATABASE_URL cannot be reached (3D000). It has no database of that name: create it, or mend the name in the address.',
    );
    const wrong = new URL(url);
    wrong.password = 'wrong';
    expect(await opening(wrong.href)).toBe(
      'The Postgres of DATABASE_URL cannot be reached (28P01). Postgres refuses the password: mend it in the address.',
    );
    expect(await opening(`${url}?sslmode=verify-full&sslrootcert=/nowhere`)).toBe(
      'The Postgres of DATABASE_URL cannot be reached (ENOENT). A file that the address names is not there: mend its sslrootcert, or the folder of its socket.',
    );
    await drop();
  });

  test('leaves no connection behind, also one that only the pool itself opened', async () => {
    const { url, drop } = await createTestDatabase();
    const { pool, close } = await openDatabase({ databaseUrl: url, dataDir: nowhere, log: silentLog });
    await pool.query('select 1');
    await close();
    expect(pool.ended).toBe(true);
    await drop();
  });

  test('in which a playground is running takes no second one until the first has ended', async () => {
    const { url, drop } = await createTestDatabase();
    const open = () => openDatabase({ databaseUrl: url, dataDir: nowhere, log: silentLog, alone: true });
    const first = await open();
    await expect(open()).rejects.toMatchObject({
      name: 'CannotStart',
      message: expect.stringMatching(/^Another playground is running on the database of DATABASE_URL\./),
    });
    await first.close();
    await (await open()).close();
    await drop();
  });

  test('that is too old is refused before anything is changed', async () => {
    const old = await claimingToBe('140011');
    const opening = openDatabase({ databaseUrl: old.url, dataDir: nowhere, log: silentLog });
    await expect(opening).rejects.toThrow('DATABASE_URL leads to Postgres 14, but PushIn needs 15 or newer.');
    expect(old.asked).toEqual(['show server_version_num']);
    await old.close();
  });
});

/** Speaks just enough of the protocol to tell its version: no Postgres that old is at hand. */
async function claimingToBe(version: string) {
  const asked: string[] = [];
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message('Z', Buffer.from('I'));
  const column = Buffer.from(
    `\0\x01server_version_num\0${'\0'.repeat(9)}\x19\xff\xff\xff\xff\xff\xff\0\0`,
    'latin1',
  );
  const row = Buffer.from(`\0\x01\0\0\0${String.fromCharCode(version.length)}${version}`, 'latin1');
  const answer = [message('T', column), message('D', row), message('C', Buffer.from('SHOW\0')), ready];
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      socket.on('data', (bytes) => {
        if (bytes[0] !== 'Q'.charCodeAt(0)) return;
        asked.push(bytes.subarray(5, -1).toString());
        socket.write(Buffer.concat(answer));
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.close();
    await once(server, 'close');
  };
  return { url: `postgres://app@127.0.0.1:${(server.address() as AddressInfo).port}/pushin`, asked, close };
}
