import { randomBytes } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../../../src/core/people.ts';
import { runReseal } from '../../../src/privacy/run-reseal.ts';
import { closeAddress, rememberAddress } from '../../../src/store/addresses.ts';
import { organizationOfTeam } from '../../../src/store/installs.ts';
import { addMember } from '../../../src/store/members.ts';
import { queue } from '../../../src/store/outbox.ts';
import { addSchool } from '../../../src/store/schools.ts';
import { createSeal } from '../../../src/store/seal.ts';
import { withOrganization, withTenant } from '../../../src/store/with-organization.ts';
import { createWorkspaces } from '../../../src/usecases/workspaces.ts';
import type { TestDatabase } from '../../setup/database.ts';
import { openInstallWorld, token } from './install-world.ts';
import { signedEvent } from './signed.ts';

const card = { kind: 'note', push: 'hello', parts: [], actions: [] };
const now = Date.UTC(2026, 10, 30, 12);

const world = await openInstallWorld(now);
const { store, slack, adapter, keys, logged, begin, comeBack, install } = world;
beforeEach(() => {
  slack.setAnswer('oauth.v2.access', { ok: true, access_token: token, team: { id: 'T7', name: 'Maple' } });
});
afterAll(() => world.close());

const address: Address = { platform: 'slack', tenantId: 'T7', userId: 'U1', conversation: { channel: 'D1' } };
const tell = (event: Record<string, unknown>) => world.tell(signedEvent('message', { team_id: 'T7', event }));
const installation = async () => {
  const { rows } = await store.pool.query(
    `select sealed_token, off_at, off_reason from installations where tenant_id = 'T7'`,
  );
  return rows[0] as { sealed_token: string | null; off_at: number | null; off_reason: string | null };
};
const isServed = async () =>
  (await withTenant(store.db, { platform: 'slack', tenantId: 'T7' }, async () => true)) === true;
const queueOne = async () => {
  const organizationId = (await organizationOfTeam(store.db, 'T7')) ?? '';
  await withOrganization(store.db, organizationId, async (trx) => {
    const schoolId = await addSchool(trx, { name: 'School', zone: 'UTC', first_bell: 480, last_bell: 900 });
    const memberId = await addMember(trx, { schoolId, name: 'Ms. Hill', role: 'teacher' });
    await rememberAddress(trx, memberId, { ...address, userId: memberId }, now);
    const times = { notBefore: now, due: now, usefulUntil: now + 1000 };
    await queue(trx, { key: memberId, memberId, purpose: 'ask', subjectId: memberId, ...times }, now);
  });
};
const queued = async () =>
  (await store.pool.query(`select state, reason from outbox order by created_at desc, state`)).rows as {
    state: string;
  }[];

describe('installing into a workspace', () => {
  test('goes to Slack with what PushIn needs, and the way back is tied to this browser', async () => {
    const { location, cookie, state } = await begin();
    expect(location.origin + location.pathname).toBe('https://slack.com/oauth/v2/authorize');
    expect(location.searchParams.get('redirect_uri')).toBe('https://pushin.example.org/slack/oauth_redirect');
    expect(location.searchParams.get('scope')).toContain('chat:write');
    expect(state).toMatch(/^[\w-]{43}$/);
    expect(cookie).toMatch(
      /^pushin_install=[\w-]{43}; Path=\/slack; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  test('keeps the token sealed, and only so', async () => {
    expect(await install()).toMatchObject({
      status: 200,
      text: expect.stringContaining('PushIn is installed'),
    });
    const { sealed_token } = await installation();
    expect(sealed_token).toMatch(/^v1\.k1\./);
    const { rows } = await store.pool.query(`select i::text from installations i`);
    expect(JSON.stringify(rows)).not.toContain('xoxb');
    expect(logged.join()).not.toMatch(/xoxb|hush/);
    expect(await isServed()).toBe(true);
    expect(await adapter.messenger.send(address, card, 'k')).toMatchObject({ kind: 'sent' });
  });

  test('works once for each beginning, in the browser that began', async () => {
    const first = await begin();
    const other = await begin();
    for (const [state, cookie] of [
      [first.state, other.cookie],
      [first.state, first.cookie],
      [other.state, ''],
      ['', other.cookie],
      ['made-up', other.cookie],
    ])
      expect((await comeBack({ state: state ?? '', code: 'c' }, cookie ?? '')).status).toBe(400);
    expect((await comeBack({ state: other.state, code: 'c' }, other.cookie)).status).toBe(200);
    expect((await comeBack({ state: other.state, code: 'c' }, other.cookie)).status).toBe(400);
  });

  test.each([
    ['Slack says no', { ok: false, error: 'invalid_code' }, 502],
    [
      'it grants a person’s token alone',
      { ok: true, team: { id: 'T7' }, authed_user: { access_token: 'x' } },
      400,
    ],
  ])('changes nothing when %s', async (_why, answer, status) => {
    const before = await installation();
    slack.setAnswer('oauth.v2.access', answer);
    expect((await install()).status).toBe(status);
    expect(await installation()).toEqual(before);
  });

  test('changes nothing when the person declines', async () => {
    const { state, cookie } = await begin();
    expect(await comeBack({ state, error: 'access_denied' }, cookie)).toMatchObject({
      status: 400,
      text: expect.stringContaining('told no'),
    });
  });
});

describe('a workspace that takes PushIn off', () => {
  test.each([
    ['app_uninstalled', () => tell({ type: 'app_uninstalled' })],
    ['tokens_revoked', () => tell({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } })],
  ])(
    'by %s is off, its token wiped, what waited let go; installed again it goes on',
    async (reason, takeOff) => {
      await install();
      await queueOne();
      expect((await takeOff()).status).toBe(200);
      await adapter.stop();
      expect(await installation()).toMatchObject({ sealed_token: null, off_reason: reason });
      expect(await isServed()).toBe(false);
      expect((await queued()).every(({ state }) => state === 'cancelled')).toBe(true);
      expect(await adapter.messenger.send(address, card, 'k')).toEqual({
        kind: 'unreachable',
        reason: 'not_installed',
      });
      await install();
      expect(await isServed()).toBe(true);
      expect(await adapter.messenger.send(address, card, 'k')).toMatchObject({ kind: 'sent' });
    },
  );

  test.each(['token_revoked', 'account_inactive', 'invalid_auth', 'app_uninstalled'])(
    'is off when a send finds out: %s',
    async (error) => {
      await install();
      await queueOne();
      slack.setAnswer('conversations.open', { ok: false, error });
      await adapter.messenger.send({ ...address, conversation: {} }, card, 'k');
      await adapter.stop();
      expect(await installation()).toMatchObject({ sealed_token: null, off_reason: error });
      expect((await queued()).every(({ state }) => state === 'cancelled')).toBe(true);
    },
  );

  test('gives nobody their closed account back when it installs again', async () => {
    await install();
    await queueOne();
    const organizationId = (await organizationOfTeam(store.db, 'T7')) ?? '';
    const reachable = () =>
      withOrganization(store.db, organizationId, (trx) =>
        trx
          .selectFrom('addresses')
          .select('user_id')
          .where('reachable', '=', true)
          .orderBy('user_id')
          .execute(),
      );
    const [closed, ...others] = await reachable();
    await withOrganization(store.db, organizationId, (trx) =>
      closeAddress(trx, { ...address, userId: closed?.user_id ?? '' }, now),
    );
    await install();
    expect(await reachable()).toEqual(others);
  });

  test('is not one where only a person took their own token back', async () => {
    await install();
    expect((await tell({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } })).status).toBe(200);
    expect(await installation()).toMatchObject({ off_at: null });
  });
});

test('after a new key came first in the ring, every token is sealed with it, and the old key can go', async () => {
  await install();
  const ring = [{ id: 'k2', secret: randomBytes(32) }, ...keys];
  const lines: string[] = [];
  const operator = {
    args: [],
    now,
    ask: async () => undefined,
    out: (line: string) => void lines.push(line),
    err: (line: string) => void lines.push(line),
    withDatabase: <T>(work: (db: TestDatabase['db']) => Promise<T>) => work(store.db),
  };
  expect(await runReseal(ring)(operator)).toBe(true);
  expect(await runReseal(ring)(operator)).toBe(true);
  expect(lines).toEqual([
    expect.stringMatching(/^1 token sealed anew with “k2”/),
    expect.stringMatching(/^0 tokens/),
  ]);
  const rotated = createWorkspaces({
    db: store.db,
    seal: createSeal(ring.slice(0, 1)),
    clock: { now: () => now },
  });
  expect(await rotated.tokenOf('T7', async () => undefined)).toBe(token);
  expect(await runReseal([])(operator)).toBe(false);
});
