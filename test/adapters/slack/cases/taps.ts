import { expect, test } from '@jest/globals';
import { encodeTap } from '../../../../adapters/slack/tap-code.ts';
import { cardSaying, fullForm } from '../cards.ts';
import { fresh, signedInteraction } from '../signed.ts';
import { type SlackWorld, team } from '../slack-world.ts';

type Changes = Readonly<Record<string, unknown>>;

const buttonOf = (name: string, changes: { value?: string; opensForm?: true } = {}): Changes => ({
  type: 'button',
  action_id: `${name}#0`,
  value: encodeTap({ name, ref: 'ask-1', label: 'Not sent', ...changes }),
  text: { type: 'plain_text', text: 'Pair', emoji: false },
  action_ts: '1795420805.100000',
});

/** What tapping a button does. */
export const tapCases = (there: () => SlackWorld): void => {
  const tap = (changes: Changes = {}) =>
    there().post(
      signedInteraction('tap', {
        user: { id: there().teacher },
        trigger_id: fresh('trigger'),
        response_url: there().responseUrl(),
        ...changes,
      }),
    );
  const inDm = async (): Promise<Changes> => {
    const posted = await there().api('chat.postMessage', { channel: there().dm, text: 'asked' });
    return { container: { channel_id: there().dm, message_ts: posted['ts'] } };
  };
  const ephemeral: Changes = { container: { channel_id: 'C0STAFFROOM', is_ephemeral: true } };

  test('reaches the core with what the button carries and the card it stands on', async () => {
    await there().post(signedInteraction('tap'));
    expect(there().heard).toEqual([
      {
        dedupeKey: `${team}:1000000000002.2000000000001.0123456789abcdef0123456789abcdef`,
        from: {
          platform: 'slack',
          tenantId: team,
          userId: 'U0TEACHER',
          conversation: { channel: 'D0TEACHERDM' },
        },
        inPrivate: true,
        event: {
          kind: 'tap',
          action: 'ask.answer',
          ref: 'ask-1',
          value: 'writing',
          version: 3,
          message: { team, channel: 'D0TEACHERDM', ts: '1795420800.000100' },
        },
      },
    ]);
  });

  test('changes the tapped card in place', async () => {
    there().answers(async () => ({ kind: 'replace', card: cardSaying('Writing it is') }));
    const at = await inDm();
    expect(await tap(at)).toMatchObject({ status: 200, text: '' });
    await there().settled();
    expect(there().calls).toMatchObject([
      { method: 'chat.update', params: { channel: there().dm, text: 'Writing it is' }, answer: { ok: true } },
    ]);
  });

  test('on a card that is gone is answered anew', async () => {
    there().answers(async () => ({ kind: 'replace', card: cardSaying('Writing it is') }));
    await tap({ container: { channel_id: there().dm, message_ts: '1.000001' } });
    await there().settled();
    expect(there().calls).toMatchObject([
      { method: 'chat.update', answer: { error: 'message_not_found' } },
      { method: 'chat.postMessage', params: { channel: there().dm }, answer: { ok: true } },
    ]);
  });

  test('on a card shown to one person alone has no message to keep, and replaces it by its response address', async () => {
    there().answers(async () => ({ kind: 'replace', card: cardSaying('Asked') }));
    await tap(ephemeral);
    await there().settled();
    expect(there().heard[0]).toMatchObject({ inPrivate: true, from: { conversation: {} } });
    expect(there().heard[0]?.event).not.toHaveProperty('message');
    expect(there().whispers).toMatchObject([{ replace_original: true, text: 'Asked' }]);
    expect(there().calls).toEqual([]);
  });

  test.each([
    ['spent', () => there().responseUrl('spent')],
    ['not Slack’s', () => 'http://127.0.0.1:9/hooks/good'],
    ['inside our network', () => 'http://169.254.169.254/latest'],
  ])('with a response address that is %s is answered in a direct message', async (_what, url) => {
    there().answers(async () => ({ kind: 'replace', card: cardSaying('Asked') }));
    await tap({ ...ephemeral, response_url: url() });
    await there().settled();
    expect(there().whispers).toEqual([]);
    expect(there().calls.map((call) => call.method)).toContain('chat.postMessage');
  });

  test('in a channel is answered to that person alone', async () => {
    there().answers(async () => ({ kind: 'card', card: cardSaying('Not yours') }));
    await tap({ container: { channel_id: 'C0STAFFROOM' } });
    await there().settled();
    expect(there().heard[0]).toMatchObject({ inPrivate: false });
    expect(there().whispers).toMatchObject([{ replace_original: false, text: 'Not yours' }]);
  });

  test('on the home page is answered in a direct message', async () => {
    there().answers(async () => ({ kind: 'card', card: cardSaying('Done') }));
    await tap({ container: { type: 'view', channel_id: undefined }, response_url: undefined });
    await there().settled();
    expect(there().calls.at(-1)).toMatchObject({ method: 'chat.postMessage', answer: { ok: true } });
  });

  test('that opens a form opens it under the button’s label, then fills it', async () => {
    there().answers(async () => ({ kind: 'form', form: fullForm }));
    await tap({ trigger_id: await there().trigger(), actions: [buttonOf('pair', { opensForm: true })] });
    await there().settled();
    expect(there().calls).toMatchObject([
      { method: 'views.open', params: { view: { title: { text: 'Pair' } } }, answer: { ok: true } },
      { method: 'views.update', params: { view: { submit: { text: 'Invite' } } }, answer: { ok: true } },
    ]);
  });

  test('that was to open a form on a card now outdated changes the card and says so in the dialog', async () => {
    there().answers(async () => ({ kind: 'replace', card: cardSaying('Already agreed') }));
    const opener = buttonOf('pair', { opensForm: true });
    await tap({ ...(await inDm()), trigger_id: await there().trigger(), actions: [opener] });
    await there().settled();
    expect(
      there()
        .calls.map((call) => call.method)
        .sort(),
    ).toEqual(['chat.update', 'views.open', 'views.update']);
  });

  test('on "Open" says the words again, with a trigger this time', async () => {
    there().answers(async () => ({ kind: 'form', form: fullForm }));
    const again = buttonOf('words.again', { value: 'pair', opensForm: true });
    await tap({ trigger_id: await there().trigger(), actions: [again] });
    await there().settled();
    expect(there().heard).toMatchObject([{ event: { kind: 'words', text: 'pair' } }]);
    expect(there().calls.map((call) => call.method)).toEqual(['views.open', 'views.update']);
  });

  test.each([
    ['without a value', { type: 'button', action_id: 'old' }],
    ['with a value of another version', { type: 'button', action_id: 'old#0', value: 'v1|yes' }],
    ['of another kind', { type: 'static_select', action_id: 'pick', selected_option: { value: 'x' } }],
  ])('on something %s explains instead of acting', async (_what, action) => {
    expect((await tap({ ...(await inDm()), actions: [action] })).status).toBe(200);
    await there().settled();
    expect(there().heard).toEqual([]);
    expect(there().calls).toMatchObject([
      { method: 'chat.postMessage', params: { text: expect.stringContaining('older version') } },
    ]);
  });

  test('on a link is acknowledged and nothing more', async () => {
    const link = { type: 'button', action_id: 'docs', url: 'https://example.org' };
    expect(await tap({ actions: [link] })).toMatchObject({ status: 200, text: '' });
    await there().settled();
    expect([there().heard, there().calls, there().whispers]).toEqual([[], [], []]);
  });

  test.each([
    ['another workspace', { team_id: 'T0OTHER' }],
    ['outside, as a guest', { is_restricted: true }],
  ])('by somebody from %s is answered, not heard', async (_who, who) => {
    await tap({ ...ephemeral, user: { id: there().teacher, ...who } });
    await there().settled();
    expect(there().heard).toEqual([]);
    expect(there().whispers).toMatchObject([{ text: expect.stringContaining('only work with the staff') }]);
  });

  test('during trouble says so to the person and leaves the card', async () => {
    there().answers(async () => {
      throw new Error('gone');
    });
    expect((await tap(await inDm())).status).toBe(200);
    await there().settled();
    expect(there().calls).toMatchObject([
      { method: 'chat.postMessage', params: { text: expect.stringContaining('nothing was changed') } },
    ]);
  });
};
