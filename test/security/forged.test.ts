import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import {
  sample,
  signed,
  signedCommand,
  signedEvent,
  signedInteraction,
  signingSecret,
} from '../adapters/slack/signed.ts';
import { type Bot, startBot } from '../adapters/teams/bot.ts';
import {
  type FakeTeams,
  keyId,
  publicPem,
  startFakeTeams,
  validClaims,
} from '../adapters/teams/fake-teams.ts';
import { sample as activitySample } from '../adapters/teams/samples.ts';
import { makeKey, signRs256, unsigned } from '../adapters/teams/token-maker.ts';
import { fc } from '../setup/properties.ts';
import { silentLog } from '../setup/silent-log.ts';
import { fullSize } from './sizes.ts';

const rounds = fullSize ? 40 : 2;

let heard = 0;
let slackUrl: string;
let slackServer: ReturnType<typeof createServer>;
let teams: FakeTeams;
let bot: Bot;
beforeAll(async () => {
  const adapter = createSlackAdapter({
    receive: async () => {
      heard += 1;
      return { kind: 'none' };
    },
    settings: { signingSecret, botToken: 'xoxb-of-the-tests', apiUrl: 'http://127.0.0.1:1/api/' },
    log: silentLog,
  });
  const listener: RequestListener = (request, response) => void adapter.routes[0]?.handle(request, response);
  slackServer = createServer(listener).listen(0, '127.0.0.1');
  await once(slackServer, 'listening');
  slackUrl = `http://127.0.0.1:${(slackServer.address() as AddressInfo).port}/slack/events`;
  teams = await startFakeTeams();
  bot = await startBot(teams);
});
afterAll(async () => {
  slackServer.closeAllConnections();
  slackServer.close();
  await bot.close();
  await teams.close();
});

const statusesOf = async (requests: readonly (() => Promise<number>)[]): Promise<Record<number, number>> => {
  const counts: Record<number, number> = {};
  for (let at = 0; at < requests.length; at += 20)
    for (const status of await Promise.all(requests.slice(at, at + 20).map((request) => request())))
      counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

const post = async ({ headers, body }: ReturnType<typeof signed>): Promise<number> =>
  (await fetch(slackUrl, { method: 'POST', headers, body })).status;

test('of everything that pretends to be Slack, nothing is heard: each is a bare 401', async () => {
  const good = [
    signedCommand(),
    signedEvent('message'),
    signedInteraction('tap'),
    signedInteraction('submit'),
    signed(
      'application/x-www-form-urlencoded',
      `payload=${encodeURIComponent(JSON.stringify({ ...sample('tap'), type: 'block_suggestion' }))}`,
    ),
  ];
  const type = (of: (typeof good)[number]): string => of.headers['content-type'] ?? '';
  const stamped = (of: (typeof good)[number], stamp: string) => {
    const digest = createHmac('sha256', signingSecret).update(`v0:${stamp}:`).update(of.body).digest('hex');
    return {
      ...of,
      headers: { ...of.headers, 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${digest}` },
    };
  };
  const now = Math.floor(Date.now() / 1000);
  const forge: ((of: (typeof good)[number]) => (typeof good)[number])[] = [
    (of) => ({ ...of, headers: { 'content-type': type(of) } }),
    (of) => signed(type(of), of.body, { secret: 'another' }),
    (of) => ({ ...of, body: `${of.body} ` }),
    ...[301, 3_600, 315_360_000, -330, -3_600, -315_360_000].map(
      // At each request anew: the future of the first is the past of the last.
      (age) => (of: (typeof good)[number]) => stamped(of, String(Math.floor(Date.now() / 1000) - age)),
    ),
    ...['Infinity', 'NaN', '', '1e9', `${now}.5`, `${now}, ${now}`, `0x${now.toString(16)}`].map(
      (stamp) => (of: (typeof good)[number]) => stamped(of, stamp),
    ),
  ];
  const requests = Array.from({ length: rounds }, () =>
    good.flatMap((of) => forge.map((how) => () => post(how(of)))),
  ).flat();
  expect(await statusesOf(requests)).toEqual({ 401: requests.length });
  expect(heard).toBe(0);
});

test('of everything that pretends to be Teams, nothing is heard: each is a bare 401, none an error of ours', async () => {
  const body = JSON.stringify(activitySample('message-personal', { serviceUrl: teams.url }));
  const seconds = Number(validClaims('')['exp']) - 3600;
  const bearer = (claims: object = {}, header: object = {}) =>
    `Bearer ${teams.token(claims as never, header as never)}`;
  const stranger = makeKey().privateKey;
  const [header = '', claims = ''] = unsigned({ alg: 'HS256', kid: keyId }, validClaims(teams.url)).split(
    '.',
  );
  const forged: (string | undefined)[] = [
    undefined,
    'garbage',
    'Bearer a.b.c',
    'Basic dXNlcjpwYXNz',
    `Bearer ${unsigned({ alg: 'none', kid: keyId }, validClaims(teams.url))}`,
    `Bearer ${header}.${claims}.${createHmac('sha256', publicPem()).update(`${header}.${claims}`).digest('base64url')}`,
    `Bearer ${signRs256({ kid: keyId }, validClaims(teams.url), stranger)}`,
    bearer({}, { kid: 'key-9' }),
    bearer({ aud: 'other-app' }),
    bearer({ iss: 'https://issuer.example' }),
    bearer({ serviceurl: 'https://smba.trafficmanager.net/x/' }),
    bearer({ serviceurl: undefined }),
    bearer({ nbf: seconds - 3600, exp: seconds - 600 }),
    bearer({ nbf: seconds + 600 }),
  ];
  const requests = Array.from({ length: rounds * 4 }, () =>
    forged.map((authorization) => async () => (await bot.post(body, authorization)).status),
  ).flat();
  expect(await statusesOf(requests)).toEqual({ 401: requests.length });
  expect(bot.heard).toEqual([]);
  expect(bot.logged).toEqual([]);
  const other = JSON.stringify(
    activitySample('message-personal', {
      serviceUrl: teams.url,
      conversation: { id: 'a:1', tenantId: 'another', conversationType: 'personal' },
    }),
  );
  expect((await bot.post(other, bearer())).status).toBe(403);
  expect(bot.heard).toEqual([]);
});

/** Whatever JSON can be, and what only looks like it. */
const nonsense = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.constantFrom(
    'null',
    '[]',
    '1',
    '"x"',
    '{',
    '[[[[',
    '{"event":null}',
    '{"event":{"type":5}}',
    '{"actions":[null]}',
    '{"type":"view_submission"}',
    '{"command":[]}',
    '{"type":"block_actions","actions":[]}',
  ),
  fc.constant(`${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  fc
    .record({
      type: fc.constantFrom('event_callback', 'block_actions', 'view_submission', 'message'),
      event: fc.jsonValue(),
      actions: fc.jsonValue(),
      user: fc.jsonValue(),
      view: fc.jsonValue(),
    })
    .map((value) => JSON.stringify(value)),
);

test('nonsense that Slack or Microsoft signed breaks nothing: no answer is an error of ours', async () => {
  const bodies = fc.sample(nonsense, fullSize ? 2_000 : 60);
  const slack = bodies.flatMap((body) => [
    () => post(signed('application/json', body)),
    () => post(signed('application/x-www-form-urlencoded', `payload=${encodeURIComponent(body)}`)),
  ]);
  const token = `Bearer ${teams.token()}`;
  const answered = await statusesOf([
    ...slack,
    ...bodies.map((body) => async () => (await bot.post(body, token)).status),
  ]);
  expect(Object.keys(answered).filter((status) => Number(status) >= 500)).toEqual([]);
  expect(await post(signedEvent('message'))).toBe(200);
});
