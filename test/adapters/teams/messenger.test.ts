import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Connector, createConnector } from '../../../adapters/teams/connector.ts';
import { createMessenger } from '../../../adapters/teams/messenger.ts';
import { createServiceUrlCheck } from '../../../adapters/teams/service-url.ts';
import { createLocalToken } from '../../../adapters/teams/token.ts';
import type { Card } from '../../../src/core/card.ts';
import type { Address } from '../../../src/core/people.ts';
import type { Messenger } from '../../../src/ports/messenger.ts';
import { messengerContract } from '../../contracts/messenger.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { makeWorld } from './messenger-world.ts';
import { appId, tenantId } from './samples.ts';

messengerContract('Teams', makeWorld);

let teams: FakeTeams;
let connector: Connector;
let messenger: Messenger;
beforeAll(async () => {
  teams = await startFakeTeams();
  connector = createConnector({
    getToken: createLocalToken({ url: teams.settings.tokenUrl, appId, appPassword: 'secret' }),
    isServiceUrl: createServiceUrlCheck(true),
  });
  messenger = createMessenger({ connector, appId });
});
beforeEach(() => teams.reset());
afterAll(() => teams.close());

const card: Card = { kind: 'ask', push: 'You have a question', parts: [], actions: [] };
const at = (conversation: Record<string, string>): Address => ({
  platform: 'teams',
  tenantId,
  userId: '29:somebody',
  conversation,
});
const send = (conversation: Record<string, string> = { serviceUrl: teams.url, conversationId: 'a:chat' }) =>
  messenger.send(at(conversation), card, 'key-1');
const answerWith = (status: number, body: unknown = {}): void =>
  teams.conduct((_call, response) => {
    response.writeHead(status).end(JSON.stringify(body));
  });

describe('somebody whose chat we do not know', () => {
  test('is written to in the one-to-one chat Teams opens for us', async () => {
    const delivery = await send({ serviceUrl: teams.url });
    expect(teams.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST ',
      expect.stringMatching(/^POST \/a:made-\d+\/activities$/),
    ]);
    expect(teams.calls[0]?.body).toMatchObject({
      isGroup: false,
      bot: { id: `28:${appId}` },
      members: [{ id: '29:somebody' }],
      tenantId,
    });
    expect(delivery).toMatchObject({
      kind: 'sent',
      message: { serviceUrl: teams.url, conversationId: expect.stringMatching(/^a:made-/) },
    });
  });

  test('is unreachable when Teams will not open one, and nothing is posted', async () => {
    answerWith(403, { error: { code: 'BotNotInConversationRoster' } });
    expect(await send({ serviceUrl: teams.url })).toEqual({
      kind: 'unreachable',
      reason: 'BotNotInConversationRoster',
    });
    expect(teams.calls).toHaveLength(1);
  });

  test('can simply be tried again when Teams fails while opening one: nothing was sent', async () => {
    answerWith(503);
    expect((await send({ serviceUrl: teams.url })).kind).toBe('rate-limited');
  });
});

describe('how a send ends', () => {
  test.each([
    [401, 'rate-limited'],
    [403, 'unreachable'],
    [404, 'unreachable'],
    [408, 'uncertain'],
    [412, 'rate-limited'],
    [413, 'refused'],
    [429, 'rate-limited'],
    [500, 'uncertain'],
    [502, 'uncertain'],
    [503, 'uncertain'],
    [504, 'uncertain'],
  ])('a %d leaves it %s after one call', async (status, kind) => {
    answerWith(status);
    expect((await send()).kind).toBe(kind);
    expect(teams.calls).toHaveLength(1);
  });

  test.each([502, 504])('a %d is to be sent again, though the first may have arrived', async (status) => {
    answerWith(status);
    expect(await send()).toEqual({ kind: 'uncertain', reason: `http-${status}`, sendAgain: true });
  });

  test('a 201 without an id leaves it uncertain: it stands, but nothing can change it', async () => {
    answerWith(201);
    expect((await send()).kind).toBe('uncertain');
  });

  test.each(['soon', '-3', '0'])('a Retry-After of %s leaves the wait to us', async (value) => {
    teams.conduct((_call, response) => response.writeHead(429, { 'retry-after': value }).end());
    expect(await send()).toEqual({ kind: 'rate-limited' });
  });

  test('a redirect is not followed', async () => {
    teams.conduct((_call, response) => response.writeHead(307, { location: `${teams.url}/elsewhere` }).end());
    expect((await send()).kind).toBe('uncertain');
    expect(teams.calls).toHaveLength(1);
  });

  test('a card that cannot be drawn is refused and never sent', async () => {
    const huge: Card = { ...card, parts: [{ kind: 'text', text: 'x'.repeat(20_000) }] };
    const to = at({ serviceUrl: teams.url, conversationId: 'a:chat' });
    expect(await messenger.send(to, huge, 'key-1')).toEqual({ kind: 'refused', reason: 'card' });
    expect(teams.calls).toEqual([]);
  });
});

describe('our token', () => {
  test.each([
    'https://attacker.example/',
    'http://10.0.0.8/',
    'https://smba.trafficmanager.net@attacker.example/',
  ])('never goes to a stored service URL like %s', async (serviceUrl) => {
    expect(await send({ serviceUrl, conversationId: 'a:chat' })).toEqual({
      kind: 'refused',
      reason: 'service-url',
    });
  });

  test('goes to a service URL on this machine only for an app whose keys are here too', () => {
    expect(createServiceUrlCheck(false)(teams.url)).toBe(false);
    expect(createServiceUrlCheck(false)('https://smba.trafficmanager.net/amer/x/')).toBe(true);
  });

  test('is asked for once and kept', async () => {
    const before = teams.tokensGiven();
    const getToken = createLocalToken({ url: teams.settings.tokenUrl, appId, appPassword: 'secret' });
    expect(new Set(await Promise.all([getToken(), getToken(), getToken()])).size).toBe(1);
    expect(teams.tokensGiven() - before).toBe(1);
  });

  test('that cannot be had means nothing was sent: try again later', async () => {
    const tokenless = createMessenger({
      appId,
      connector: createConnector({
        getToken: createLocalToken({ url: `${teams.url}/keys/nothing`, appId, appPassword: '' }),
        isServiceUrl: createServiceUrlCheck(true),
      }),
    });
    const to = at({ serviceUrl: teams.url, conversationId: 'a:chat' });
    expect(await tokenless.send(to, card, 'key-1')).toEqual({ kind: 'rate-limited', retryAfterSeconds: 30 });
    expect(teams.calls).toEqual([]);
  });
});

test('an edit with a ref of somebody else’s making is refused', async () => {
  expect(await messenger.edit({ channel: 'C1' }, card)).toEqual({ kind: 'refused', reason: 'message-ref' });
});

test('the key travels with the message', async () => {
  await send();
  expect(teams.calls[0]?.body['channelData']).toEqual({ pushinKey: 'key-1' });
});

test('a card changes where the conversation is now: Teams moves its service URL', async () => {
  const message = { serviceUrl: 'http://127.0.0.1:1', conversationId: 'a:chat', activityId: '7' };
  const to = at({ serviceUrl: teams.url, conversationId: 'a:chat' });
  expect((await messenger.edit(message, card, to)).kind).toBe('sent');
  expect(teams.calls[0]).toMatchObject({ method: 'PUT', path: '/a:chat/activities/7' });
});

test('it cannot look for a message, and says so', async () => {
  expect((await messenger.find(at({}), 'key-1', 0)).kind).toBe('cannot-look');
});
