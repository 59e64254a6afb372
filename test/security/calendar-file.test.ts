import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DAY } from '../../src/core/time.ts';
import { giveCalendarKey } from '../../src/store/calendar-keys.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { createCalendarFiles } from '../../src/usecases/calendar-file.ts';
import { createCalendarPages } from '../../src/web/calendar.ts';
import { createWebServer, type WebServer } from '../../src/web/server.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { silentLog } from '../setup/silent-log.ts';
import { fillOrganization, start } from '../store/filled-organization.ts';
import { plantCanaries } from './canary.ts';

const [here, there] = [randomUUID(), randomUUID()];
let store: TestDatabase;
let server: WebServer;
let url: string;
let now = start;
beforeAll(async () => {
  store = await openTestDatabase();
  await fillOrganization(store.db, here, 'T-here');
  const { pairingId } = await fillOrganization(store.db, there, 'T-there');
  await plantCanaries(store.pool, there);
  await withOrganization(store.db, there, async (trx) => {
    const { id } = await trx
      .updateTable('touch_bases')
      .set({ at: new Date(start), teacher_says: 'yes', therapist_says: 'yes' })
      .where('pairing_id', '=', pairingId)
      .returning('id')
      .executeTakeFirstOrThrow();
    await giveCalendarKey(trx, id);
  });
  const files = createCalendarFiles({ db: store.db, clock: { now: () => now } });
  server = createWebServer({
    host: '127.0.0.1',
    port: 0,
    routes: [],
    fallbacks: [createCalendarPages(files)],
    log: silentLog,
  });
  url = await server.start();
});
afterAll(async () => {
  await server.stop();
  await store.close();
});

const keyNow = async (): Promise<string> => {
  const { rows } = await store.pool.query<{ calendar_key: string }>(
    'select calendar_key from touch_bases where organization_id = $1',
    [there],
  );
  return rows[0]?.calendar_key ?? '';
};
const ask = async (organizationId: string, key: string): Promise<{ status: number; body: string }> => {
  const response = await fetch(`${url}/calendar/${organizationId}.${key}.ics`);
  return { status: response.status, body: await response.text() };
};
/** While something is otherwise. */
const while_ = async (otherwise: string, back: string, look: () => Promise<void>): Promise<void> => {
  await store.pool.query(otherwise, [there]);
  await look();
  await store.pool.query(back, [there]);
};

test('an agreed talk is an appointment of two adults, and nothing of the children', async () => {
  const { status, body } = await ask(there, await keyNow());
  expect(status).toBe(200);
  expect(body).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(body).not.toMatch(/Zzyzx/);
  expect(body.match(/^(SUMMARY|DESCRIPTION|LOCATION|ATTENDEE).*$/gm)).toHaveLength(1);
});

test('a wrong key, another organization, a talk called off, somebody gone and PushIn taken off look all the same', async () => {
  const key = await keyNow();
  const gone = { status: 404, body: 'This appointment has moved or is over.\n' };
  expect(await ask(there, key.split('').reverse().join(''))).toEqual(gone);
  expect(await ask(here, key)).toEqual(gone);
  expect(await ask(randomUUID(), key)).toEqual(gone);
  expect(await ask(there, `${key}' or true`)).toEqual(gone);
  const talks = 'update touch_bases set teacher_says =';
  await while_(
    `${talks} 'no' where organization_id = $1`,
    `${talks} 'yes' where organization_id = $1`,
    async () => expect(await ask(there, key)).toEqual(gone),
  );
  const people = 'update members set active =';
  await while_(
    `${people} false where organization_id = $1`,
    `${people} true where organization_id = $1`,
    async () => expect(await ask(there, key)).toEqual(gone),
  );
  const installed = 'update installations set off_at =';
  await while_(
    `${installed} now() where organization_id = $1`,
    `${installed} null where organization_id = $1`,
    async () => expect(await ask(there, key)).toEqual(gone),
  );
  expect((await ask(there, key)).status).toBe(200);
  now = start + 3 * DAY;
  expect(await ask(there, key)).toEqual(gone);
});
