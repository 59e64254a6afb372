import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { createLog } from '../../src/log.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import { outboxGauges } from '../../src/store/outbox-gauges.ts';
import { createReceive } from '../../src/usecases/receive.ts';
import { createSendDue } from '../../src/usecases/send-due.ts';
import { createTick } from '../../src/usecases/tick.ts';
import { createMetrics } from '../../src/web/metrics.ts';
import { signedCommand, signedEvent, signedInteraction, signingSecret } from '../adapters/slack/signed.ts';
import { startBot } from '../adapters/teams/bot.ts';
import { startFakeTeams } from '../adapters/teams/fake-teams.ts';
import { sample } from '../adapters/teams/samples.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { failingDatabase } from '../setup/failing-database.ts';
import { fillOrganization, start } from '../store/filled-organization.ts';
import { canary, plantCanaries } from './canary.ts';

let store: TestDatabase;
const lines: string[] = [];
const log = createLog('trace', { write: (line) => void lines.push(line) });
beforeAll(async () => {
  store = await openTestDatabase();
  const organizationId = randomUUID();
  await fillOrganization(store.db, organizationId, 'T000000001');
  await plantCanaries(store.pool, organizationId);
});
afterAll(() => store.close());

const fault = () => new Error(`${canary} could not be stored`);
const failing: Messenger = {
  send: async () => {
    throw fault();
  },
  edit: async () => {
    throw fault();
  },
  find: async () => {
    throw fault();
  },
  remove: async () => undefined,
};
const directory = {
  describe: async () => {
    throw fault();
  },
  doNotDisturb: async () => {
    throw fault();
  },
};
const clock = { now: () => start };

test('whatever breaks while the heartbeat works on the canary’s rows, no line of the log has the name', async () => {
  const before = lines.length;
  for (let nth = 1; nth <= 40; nth += 3) {
    const { db } = failingDatabase(store.pool, nth, 'before');
    const deps = { db, clock, log };
    const messengers = { slack: failing, teams: failing };
    const sendDue = createSendDue({ ...deps, messengers, directory, limits: {} });
    await createTick({ ...deps, sendDue })().catch((error: unknown) => expect(error).toBeInstanceOf(Error));
  }
  expect(lines.length).toBeGreaterThan(before);
  expect(lines.join('')).not.toMatch(/Zzyzx|Vrrbl/);
});

test('whatever breaks while somebody writes or taps on Slack, no line of the log has their words', async () => {
  const adapter = createSlackAdapter({
    receive: async () => {
      throw fault();
    },
    settings: { signingSecret, botToken: 'xoxb-of-the-tests', apiUrl: 'http://127.0.0.1:1/api/' },
    log,
  });
  const server = createServer((request, response) => void adapter.routes[0]?.handle(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const before = lines.length;
  for (const { headers, body } of [
    signedCommand({ text: canary }),
    signedEvent('message', { event: { text: canary } }),
    signedInteraction('tap', { actions: [{ action_id: canary, value: canary }] }),
    signedInteraction('submit', { view: { private_metadata: canary } }),
  ])
    await fetch(url, { method: 'POST', headers, body });
  await adapter.stop();
  server.closeAllConnections();
  server.close();
  expect(lines.length).toBeGreaterThan(before);
  expect(lines.join('')).not.toMatch(/Zzyzx/);
});

test('the same on Teams', async () => {
  const teams = await startFakeTeams();
  const bot = await startBot(teams);
  bot.answer(async () => {
    throw fault();
  });
  await bot.tell(sample('message-personal', { text: canary }));
  await bot.tell(sample('card-submit', { value: { pushin: canary } }));
  await bot.close();
  await teams.close();
  expect(bot.logged.length).toBeGreaterThan(0);
  expect(bot.logged.join('')).not.toMatch(/Zzyzx/);
});

test('the metrics count, and name nobody', async () => {
  const metrics = createMetrics({ gauges: outboxGauges(store.db, clock), log });
  const server = createServer((request, response) => void metrics.routes[0]?.handle(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
  const text = await response.text();
  server.closeAllConnections();
  server.close();
  expect(text).toContain('pushin_outbox_messages');
  expect(text).not.toMatch(/Zzyzx|Vrrbl|T000000001/);
});

test('the line a lock screen shows names no child, whatever was written', async () => {
  const pushes: string[] = [];
  const remembering: Messenger = {
    ...failing,
    send: async (_to, card) => {
      pushes.push(card.push);
      return { kind: 'sent', message: { id: String(pushes.length) } };
    },
  };
  const quiet = {
    describe: async () => ({ name: 'x', zone: undefined }),
    doNotDisturb: async () => undefined,
  };
  const messengers = { slack: remembering, teams: remembering };
  await createSendDue({ db: store.db, clock, log, messengers, directory: quiet, limits: {} })();
  const receive = createReceive({
    db: store.db,
    clock,
    directory: quiet,
    nudge: () => undefined,
    improve: () => undefined,
  });
  for (const text of ['week', 'schedule', 'touchbase', 'settings']) {
    const from = { platform: 'slack', tenantId: 'T000000001', userId: 'U1', conversation: {} } as const;
    const answer = await receive({
      dedupeKey: randomUUID(),
      from,
      inPrivate: true,
      event: { kind: 'words', text },
    });
    if (answer.kind === 'card') pushes.push(answer.card.push);
  }
  expect(pushes.length).toBeGreaterThan(3);
  expect(pushes.join('')).not.toMatch(/Zzyzx/);
});
