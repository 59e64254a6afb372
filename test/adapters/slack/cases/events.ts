import { expect, test } from '@jest/globals';
import { cardSaying, fullCard, fullForm } from '../cards.ts';
import { fresh, signedEvent } from '../signed.ts';
import { type SlackWorld, team } from '../slack-world.ts';

type Changes = Readonly<Record<string, unknown>>;

/** Direct messages, mentions and the home page. */
export const eventCases = (there: () => SlackWorld): void => {
  const message = (event: Changes = {}, headers: Record<string, string> = {}) =>
    there().post(
      signedEvent(
        'message',
        { event_id: fresh('Ev'), event: { user: there().teacher, channel: there().dm, ...event } },
        headers,
      ),
    );
  const fails = async (): Promise<never> => {
    throw new Error('the database is gone');
  };

  test('a direct message reaches the core as words, with the conversation to answer in', async () => {
    await there().post(signedEvent('message'));
    expect(there().heard).toEqual([
      {
        dedupeKey: `${team}:Ev0MESSAGE1`,
        from: {
          platform: 'slack',
          tenantId: team,
          userId: 'U0TEACHER',
          conversation: { channel: 'D0TEACHERDM' },
        },
        inPrivate: true,
        event: { kind: 'words', text: 'writing til 10:40' },
      },
    ]);
  });

  test('a direct message is answered in that conversation, where Slack accepts it', async () => {
    there().answers(async () => ({ kind: 'card', card: fullCard }));
    expect((await message()).status).toBe(200);
    await there().settled();
    expect(there().calls).toMatchObject([
      { method: 'chat.postMessage', params: { channel: there().dm }, answer: { ok: true } },
    ]);
  });

  test('words that need a form are answered with a button that opens it', async () => {
    there().answers(async () => ({ kind: 'form', form: fullForm }));
    await message({ text: 'pair' });
    await there().settled();
    const [post] = there().calls;
    expect(JSON.stringify(post?.params['blocks'])).toContain('words.again#0');
    expect(JSON.stringify(post?.params['blocks'])).toContain('\\"value\\":\\"pair\\"');
  });

  test.each([
    ['the bot’s own', { user: 'U0PUSHINBOT' }],
    ['another bot’s', { bot_id: 'B0OTHER' }],
    ['an edit', { subtype: 'message_changed' }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['a channel message', { channel_type: 'channel' }],
    ['a group message', { channel_type: 'mpim' }],
  ])('%s is not meant for PushIn', async (_what, event) => {
    expect((await message(event)).status).toBe(200);
    expect(there().heard).toEqual([]);
  });

  test('an event that comes again keeps its key, so the core can tell', async () => {
    const again = signedEvent(
      'message',
      {},
      { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
    );
    await there().post(signedEvent('message'));
    await there().post(again);
    const [first, second] = there().heard;
    expect(second?.dedupeKey).toBe(first?.dedupeKey);
  });

  test('while the core fails, Slack is told to come again, and the person hears it once', async () => {
    there().answers(fails);
    expect((await message()).status).toBe(503);
    expect((await message({}, { 'x-slack-retry-num': '1' })).status).toBe(503);
    await there().settled();
    expect(there().calls).toMatchObject([
      { method: 'chat.postMessage', params: { text: expect.stringContaining('nothing was changed') } },
    ]);
  });

  test('a person of another organization, in a shared channel, is told who PushIn is for, and not heard', async () => {
    await message({ team: 'T0OTHER', user_team: 'T0OTHER' });
    await there().settled();
    expect(there().heard).toEqual([]);
    expect(JSON.stringify(there().calls)).toContain('only work with the staff');
  });

  test('a mention is heard without the bot’s own name, and as something others can read', async () => {
    await there().post(signedEvent('mention'));
    expect(there().heard).toMatchObject([
      {
        inPrivate: false,
        from: { userId: 'U0THERAPIST', conversation: {} },
        event: { kind: 'words', text: 'what is <@U0TEACHER> doing Tuesday at 10?' },
      },
    ]);
  });

  const mention = (channel: string) =>
    there().post(
      signedEvent('mention', { event_id: fresh('Ev'), event: { user: there().teacher, channel } }),
    );

  test('a mention is answered to that person alone', async () => {
    const { channels } = (await there().api('conversations.list', {})) as {
      channels: { id: string; name: string }[];
    };
    const channel = channels.find(({ name }) => name === 'staff-room')?.id ?? '';
    await there().api('conversations.join', { channel });
    there().answers(async () => ({ kind: 'card', card: cardSaying('Writing') }));
    await mention(channel);
    await there().settled();
    expect(there().calls).toMatchObject([
      { method: 'chat.postEphemeral', params: { channel, user: there().teacher }, answer: { ok: true } },
    ]);
  });

  test('a mention in a channel the bot cannot write to is answered in a direct message', async () => {
    there().answers(async () => ({ kind: 'card', card: cardSaying('Writing') }));
    await mention('C0ELSEWHERE');
    await there().settled();
    expect(there().calls.map((call) => [call.method, call.answer['ok']])).toEqual([
      ['chat.postEphemeral', false],
      ['conversations.open', true],
      ['chat.postMessage', true],
    ]);
  });

  const home = (event: Changes = {}) =>
    there().post(signedEvent('home', { event_id: fresh('Ev'), event: { user: there().teacher, ...event } }));

  test('opening the home page asks the core for it and publishes it', async () => {
    there().answers(async () => ({ kind: 'card', card: fullCard }));
    expect((await home()).status).toBe(200);
    await there().settled();
    expect(there().heard).toMatchObject([{ event: { kind: 'home' }, from: { userId: there().teacher } }]);
    expect(there().calls).toMatchObject([
      {
        method: 'views.publish',
        params: { user_id: there().teacher, view: { type: 'home' } },
        answer: { ok: true },
      },
    ]);
  });

  test('the messages tab is no home page', async () => {
    await home({ tab: 'messages' });
    expect(there().heard).toEqual([]);
  });
};
