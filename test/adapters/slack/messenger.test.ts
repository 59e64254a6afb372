import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDirectory } from '../../../adapters/slack/directory.ts';
import { failureOf } from '../../../adapters/slack/errors.ts';
import { createMessenger } from '../../../adapters/slack/messenger.ts';
import { sdkLogger } from '../../../adapters/slack/sdk-logger.ts';
import { teamOf } from '../../../adapters/slack/team.ts';
import { createWeb } from '../../../adapters/slack/web.ts';
import type { Address } from '../../../src/core/people.ts';
import { messengerContract } from '../../contracts/messenger.ts';
import { cardSaying } from './cards.ts';
import { createMoodySlack, type MoodySlack } from './moody-slack.ts';

const logged: string[] = [];
const line = (fields: object, event: string) => void logged.push(`${event} ${JSON.stringify(fields)}`);
const logger = sdkLogger({ info: line, warn: line, error: line });

const messengerOf = (slack: MoodySlack) => {
  const deps = { tokenFor: async () => 'xoxb-1', apiUrl: slack.apiUrl, logger };
  return createMessenger({ web: createWeb(deps), quickWeb: createWeb(deps, 500) });
};
const known: Address = {
  platform: 'slack',
  tenantId: 'T1',
  userId: 'U1',
  conversation: { channel: 'D1' },
};

messengerContract('Slack', async () => {
  const slack = await createMoodySlack();
  return {
    messenger: messengerOf(slack),
    address: known,
    setMood: slack.setMood,
    calls: () => slack.calls('chat.postMessage').length + slack.calls('chat.update').length,
    standing: slack.standing,
    reset: slack.reset,
    close: slack.close,
  };
});

describe("Slack's messenger", () => {
  let slack: MoodySlack;
  beforeAll(async () => {
    slack = await createMoodySlack();
  });
  beforeEach(() => {
    slack.reset();
    logged.length = 0;
  });
  afterAll(() => slack.close());

  const stranger: Address = { ...known, conversation: {} };

  test('marks a message with its key and kind, and lets Slack read no markup in it', async () => {
    await messengerOf(slack).send(known, cardSaying('hi'), 'outbox-9');
    const [post] = slack.calls('chat.postMessage');
    expect(JSON.parse(post?.get('metadata') ?? '')).toEqual({
      event_type: 'pushin_card',
      event_payload: { key: 'outbox-9', kind: 'test' },
    });
    expect(post?.get('mrkdwn')).toBe('false');
    expect(slack.calls('conversations.open')).toEqual([]);
  });

  test('finds the conversation of somebody it never wrote to, once', async () => {
    slack.setAnswer('conversations.open', { ok: true, channel: { id: 'D7' } });
    const messenger = messengerOf(slack);
    expect(await messenger.send(stranger, cardSaying('one'), 'k1')).toMatchObject({
      kind: 'sent',
      message: { team: 'T1', channel: 'D7' },
    });
    await messenger.send(stranger, cardSaying('two'), 'k2');
    expect(slack.calls('conversations.open')).toHaveLength(1);
    expect(slack.calls('chat.postMessage').map((post) => post.get('channel'))).toEqual(['D7', 'D7']);
  });

  describe('looks for its own message', () => {
    const history = (...keys: string[]) => ({
      ok: true,
      messages: keys.map((key, nth) => ({
        ts: `17.${nth}`,
        metadata: { event_type: 'pushin_card', event_payload: { key, kind: 'test' } },
      })),
    });
    const find = () => messengerOf(slack).find(known, 'outbox-9', 1_795_420_000_000);

    test('by the key in its metadata, as far back as it may stand', async () => {
      slack.setAnswer('conversations.history', history('another', 'outbox-9'));
      expect(await find()).toEqual({ kind: 'found', message: { team: 'T1', channel: 'D1', ts: '17.1' } });
      const [look] = slack.calls('conversations.history');
      expect([look?.get('include_all_metadata'), look?.get('oldest')]).toEqual(['true', '1795420000']);
    });

    test('and says so when it is not there', async () => {
      slack.setAnswer('conversations.history', history('another'));
      expect(await find()).toEqual({ kind: 'absent' });
    });

    test.each([
      ['missing_scope', { kind: 'cannot-look', reason: 'missing_scope' }],
      ['channel_not_found', { kind: 'cannot-look', reason: 'channel_not_found' }],
      ['ratelimited', { kind: 'unknown', retryAfterSeconds: 60 }],
      ['internal_error', { kind: 'unknown' }],
    ])('and knows what %s means for that', async (error, found) => {
      slack.setAnswer('conversations.history', { ok: false, error });
      expect(await find()).toEqual(found);
    });
  });

  test('takes a twin of its own away', async () => {
    await messengerOf(slack).remove({ team: 'T1', channel: 'D1', ts: '17.1' });
    expect(slack.calls('chat.delete').map((call) => call.get('ts'))).toEqual(['17.1']);
  });

  test('refuses what it cannot draw, and sends nothing', async () => {
    const many = Array.from({ length: 60 }, () => ({ kind: 'text' as const, text: 'word' }));
    const delivery = await messengerOf(slack).send(known, { ...cardSaying('x'), parts: many }, 'k');
    expect(delivery).toEqual({ kind: 'refused', reason: 'card' });
    expect(slack.calls('chat.postMessage')).toEqual([]);
  });

  test('somebody who left cannot be reached, and nothing is posted', async () => {
    slack.setAnswer('conversations.open', { ok: false, error: 'user_disabled' });
    expect(await messengerOf(slack).send(stranger, cardSaying('one'), 'k1')).toEqual({
      kind: 'unreachable',
      reason: 'user_disabled',
    });
    expect(slack.calls('chat.postMessage')).toEqual([]);
  });

  test('a conversation that cannot be found now is tried again later: nothing was posted, so nothing is uncertain', async () => {
    slack.setAnswer('conversations.open', { ok: false, error: 'internal_error' });
    const delivery = await messengerOf(slack).send(stranger, cardSaying('one'), 'k1');
    expect(delivery).toEqual({ kind: 'rate-limited', retryAfterSeconds: 30 });
  });

  test('a ref of another platform is refused without a call', async () => {
    const delivery = await messengerOf(slack).edit({ activityId: '1' }, cardSaying('x'));
    expect(delivery.kind).toBe('refused');
    expect(slack.calls('chat.update')).toEqual([]);
  });

  test.each([
    ['token_revoked', 'rate-limited'],
    ['invalid_auth', 'rate-limited'],
    ['user_not_found', 'unreachable'],
    ['is_archived', 'unreachable'],
    ['channel_not_found', 'unreachable'],
    ['messages_tab_disabled', 'unreachable'],
    ['ratelimited', 'rate-limited'],
    ['fatal_error', 'uncertain'],
    ['msg_too_long', 'refused'],
    ['missing_scope', 'refused'],
  ])('an answer %s means %s', async (error, kind) => {
    slack.setAnswer('conversations.open', { ok: true, channel: { id: 'D7' } });
    slack.setAnswer('users.info', { ok: false, error });
    const web = createWeb({ tokenFor: async () => 'x', apiUrl: slack.apiUrl, logger });
    const thrown: unknown = await (await web('T1')).users
      .info({ user: 'U1' })
      .catch((reason: unknown) => reason);
    expect(failureOf(thrown).kind).toBe(kind);
  });

  test('an error that is none of Slack’s is a bug and stays thrown', () => {
    expect(() => failureOf(new TypeError('ours'))).toThrow('ours');
  });

  test('logs of the SDK never hold what was said', async () => {
    slack.setMood({ kind: 'server-error' });
    await messengerOf(slack).send(known, cardSaying('canary words'), 'k1');
    expect(logged.join('\n')).not.toContain('canary');
  });

  describe('the workspace', () => {
    const ask = () => teamOf(createWeb({ tokenFor: async () => 'xoxb-1', apiUrl: slack.apiUrl, logger }));

    test('is the one the token belongs to', async () => {
      slack.setAnswer('auth.test', { ok: true, team_id: 'T1' });
      expect(await ask()).toBe('T1');
    });

    test.each([
      ['refused', { ok: false, error: 'invalid_auth' }],
      ['of no workspace', { ok: true }],
    ])('with a token that is %s is a sentence to print', async (_what, answer) => {
      slack.setAnswer('auth.test', answer);
      await expect(ask()).rejects.toMatchObject({
        name: 'CannotStart',
        message: expect.stringContaining('SLACK_BOT_TOKEN'),
      });
    });
  });

  describe('the directory', () => {
    const directory = () => {
      const web = createWeb({ tokenFor: async () => 'x', apiUrl: slack.apiUrl, logger });
      return createDirectory(web, web);
    };
    const quiet = (answer: Record<string, unknown>) => {
      slack.setAnswer('dnd.info', { ok: true, ...answer });
      return directory().doNotDisturb({ platform: 'slack', tenantId: 'T1', userId: 'U1' });
    };

    test('tells when a person has asked Slack for quiet', async () => {
      const night = { next_dnd_start_ts: 1_796_000_400, next_dnd_end_ts: 1_796_036_400 };
      expect(await quiet({ dnd_enabled: true, ...night })).toEqual({
        start: 1_796_000_400_000,
        end: 1_796_036_400_000,
      });
      expect(await quiet({ dnd_enabled: false, ...night })).toBeUndefined();
    });

    const describePerson = (user: Record<string, unknown>) => {
      slack.setAnswer('users.info', { ok: true, user: { id: 'U1', team_id: 'T1', ...user } });
      return directory().describe({
        platform: 'slack',
        tenantId: 'T1',
        userId: 'U1',
      });
    };
    const rivera = {
      real_name: 'Ana Rivera',
      tz: 'America/New_York',
      profile: { display_name: 'Ms. Rivera' },
    };

    test('knows a colleague by the name she chose, and her zone', async () => {
      expect(await describePerson(rivera)).toEqual({ name: 'Ms. Rivera', zone: 'America/New_York' });
      expect(await describePerson({ ...rivera, profile: { display_name: '' } })).toMatchObject({
        name: 'Ana Rivera',
      });
    });

    test.each([
      ['somebody who left', { deleted: true }],
      ['a bot', { is_bot: true }],
      ['a person of another organization', { is_stranger: true }],
      ['a person of another workspace', { team_id: 'T2' }],
      ['a guest', { is_restricted: true }],
      ['a single-channel guest', { is_ultra_restricted: true }],
    ])('does not know %s', async (_who, changes) => {
      expect(await describePerson({ ...rivera, ...changes })).toBeUndefined();
    });

    test('does not know an id Slack does not know, but says when Slack cannot be asked', async () => {
      const ask = () =>
        directory().describe({
          platform: 'slack',
          tenantId: 'T1',
          userId: 'U9',
        });
      slack.setAnswer('users.info', { ok: false, error: 'user_not_found' });
      expect(await ask()).toBeUndefined();
      slack.setAnswer('users.info', { ok: false, error: 'internal_error' });
      await expect(ask()).rejects.toThrow('internal_error');
    });
  });
});
