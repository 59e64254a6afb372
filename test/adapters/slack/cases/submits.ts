import { expect, test } from '@jest/globals';
import { cardSaying, fullForm } from '../cards.ts';
import { signedInteraction } from '../signed.ts';
import type { SlackWorld } from '../slack-world.ts';

type Changes = Readonly<Record<string, unknown>>;

/** What sending off a form does. */
export const submitCases = (there: () => SlackWorld): void => {
  const submit = (changes: Changes = {}) =>
    there().post(signedInteraction('submit', { user: { id: there().teacher }, ...changes }));

  test('reaches the core with everything that was filled in', async () => {
    await submit();
    expect(there().heard).toMatchObject([
      {
        inPrivate: true,
        from: { userId: there().teacher },
        event: {
          kind: 'submit',
          form: 'pair',
          ref: '',
          values: {
            teacher: 'member-1',
            aliases: 'K., Otter',
            focus: ['fine-motor', 'attention'],
            from: '2026-11-24',
            at: '10:00',
            note: '',
          },
        },
      },
    ]);
  });

  test('sent twice has one key; mended after a fault it has another, though Slack’s hash stays', async () => {
    const mended = { view: { state: { values: { aliases: { aliases: { value: 'K.' } } } } } };
    await submit();
    await submit();
    await submit(mended);
    const keys = there().heard.map((inbound) => inbound.dedupeKey);
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toBe(keys[1]);
  });

  test('closes and answers in a direct message', async () => {
    there().answers(async () => ({ kind: 'card', card: cardSaying('Invited') }));
    expect(await submit()).toMatchObject({ status: 200, text: '' });
    await there().settled();
    expect(there().calls.at(-1)).toMatchObject({ method: 'chat.postMessage', params: { text: 'Invited' } });
  });

  test('with faults stays open, each sentence at its field', async () => {
    there().answers(async () => ({ kind: 'faults', faults: { aliases: 'That looks like a full name.' } }));
    expect((await submit()).json).toEqual({
      response_action: 'errors',
      errors: { aliases: 'That looks like a full name.' },
    });
  });

  test('with a fault that concerns no field shows it at the first one', async () => {
    there().answers(async () => ({ kind: 'faults', faults: { nowhere: 'One.', teacher: 'Two.' } }));
    expect((await submit()).json).toEqual({ response_action: 'errors', errors: { teacher: 'One. Two.' } });
  });

  test('can lead to the next form', async () => {
    there().answers(async () => ({ kind: 'form', form: fullForm }));
    expect((await submit()).json).toMatchObject({
      response_action: 'update',
      view: { submit: { text: 'Invite' } },
    });
  });

  test('during trouble stays open with everything typed, and says so', async () => {
    there().answers(async () => {
      throw new Error('gone');
    });
    expect((await submit()).json).toEqual({
      response_action: 'errors',
      errors: { teacher: expect.stringContaining('nothing was changed') },
    });
  });

  test.each([
    ['another version', { view: { callback_id: 'old' } }],
    ['broken metadata', { view: { private_metadata: '{' } }],
  ])('of %s explains instead of acting', async (_what, changes) => {
    expect(JSON.stringify((await submit(changes)).json)).toContain('older version');
    expect(there().heard).toEqual([]);
  });

  test('by a stranger is not heard', async () => {
    const answer = await submit({ user: { id: there().teacher, team_id: 'T0OTHER' } });
    expect(JSON.stringify(answer.json)).toContain('only work with the staff');
    expect(there().heard).toEqual([]);
  });
};
