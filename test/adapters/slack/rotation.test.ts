import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Address } from '../../../src/core/people.ts';
import { HOUR } from '../../../src/core/time.ts';
import { openInstallWorld } from './install-world.ts';

const evening = Date.UTC(2026, 10, 30, 22);
const world = await openInstallWorld(evening);
const { store, slack, clock } = world;
const card = { kind: 'note', push: 'hello', parts: [], actions: [] };
const person: Address = { platform: 'slack', tenantId: 'T7', userId: 'U1', conversation: { channel: 'D1' } };

/** Slack gives the next pair of tokens; each refresh token is good once. */
const grant = (n: number) => ({
  ok: true,
  access_token: `xoxe.xoxb-${n}`,
  refresh_token: `xoxe-${n}`,
  expires_in: 43_200,
  team: { id: 'T7', name: 'Maple' },
});
const refreshes = () =>
  slack.calls('oauth.v2.access').filter((call) => call.get('grant_type') === 'refresh_token');

beforeAll(() => slack.reset());
beforeEach(async () => {
  slack.reset();
  clock.at = evening;
  slack.setAnswer('oauth.v2.access', grant(1));
  expect((await world.install()).status).toBe(200);
  slack.setAnswer('oauth.v2.access', grant(2));
});
afterAll(() => world.close());

test('a token that holds is used as it is, and nobody asks Slack for another', async () => {
  expect(await world.adapter.messenger.send(person, card, 'k')).toMatchObject({ kind: 'sent' });
  expect(slack.calls('chat.postMessage')[0]?.get('token')).toBe('xoxe.xoxb-1');
  expect(refreshes()).toEqual([]);
});

test('after twelve quiet hours the first messages of three instances go out with one renewed token', async () => {
  clock.at = evening + 12 * HOUR;
  const instances = [world.adapter, world.instance(), world.instance()];
  const sent = await Promise.all(instances.map(({ messenger }, n) => messenger.send(person, card, `k${n}`)));
  expect(sent.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
  expect(refreshes().map((call) => call.get('refresh_token'))).toEqual(['xoxe-1']);
  expect(new Set(slack.calls('chat.postMessage').map((call) => call.get('token')))).toEqual(
    new Set(['xoxe.xoxb-2']),
  );
});

test('the next renewal is asked for with the refresh token the last one brought', async () => {
  clock.at = evening + 11 * HOUR;
  await world.adapter.messenger.send(person, card, 'a');
  slack.setAnswer('oauth.v2.access', grant(3));
  clock.at += 11 * HOUR;
  await world.adapter.messenger.send(person, card, 'b');
  expect(refreshes().map((call) => call.get('refresh_token'))).toEqual(['xoxe-1', 'xoxe-2']);
});

test('while the old token holds, a Slack that gives no new one stops nothing', async () => {
  clock.at = evening + 11 * HOUR;
  for (const error of ['internal_error', 'invalid_refresh_token']) {
    slack.setAnswer('oauth.v2.access', { ok: false, error });
    expect(await world.adapter.messenger.send(person, card, error)).toMatchObject({ kind: 'sent' });
  }
});

test('once it has ended, a message waits for Slack and is not lost', async () => {
  clock.at = evening + 13 * HOUR;
  slack.setAnswer('oauth.v2.access', { ok: false, error: 'internal_error' });
  expect(await world.adapter.messenger.send(person, card, 'k')).toEqual({
    kind: 'rate-limited',
    retryAfterSeconds: 60,
  });
  slack.setAnswer('oauth.v2.access', grant(2));
  expect(await world.adapter.messenger.send(person, card, 'k')).toMatchObject({ kind: 'sent' });
});

test('a refresh token Slack takes no longer ends the installation, and both tokens are wiped', async () => {
  clock.at = evening + 13 * HOUR;
  slack.setAnswer('oauth.v2.access', { ok: false, error: 'invalid_refresh_token' });
  expect(await world.adapter.messenger.send(person, card, 'k')).toEqual({
    kind: 'unreachable',
    reason: 'not_installed',
  });
  const { rows } = await store.pool.query(
    `select sealed_token, sealed_refresh_token, token_expires_at, off_reason from installations`,
  );
  expect(rows).toEqual([
    {
      sealed_token: null,
      sealed_refresh_token: null,
      token_expires_at: null,
      off_reason: 'invalid_refresh_token',
    },
  ]);
});

test('both tokens are kept sealed, and neither stands in a log', async () => {
  const { rows } = await store.pool.query(`select i::text from installations i`);
  expect(JSON.stringify(rows)).toMatch(/v1\.k1\..*v1\.k1\./);
  expect(JSON.stringify(rows)).not.toMatch(/xox/);
  expect(world.logged.join()).not.toMatch(/xox|hush/);
});
