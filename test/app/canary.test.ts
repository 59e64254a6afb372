import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json, Place, SeatState } from '../../adapters/playground/wire.ts';
import { freePort } from '../../src/free-port.ts';
import { canary } from '../security/canary.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { openProxy } from './proxy.ts';

/** The whole program as an operator runs it, with a log that tells everything and a database that goes away. */
let database: TestDatabase;
let proxy: Awaited<ReturnType<typeof openProxy>>;
let url: string;
let printed = '';
let end: (() => Promise<void>) | undefined;
beforeAll(async () => {
  database = await openTestDatabase();
  proxy = await openProxy(database.url);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../bin/pushin.js'), 'start'], {
    env: { PATH, PORT: String(port), DATABASE_URL: proxy.url, PUSHIN_PLAYGROUND: 'on', LOG_LEVEL: 'trace' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (printed.includes('ready')) resolve();
      });
  });
  await Promise.race([ready, once(child, 'exit')]);
  end = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
}, 180_000);
afterAll(async () => {
  await end?.();
  await proxy.close();
  await database.close();
});

const post = (act: string, body: unknown) =>
  fetch(`${url}/playground/api/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const place = async () => (await (await fetch(`${url}/playground/api/place`)).json()) as Place;
const stateOf = async (seat: string): Promise<SeatState> => {
  const found = (await place()).states.find((state) => state.seat === seat);
  if (!found) throw new Error(`nobody sits at ${seat}`);
  return found;
};

/** Every object in a message or a form that has this field. */
const having = (value: unknown, field: string): Json[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap((item) => having(item, field));
  return field in value ? [value as Json, ...inside] : inside;
};

/** The canary wherever words may be typed, and otherwise what is offered first. */
const filledIn = (view: Json) =>
  Object.fromEntries(
    having(view, 'element').map((block) => {
      const element = block['element'] as Json;
      const [first] = having(element['options'], 'value');
      const value = first === undefined ? canary : first['value'];
      const chosen = String(element['type']).startsWith('multi') ? [value] : value;
      return [String(block['block_id']), { [String(element['action_id'])]: chosen }];
    }),
  );

const typed = [
  canary,
  `ask ${canary} Tuesday 10`,
  `routine ${canary} Tue 10-10:45`,
  `Tue 10-10:40 writing with ${canary}`,
  `is ${canary} free tomorrow?`,
  `${canary} has a sub today`,
  `pair with ${canary}`,
];

/** Everybody says everything, fills in what opens, and a Friday night passes. */
const liveThrough = async (most = Number.POSITIVE_INFINITY): Promise<void> => {
  for (const { id, platform } of (await place()).seats.slice(0, most)) {
    for (const text of typed)
      await post('say', { seat: id, text: platform === 'slack' ? `/pushin ${text}` : text });
    for (const text of ['pair', 'settings', 'week', 'minutes'])
      await post('say', { seat: id, text: platform === 'slack' ? `/pushin ${text}` : text });
    const view = (await stateOf(id)).views.at(-1);
    if (view) await post('slack/submit', { seat: id, view: view['id'], values: filledIn(view) });
  }
  await post('clock', { move: (await place()).moves[0]?.id });
};

describe('while every word anybody types is a child’s name, and the database comes and goes', () => {
  beforeAll(async () => {
    await liveThrough();
    for (const way of ['refuse', 'goSilent'] as const) {
      const [first] = (await place()).seats;
      proxy[way]();
      await post('say', { seat: first?.id, text: `/pushin ask ${canary} Tuesday 10` });
      proxy.comeBack();
    }
    await liveThrough(2);
  }, 180_000);

  test('something was typed, something broke, and the log tells of it', async () => {
    expect(JSON.stringify(await place())).toMatch(/Zzyzx/);
    expect(printed).toMatch(/"level":[45]0/);
  });

  test('neither standard output nor standard error has the name', () => {
    expect(printed).not.toMatch(/Zzyzx/i);
  });

  test.each(['/healthz', '/readyz', '/metrics'])('%s does not have it', async (address) => {
    expect(await (await fetch(url + address)).text()).not.toMatch(/Zzyzx/i);
  });

  test('no notification has it, on nobody’s screen', async () => {
    const { states } = await place();
    const pushes = states.flatMap(({ messages }) =>
      messages.filter(({ by, onlyYou }) => by === 'bot' && !onlyYou).map(({ push }) => push),
    );
    expect(pushes.length).toBeGreaterThan(3);
    expect(pushes.join('\n')).not.toMatch(/Zzyzx/i);
  });
});
