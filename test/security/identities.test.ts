import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { Directory } from '../../src/ports/directory.ts';
import { rememberAddress } from '../../src/store/addresses.ts';
import { addInstallation } from '../../src/store/organizations.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { createReceive } from '../../src/usecases/receive.ts';
import { createMoodySlack } from '../adapters/slack/moody-slack.ts';
import {
  fresh,
  type Signed,
  signedCommand,
  signedEvent,
  signedInteraction,
  signingSecret,
} from '../adapters/slack/signed.ts';
import { startBot } from '../adapters/teams/bot.ts';
import { startFakeTeams } from '../adapters/teams/fake-teams.ts';
import { sample as activity, parsedSample, tenantId } from '../adapters/teams/samples.ts';
import { openTestDatabase } from '../setup/database.ts';
import { silentLog } from '../setup/silent-log.ts';
import { fillOrganization, start } from '../store/filled-organization.ts';
import { plantCanaries } from './canary.ts';

/** A school of which everything is a canary, behind both platforms’ real doors. */
const team = 'T000000001';
const member = 'U1';
const teamsMember = parsedSample('message-personal').from.id;
const store = await openTestDatabase();
const slack = await createMoodySlack();
const teams = await startFakeTeams();
const bot = await startBot(teams);
const directories: Partial<Record<string, Directory>> = {};
const receive = createReceive({
  db: store.db,
  clock: { now: () => start },
  directory: { describe: async (person) => directories[person.platform]?.describe(person) },
  nudge: () => undefined,
  improve: () => undefined,
});
const adapter = createSlackAdapter({
  receive,
  settings: { signingSecret, botToken: 'xoxb-of-the-tests', apiUrl: slack.apiUrl },
  log: silentLog,
});
const server = createServer((request, response) => void adapter.routes[0]?.handle(request, response));

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  directories['slack'] = adapter.directory;
  directories['teams'] = bot.adapter.directory;
  bot.answer(receive);
  const organizationId = randomUUID();
  const { teacherId } = await fillOrganization(store.db, organizationId, team);
  await plantCanaries(store.pool, organizationId);
  await withOrganization(store.db, organizationId, async (trx) => {
    await addInstallation(trx, 'teams', tenantId);
    const address = { platform: 'teams', tenantId, userId: teamsMember, conversation: {} } as const;
    await rememberAddress(trx, teacherId, address, start);
  });
});
afterAll(async () => {
  await adapter.stop();
  server.closeAllConnections();
  server.close();
  await bot.close();
  await slack.close();
  await teams.close();
  await store.close();
});

/** Everything that went out to Slack because of this: the answer itself, and whatever was called. */
const onSlack = async ({ headers, body }: Signed, user: object = {}): Promise<string> => {
  slack.reset();
  slack.setAnswer('users.info', { ok: true, user: { id: 'U9', name: 'somebody', team_id: team, ...user } });
  slack.setAnswer('conversations.open', { ok: true, channel: { id: 'D9' } });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const response = await fetch(url, { method: 'POST', headers, body });
  const said = await response.text();
  await adapter.stop();
  const calls = ['chat.postMessage', 'chat.postEphemeral', 'views.open', 'views.publish', 'chat.update'];
  return `${response.status} ${said} ${calls.flatMap((name) => slack.calls(name)).join(' ')}`;
};
const command = (user_id: string) =>
  signedCommand({ team_id: team, user_id, text: 'week', trigger_id: fresh('trigger') });
const message = (event: Record<string, unknown>) =>
  signedEvent('message', { event_id: fresh('Ev'), event: { user: 'U9', text: 'week', ...event } });

/** The same for Teams. */
const onTeams = async (
  changes: Record<string, unknown>,
  is: Record<string, unknown> = {},
): Promise<string> => {
  teams.reset();
  teams.conduct((call, response, next) => {
    if (!call.path.includes('/members/')) return next();
    response.writeHead(200).end(JSON.stringify({ id: 'x', name: 'Somebody', tenantId, ...is }));
  });
  const { status, text } = await bot.tell({
    ...activity('message-personal'),
    text: 'week',
    id: randomUUID(),
    ...changes,
  });
  await bot.adapter.stop();
  return `${status} ${text} ${JSON.stringify(teams.calls.map(({ body }) => body))}`;
};
const ours = activity('message-personal');
const somebody = { from: { id: '29:somebody', name: 'Somebody' } };
const elsewhere = { tenant: { id: 'another' } };

const secret = /Zzyzx|Vrrbl/;

describe('a member, so that it is seen that there is something to be told', () => {
  test('is told their week on Slack', async () => {
    expect(await onSlack(command(member))).toMatch(secret);
  });
  test('is told their week on Teams', async () => {
    expect(await onTeams({})).toMatch(secret);
  });
});

describe('whoever is no member is told nothing of the school', () => {
  test.each<[string, () => Promise<string>, RegExp]>([
    ['a guest on Slack', () => onSlack(command('U9'), { is_restricted: true }), /only work with the staff/],
    ['a guest of one channel', () => onSlack(command('U9'), { is_ultra_restricted: true }), /only work with/],
    ['a stranger by Slack Connect', () => onSlack(command('U9'), { is_stranger: true }), /only work with/],
    [
      'somebody of another workspace in a shared channel',
      () => onSlack(message({ team: 'T0OTHER', user_team: 'T0OTHER' })),
      /only\+work/,
    ],
    [
      'a guest who taps a button of somebody’s message',
      () =>
        onSlack(
          signedInteraction('tap', {
            user: { id: 'U9', is_restricted: true },
            trigger_id: fresh('trigger'),
            actions: [{ action_id: 'week.show#0', value: '{"name":"week.show","ref":""}' }],
          }),
        ),
      /only\+work/,
    ],
    ['a bot', () => onSlack(message({ bot_id: 'B9' })), /^200 {2}$/],
    ['a workflow', () => onSlack(message({ subtype: 'bot_message' })), /^200 {2}$/],
    ['Slackbot', () => onSlack(command('USLACKBOT')), /only work with/],
    [
      'a colleague of the same Enterprise organization whom nobody has named',
      () => onSlack(command('W9'), { team_id: 'T0SISTER', enterprise_user: { enterprise_id: 'E1' } }),
      /We haven’t met/,
    ],
    ['a guest on Teams', () => onTeams(somebody, { userRole: 'guest' }), /only work with/],
    ['a federated account', () => onTeams(somebody, { tenantId: 'another' }), /only work with/],
    ['a guest by sign-in name', () => onTeams(somebody, { userPrincipalName: 'a#EXT#@b' }), /only work with/],
    ['somebody of another tenant', () => onTeams({ ...somebody, channelData: elsewhere }), /^403/],
    ['the bot itself', () => onTeams({ from: ours['recipient'] }), /^200 {2}\[\]$/],
  ])('%s', async (_who, act, says) => {
    const out = await act();
    expect(out).toMatch(says);
    expect(out).not.toMatch(secret);
  });

  test('what a member asks in a channel is answered for that member’s eyes alone', async () => {
    const channel = activity('message-channel');
    const mention = `${/<at>.*<\/at>/.exec(String(channel['text']))?.[0]} week`;
    await onTeams({ ...channel, from: ours['from'], text: mention, id: randomUUID() });
    for (const { body } of teams.calls.filter((call) => secret.test(JSON.stringify(call.body))))
      expect(JSON.stringify(body)).toMatch(/"isTargeted":true|"conversationType":"personal"/);
  });
});
