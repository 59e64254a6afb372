import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Place } from '../../adapters/playground/wire.ts';
import { readConfig } from '../../src/config.ts';
import { freePort } from '../../src/free-port.ts';
import { type App, startApp } from '../../src/main.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { openProxy } from './proxy.ts';

const therapist = 'U0MAYA';

let database: TestDatabase;
let proxy: Awaited<ReturnType<typeof openProxy>>;
let app: App;

beforeAll(async () => {
  database = await openTestDatabase();
  proxy = await openProxy(database.url);
  const reading = readConfig({
    PORT: String(await freePort()),
    DATABASE_URL: proxy.url,
    PUSHIN_PLAYGROUND: 'on',
    LOG_LEVEL: 'silent',
  });
  if (!reading.ok) throw new Error(reading.faults.join(' '));
  app = await startApp(reading.config);
});
afterAll(async () => {
  await app.stop();
  await proxy.close();
  await database.close();
});

/** Types as the therapist on Slack, whose small Slack gives up after three seconds; gives the bot's last words. */
const say = async (text: string): Promise<string> => {
  await fetch(`${app.url}/playground/api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seat: therapist, text }),
  });
  const place = (await (await fetch(`${app.url}/playground/api/place`)).json()) as Place;
  const said = place.states
    .find((state) => state.seat === therapist)
    ?.messages.filter((one) => one.by === 'bot');
  return said?.at(-1)?.text ?? '';
};

const ready = async (): Promise<number> => (await fetch(`${app.url}/readyz`)).status;

describe('while Postgres is gone', () => {
  test.each(['goSilent', 'refuse'] as const)(
    '(%s) a person reads a sentence before Slack gives up, and all is well after',
    async (way) => {
      expect(await say('/pushin week')).toContain('Your week');
      proxy[way]();
      expect(await say('/pushin week')).toMatch(/nothing was changed|Still on it/);
      expect(await say('/pushin help')).toContain('What I can do');
      expect(await ready()).toBe(503);
      proxy.comeBack();
      expect(await say('/pushin week')).toContain('Your week');
      expect(await ready()).toBe(200);
    },
  );
});

test('metrics tell the outbox by state, and no names', async () => {
  const metrics = await (await fetch(`${app.url}/metrics`)).text();
  expect(metrics).toContain('pushin_outbox_oldest_due_seconds 0');
  expect(metrics).not.toMatch(/Brooks|Rivera/);
});
