import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createTeamsAdapter } from '../../../adapters/teams/index.ts';
import { fc } from '../../setup/properties.ts';
import { silentLog } from '../../setup/silent-log.ts';
import { within } from '../../setup/within.ts';
import { type Bot, startBot } from './bot.ts';
import { type FakeTeams, keyId, publicPem, startFakeTeams, validClaims } from './fake-teams.ts';
import { appId, type Raw, sample, tenantId } from './samples.ts';
import { makeKey, signRs256, unsigned } from './token-maker.ts';

let teams: FakeTeams;
let bot: Bot;
const printed = jest.spyOn(console, 'error').mockImplementation(() => {});

beforeAll(async () => {
  teams = await startFakeTeams();
  bot = await startBot(teams);
});
beforeEach(() => {
  teams.reset();
  bot.reset();
  printed.mockClear();
});
afterAll(async () => {
  await bot.close();
  await teams.close();
});

const activity = (changes: Raw = {}): string =>
  JSON.stringify(sample('message-personal', { serviceUrl: teams.url, ...changes }));

const nothingHappened = (): void => {
  expect(bot.heard).toEqual([]);
  expect(teams.calls).toEqual([]);
};

const seconds = (): number => Number(validClaims('')['exp']) - 3600;
const bearer = (claims: Raw = {}, header: Raw = {}) => `Bearer ${teams.token(claims, header)}`;
const hs256 = (): string => {
  const [header = '', claims = ''] = unsigned({ alg: 'HS256', kid: keyId }, validClaims(teams.url)).split(
    '.',
  );
  const signature = createHmac('sha256', publicPem()).update(`${header}.${claims}`).digest('base64url');
  return `Bearer ${header}.${claims}.${signature}`;
};

describe('whose word counts', () => {
  test('a request the Bot Connector signed is heard', async () => {
    expect(await bot.post(activity(), bearer())).toMatchObject({ status: 200, text: '' });
    expect(bot.heard).toHaveLength(1);
  });

  test('a token that ended within the five minutes that clocks may differ is still good', async () => {
    const ended = { nbf: seconds() - 3600, exp: seconds() - 240 };
    expect((await bot.post(activity(), bearer(ended))).status).toBe(200);
  });

  const bad: readonly (readonly [string, () => string | undefined])[] = [
    ['no header', () => undefined],
    ['garbage', () => 'garbage'],
    ['a Bearer of garbage', () => 'Bearer a.b.c'],
    ['Basic', () => 'Basic dXNlcjpwYXNz'],
    [
      'somebody else’s key under the known id',
      () => `Bearer ${signRs256({ kid: keyId }, validClaims(teams.url), makeKey().privateKey)}`,
    ],
    ['a key nobody knows', () => bearer({}, { kid: 'key-9' })],
    ['HS256 with the public key', hs256],
    ['no algorithm', () => `Bearer ${unsigned({ alg: 'none', kid: keyId }, validClaims(teams.url))}`],
    ['another audience', () => bearer({ aud: 'other-app' })],
    ['another issuer', () => bearer({ iss: 'https://issuer.example' })],
    [
      'a service URL other than the activity’s',
      () => bearer({ serviceurl: 'https://smba.trafficmanager.net/x/' }),
    ],
    ['no service URL', () => bearer({ serviceurl: undefined })],
    ['an end ten minutes ago', () => bearer({ nbf: seconds() - 3600, exp: seconds() - 600 })],
    ['a start in ten minutes', () => bearer({ nbf: seconds() + 600 })],
  ];
  test.each(bad)('a request with %s is answered a bare 401', async (_name, authorization) => {
    expect(await bot.post(activity(), authorization())).toMatchObject({ status: 401, text: '' });
    nothingHappened();
  });

  test('a channel the key is not endorsed for is answered a bare 401', async () => {
    expect(await bot.post(activity({ channelId: 'webchat' }), bearer())).toMatchObject({
      status: 401,
      text: '',
    });
    nothingHappened();
  });

  test('nothing of a refused token is printed', async () => {
    for (const [, authorization] of bad) await bot.post(activity(), authorization());
    expect(printed).not.toHaveBeenCalled();
  });

  test('what our own code prints while it answers is not swallowed', async () => {
    bot.answer(async () => {
      // biome-ignore lint/suspicious/noConsole: printing is what is tested
      console.error('ours');
      return { kind: 'none' };
    });
    await bot.post(activity(), bearer());
    expect(printed).toHaveBeenCalledWith('ours');
  });
});

describe('what is no activity', () => {
  const broken = ['', '{}', '[]', 'null', '"x"', '5', '{"type":5}', '{"type":"message"', '[[[[', '\u0000'];
  test.each(broken)('%j is answered 400 with or without a token, and the bot lives on', async (body) => {
    expect(await bot.post(body)).toMatchObject({ status: 400, text: '' });
    expect(await bot.post(body, bearer())).toMatchObject({ status: 400, text: '' });
    nothingHappened();
    expect((await bot.post(activity(), bearer())).status).toBe(200);
  });

  const required = ['type', 'id', 'channelId', 'serviceUrl', 'from', 'conversation', 'recipient'];
  test.each(required)('an activity without %s is answered 400', async (field) => {
    expect((await bot.post(activity({ [field]: undefined }), bearer())).status).toBe(400);
    nothingHappened();
  });

  test.each([
    [2 * 1024 * 1024, 413],
    [256 * 1024 + 1, 413],
  ])('a body of %d bytes is answered %d unread', async (size, status) => {
    expect(await bot.post('x'.repeat(size))).toMatchObject({ status, text: '' });
    nothingHappened();
  });

  test('a body that does not say how long it is is read no further than 256 KB', async () => {
    expect(await bot.post(new Blob(['x'.repeat(2 * 1024 * 1024)]).stream())).toMatchObject({
      status: 413,
      text: '',
    });
    expect((await bot.post(activity(), bearer())).status).toBe(200);
  });

  test('ten thousand nested lists are no activity either', async () => {
    expect((await bot.post(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).status).toBe(400);
  });
});

describe('what is almost an activity', () => {
  const names = [
    'message-personal',
    'message-channel',
    'card-execute',
    'card-submit',
    'task-fetch',
    'task-submit',
    'installation-add',
    'bot-added',
    'reaction',
  ] as const;

  test('any JSON in any field of any activity is answered 200 or turned away, never with a fault of ours', async () => {
    const spoiled = fc
      .constantFrom(...names)
      .chain((name) =>
        fc.record({ raw: fc.constant(sample(name)), field: fc.constantFrom(...Object.keys(sample(name))) }),
      );
    await fc.assert(
      fc.asyncProperty(spoiled, fc.jsonValue(), async ({ raw, field }, value) => {
        const { status } = await bot.tell({ ...raw, [field]: value });
        expect([200, 400, 401, 403]).toContain(status);
      }),
      { numRuns: 300 },
    );
    expect(bot.logged.filter((line) => line.includes('failed'))).toEqual([]);
  });
});

describe('whom the bot works for', () => {
  const channelData = (id: string) => ({ tenant: { id } });
  const conversation = (tenant: string) => ({ id: 'a:1', conversationType: 'personal', tenantId: tenant });
  test.each([
    ['both places', { conversation: conversation('foreign'), channelData: channelData('foreign') }],
    ['the conversation only', { conversation: conversation('foreign') }],
    ['the channel data only', { channelData: channelData('foreign') }],
  ])('a foreign tenant in %s is answered an empty 403', async (_where, changes) => {
    expect(await bot.post(activity(changes), bearer())).toMatchObject({ status: 403, text: '' });
    nothingHappened();
  });

  test('an activity that names no tenant is answered 400', async () => {
    const changes = { conversation: { id: 'a:1' }, channelData: {} };
    expect((await bot.post(activity(changes), bearer())).status).toBe(400);
  });

  test.each([
    'https://attacker.example/',
    'http://smba.trafficmanager.net/amer/',
    'https://user@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'http://169.254.169.254/',
    'http://10.0.0.8/',
    'not a url',
  ])('a rightly signed token for the service URL %s is answered 403', async (serviceUrl) => {
    const signed = bearer({ serviceurl: serviceUrl });
    expect(await bot.post(activity({ serviceUrl }), signed)).toMatchObject({ status: 403, text: '' });
    nothingHappened();
  });
});

describe('signing keys that cannot be had', () => {
  test('while they are down everybody is refused, and when they are back everybody is heard', async () => {
    const fresh = await startFakeTeams();
    const cold = await startBot(fresh);
    fresh.keys('down');
    expect(await cold.tell(sample('message-personal'))).toMatchObject({ status: 401, text: '' });
    fresh.keys('served');
    expect(await cold.tell(sample('message-personal'))).toMatchObject({ status: 200 });
    expect(cold.heard).toHaveLength(1);
    await cold.close();
    await fresh.close();
  });

  test('another channel is refused even by keys that are endorsed for none', async () => {
    const fresh = await startFakeTeams();
    const cold = await startBot(fresh);
    fresh.keys('unendorsed');
    expect((await cold.tell(sample('message-personal', { channelId: 'webchat' }))).status).toBe(401);
    expect((await cold.tell(sample('message-personal'))).status).toBe(200);
    await cold.close();
    await fresh.close();
  });

  test('while they hang the answer comes within four seconds, and no turn is taken afterwards', async () => {
    const fresh = await startFakeTeams();
    const cold = await startBot(fresh);
    fresh.keys('hanging');
    const answer = within(4_000, cold.tell(sample('message-personal')));
    expect(await answer).toMatchObject({ status: 401, text: '' });
    fresh.keys('served');
    expect((await cold.tell(sample('message-personal'))).status).toBe(200);
    expect(cold.heard).toHaveLength(1);
    await cold.close();
    await fresh.close();
  });
});

describe('settings that would let strangers in', () => {
  const good = { appId, appPassword: 'secret', tenantIds: [tenantId] };
  const build = (changes: object) => () =>
    createTeamsAdapter({
      receive: async () => ({ kind: 'none' }),
      settings: { ...good, ...changes },
      log: silentLog,
    });

  test('the real thing can be built without any network, and knows whom it is for', async () => {
    expect(await build({})().tenantIds()).toEqual([tenantId]);
    expect(build({})().routes.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/messages']);
  });

  test.each([
    ['an empty app id', { appId: ' ' }, /app id/],
    ['no tenant', { tenantIds: [] }, /tenant/],
    ['no password', { appPassword: '' }, /password/],
    ['signing keys from elsewhere', { openIdMetadataUrl: 'https://attacker.example/keys' }, /this machine/],
    ['tokens from elsewhere', { tokenUrl: 'https://attacker.example/token' }, /this machine/],
  ])('%s is refused with a reason', (_name, changes, reason) => {
    expect(build(changes)).toThrow(reason);
  });
});
