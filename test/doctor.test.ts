import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Environment, readConfig } from '../src/config.ts';
import { examineAll, oldestNode } from '../src/doctor.ts';
import { CannotStart } from '../src/ports/cannot-start.ts';
import type { DeliveryReport } from '../src/store/delivery-report.ts';
import type { Examination } from '../src/store/examine.ts';

const healthy: Examination = { version: '18.4', applied: 3, pending: [] };
const examined = (
  environment: Environment,
  examineDatabase: () => Promise<Examination> = async () => healthy,
  nodeVersion = '22.1.0',
) => examineAll({ nodeVersion, reading: readConfig(environment), examineDatabase });
const sentences = async (...given: Parameters<typeof examined>) =>
  (await examined(...given)).map(({ verdict, sentence }) => `${verdict}: ${sentence}`);

test('a healthy playground has no fault', async () => {
  expect(await sentences({ PUSHIN_DATA_DIR: '/srv/pushin' })).toEqual([
    'ok: Node 22.1.0 will do.',
    'ok: The environment is in order; PushIn will serve http://127.0.0.1:3000.',
    'none: Slack is not set up.',
    'none: Teams is not set up.',
    'ok: The playground is on, for this machine only.',
    'none: There are no keys, and nothing yet that needs sealing.',
    'ok: Postgres 18.4 answers (/srv/pushin).',
    'ok: The schema is up to date at migration 3.',
  ]);
});

test('each platform is told as it is set up, without its secrets', async () => {
  const told = await sentences({
    DATABASE_URL: 'postgres://pushin:hunter2@db/pushin',
    PUSHIN_KEYS: `k2:${Buffer.alloc(32, 2).toString('base64')},k1:${Buffer.alloc(32, 1).toString('base64')}`,
    SLACK_BOT_TOKEN: 'xoxb-hunter2',
    SLACK_APP_TOKEN: 'xapp-hunter2',
    TEAMS_APP_ID: 'a1b2c3d4-0000-4000-8000-00000000000a',
    TEAMS_APP_PASSWORD: 'hunter2',
    TEAMS_TENANT_ID: 'a1b2c3d4-0000-4000-8000-00000000000b',
  });
  expect(told.slice(2)).toEqual([
    'ok: Slack is set up for one workspace, over Socket Mode.',
    'ok: Teams is set up for the tenant a1b2c3d4-0000-4000-8000-00000000000b.',
    'none: The playground is off.',
    'ok: The keys are k2, k1; the first seals.',
    'ok: Postgres 18.4 answers (DATABASE_URL).',
    'ok: The schema is up to date at migration 3.',
  ]);
  expect(told.join()).not.toContain('hunter2');
});

describe('delivery', () => {
  const quiet = { overdue: 0, oldestMinutes: 0, waiting: [], uncertain: 0, twins: 0, failed: [] };
  const told = async (delivery: Partial<DeliveryReport>) =>
    (
      await sentences({ PUSHIN_PLAYGROUND: 'off' }, async () => ({
        ...healthy,
        delivery: { ...quiet, ...delivery },
      }))
    ).slice(8);

  test('that runs is told in one sentence', async () => {
    expect(await told({})).toEqual(['ok: No message waits longer than it should.']);
  });

  test('that is stuck is a fault, with where to look', async () => {
    const waiting = [
      { reason: null, count: 2 },
      { reason: 'rate limited', count: 1 },
    ];
    expect(await told({ overdue: 3, oldestMinutes: 42, waiting })).toEqual([
      expect.stringMatching(
        /^fault: 3 messages should have gone out, the oldest 42 minutes ago: is a PushIn/,
      ),
      'none: 2 messages of these: nobody has tried yet.',
      'none: 1 message of these: the platform asked to wait.',
    ]);
  });

  test('is never late in the playground, where time moves by hand', async () => {
    const delivery = { ...quiet, overdue: 3, oldestMinutes: 42 };
    const found = await sentences({}, async () => ({ ...healthy, delivery }));
    expect(found).toContain('ok: No message waits longer than it should.');
  });

  test('tells what became of the rest, and what can be done', async () => {
    const failed = [
      { reason: 'BotDisabledByAdmin', count: 2 },
      { reason: 'http_418', count: 1 },
    ];
    expect((await told({ uncertain: 1, twins: 2, failed })).slice(1)).toEqual([
      'none: Of 1 message of the last week nobody knows whether they arrived: nothing of it is sent twice, and who set it going was told.',
      'none: 2 messages of the last week may have been seen twice: Teams lost the first answer.',
      'none: 2 messages of the last week did not go out: the Teams administrator turned PushIn off (BotDisabledByAdmin).',
      'none: 1 message of the last week did not go out: the platform said “http_418”.',
    ]);
  });
});

describe('a fault', () => {
  test.each([
    ['18.20.0', 'fault: Node 18.20.0 is too old: install 20.19 or newer.'],
    ['20.18.9', 'fault: Node 20.18.9 is too old: install 20.19 or newer.'],
    ['20.19.0', 'ok: Node 20.19.0 will do.'],
  ])('of Node %s', async (version, sentence) => {
    expect((await sentences({}, undefined, version))[0]).toBe(sentence);
  });

  test('of the environment is told in full, and the database is left alone', async () => {
    const asked: string[] = [];
    const told = await sentences({ PORT: 'abc', LOG_LEVEL: 'loud' }, async () => {
      asked.push('database');
      return healthy;
    });
    expect(told.slice(1)).toEqual([
      expect.stringMatching(/^fault: PORT must be/),
      expect.stringMatching(/^fault: LOG_LEVEL must be/),
    ]);
    expect(asked).toEqual([]);
  });

  test('of a database that is gone names the code', async () => {
    const gone = () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
    expect((await sentences({ DATABASE_URL: 'postgres://db/pushin' }, gone)).at(-1)).toBe(
      'fault: The database cannot be reached (DATABASE_URL): ECONNREFUSED',
    );
  });

  test('that already is a sentence for people is told as it is', async () => {
    const missing = () =>
      Promise.reject(new CannotStart('No embedded Postgres is installed. Set DATABASE_URL.'));
    expect((await sentences({}, missing)).at(-1)).toBe(
      'fault: No embedded Postgres is installed. Set DATABASE_URL.',
    );
  });

  test('of a database that is too old', async () => {
    const old = async () => ({ ...healthy, version: '14.9 (Debian)' });
    expect(await sentences({}, old)).toContainEqual(
      expect.stringMatching(/^fault: Postgres 14\.9 \(Debian\) is too old: PushIn needs 15/),
    );
  });
});

test('a schema that is behind is no fault: the next start brings it up to date', async () => {
  const behind = async () => ({ ...healthy, pending: ['0004_later'] });
  expect((await sentences({}, behind)).at(-1)).toBe(
    'none: The next start will migrate the schema: 0004_later.',
  );
});

test('npm is told of the same oldest Node', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(engines.node).toBe(`>=${oldestNode}`);
});

test('what teachers had to correct is told by pattern, the commonest first', async () => {
  const misreadings = [
    { about: 'activity', heard: 'centers', meant: 'read_aloud', count: 3 },
    { about: 'end', heard: '640', meant: '645', count: 1 },
  ];
  expect((await sentences({}, async () => ({ ...healthy, misreadings }))).slice(-2)).toEqual([
    'none: Teachers corrected activity “centers” to “read aloud” 3 times.',
    'none: Teachers corrected end “10:40” to “10:45” once.',
  ]);
});
