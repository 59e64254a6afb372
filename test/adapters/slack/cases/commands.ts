import { expect, test } from '@jest/globals';
import { cardSaying, fullCard, fullForm } from '../cards.ts';
import { fresh, signedCommand } from '../signed.ts';
import { type SlackWorld, team } from '../slack-world.ts';

/** What `/pushin …` does. */
export const commandCases = (there: () => SlackWorld): void => {
  const command = (text: string, changes: Record<string, string> = {}) =>
    there().post(
      signedCommand({
        text,
        user_id: there().teacher,
        trigger_id: fresh('trigger'),
        response_url: there().responseUrl(),
        ...changes,
      }),
    );

  test('reaches the core as words of a person, in private, under its trigger', async () => {
    await there().post(signedCommand());
    expect(there().heard).toEqual([
      {
        dedupeKey: `${team}:1000000000001.2000000000001.0123456789abcdef0123456789abcdef`,
        from: { platform: 'slack', tenantId: team, userId: 'U0THERAPIST', conversation: {} },
        inPrivate: true,
        event: { kind: 'words', text: 'ask <@U0TEACHER> Tuesday 10' },
      },
    ]);
  });

  test('is answered in the acknowledgment, to this person alone', async () => {
    there().answers(async () => ({ kind: 'card', card: fullCard }));
    const { status, json } = await command('schedule');
    expect(status).toBe(200);
    expect(json).toMatchObject({ response_type: 'ephemeral', text: 'A time for Room 12' });
    expect(there().calls).toEqual([]);
  });

  test('that needs no answer gets none', async () => {
    expect(await command('help')).toMatchObject({ status: 200, text: '' });
  });

  test('that opens a form shows it at once, waiting, and fills it when it is known', async () => {
    let lookUp = (): void => {};
    there().answers(async () => {
      await new Promise<void>((resolve) => {
        lookUp = resolve;
      });
      return { kind: 'form', form: fullForm };
    });
    const posted = command('pair', { trigger_id: await there().trigger() });
    await opened(there());
    expect(there().calls).toMatchObject([
      {
        method: 'views.open',
        params: { view: { title: { text: 'Pair with a teacher' } } },
        answer: { ok: true },
      },
    ]);
    lookUp();
    expect(await posted).toMatchObject({ status: 200, text: '' });
    await there().settled();
    expect(there().calls[1]).toMatchObject({
      method: 'views.update',
      params: { view: { submit: { text: 'Invite' }, callback_id: 'pushin.form' } },
      answer: { ok: true },
    });
  });

  test('that was to open a form but has something to say shows that in the dialog', async () => {
    there().answers(async () => ({ kind: 'card', card: cardSaying('You are paired already') }));
    await command('pair', { trigger_id: await there().trigger() });
    await there().settled();
    expect(there().calls.map((call) => call.method)).toEqual(['views.open', 'views.update']);
    expect(JSON.stringify(there().calls[1]?.params)).toContain('You are paired already');
  });

  test('that turns out to open a form opens it', async () => {
    there().answers(async () => ({ kind: 'form', form: fullForm }));
    await command('routine', { trigger_id: await there().trigger() });
    await there().settled();
    expect(there().calls).toMatchObject([{ method: 'views.open', answer: { ok: true } }]);
  });

  test('whose trigger is used up offers a button that opens the form', async () => {
    there().answers(async () => ({ kind: 'form', form: fullForm }));
    await command('pair');
    await there().settled();
    expect(there().calls).toMatchObject([{ method: 'views.open', answer: { error: 'invalid_trigger_id' } }]);
    expect(there().whispers).toMatchObject([
      { response_type: 'ephemeral', replace_original: false, text: 'Pair with a teacher' },
    ]);
    expect(JSON.stringify(there().whispers)).toContain('words.again#0');
  });

  test('during trouble says so in a sentence, and tells nobody what was typed', async () => {
    there().answers(async () => {
      throw new Error('gone: canary words');
    });
    const { status, json } = await command('week canary');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('nothing was changed'),
    });
    expect(there().logged).toEqual([expect.stringContaining('error slack_receive_failed')]);
    expect(there().logged.join()).not.toContain('canary');
  });

  test('of another name is answered, not heard', async () => {
    const { json } = await command('x', { command: '/somethingelse' });
    expect(json).toMatchObject({ text: expect.stringContaining('older version') });
    expect(there().heard).toEqual([]);
  });

  test('keeps Slack’s NUL bytes away from the database', async () => {
    await command('week\u0000');
    expect(there().heard[0]?.event).toEqual({ kind: 'words', text: 'week' });
  });
};

/** Resolves once the first dialog was opened. */
const opened = async (world: SlackWorld): Promise<void> => {
  while (!world.calls.some((call) => call.method === 'views.open')) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};
