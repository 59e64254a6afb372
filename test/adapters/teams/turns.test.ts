import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answeredAsideText, fromGroupText, writeToMeAsideText } from '../../../src/core/wording/aside.ts';
import { alreadyText } from '../../../src/core/wording/repeat.ts';
import { openFormLabel, outdatedCard, slowCard, troubleCard } from '../../../src/core/wording/trouble.ts';
import type { Answer, Inbound } from '../../../src/ports/inbound.ts';
import { adaptiveCardSchema } from './adaptive-card-schema.ts';
import { type Bot, startBot } from './bot.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { type Raw, sample } from './samples.ts';
import { card, cardIn, dialogIn, form } from './turn-fixtures.ts';

let teams: FakeTeams;
let bot: Bot;
beforeAll(async () => {
  teams = await startFakeTeams();
  bot = await startBot(teams);
});
beforeEach(() => {
  teams.reset();
  bot.reset();
});
afterAll(async () => {
  await bot.close();
  await teams.close();
});

const tapped = '1789386130001';
const personal = 'a:1hQvR2mK8xY4cJt6Wn0bZpLsDfGeUaIo3TqXyVrNwMjBk';
const calls = (): string[] => teams.calls.map(({ method, path }) => `${method} ${path}`);
const posts = `POST /${personal}/activities`;
const puts = `PUT /${personal}/activities/${tapped}`;
const answerTo =
  (event: Partial<Inbound['event']>, answer: Answer, otherwise: Answer) => async (inbound: Inbound) =>
    Object.entries(event).every(([name, value]) => inbound.event[name as 'kind'] === value)
      ? answer
      : otherwise;

describe('words', () => {
  test('are answered with a card in the chat, whose summary is the push line', async () => {
    bot.answer({ kind: 'card', card: card('Writing until 10:40') });
    expect(await bot.tell(sample('message-personal'))).toMatchObject({ status: 200, text: '' });
    expect(calls()).toEqual([posts]);
    expect(cardIn(teams.calls[0])).toContain('Writing until 10:40');
    expect(teams.calls[0]?.body['summary']).toBe('You have a question');
    expect(teams.calls[0]?.authorization).toMatch(/^Bearer token-\d+$/);
  });

  test('that ask for a form are answered with a button that opens it by the same words', async () => {
    bot.answer({ kind: 'form', form });
    await bot.tell(sample('message-personal', { text: 'pair' }));
    const opener = cardIn(teams.calls[0]);
    expect(opener).toContain(openFormLabel);
    expect(opener).toContain('"words":"pair","msteams":{"type":"task/fetch"}');
    await bot.tell(sample('task-fetch', { value: { data: { words: 'pair' } } }));
    expect(bot.heard.at(-1)?.event).toEqual({ kind: 'words', text: 'pair' });
  });

  test('in a channel are answered in the asker’s own chat, and the channel reads only that', async () => {
    bot.answer({ kind: 'card', card: card('K. and Otter together') });
    await bot.tell(sample('message-channel'));
    const [opened, aside, answer] = teams.calls;
    expect(opened).toMatchObject({ path: '', body: { isGroup: false } });
    expect(aside?.path).toMatch(/^\/19:b3c9e1f07a524d6d8e2f@thread/);
    expect(aside?.body).toEqual({ type: 'message', text: answeredAsideText });
    expect(cardIn(answer)).toContain('Otter');
    expect(answer?.body['text']).toBe(fromGroupText);
  });

  test('in a channel get no answer there even when no chat can be opened', async () => {
    teams.conduct((call, response, next) =>
      call.path === '' ? void response.writeHead(403).end('{}') : next(),
    );
    bot.answer({ kind: 'card', card: card('K. and Otter together') });
    await bot.tell(sample('message-channel'));
    expect(JSON.stringify(teams.calls)).not.toContain('Otter');
    expect(teams.calls.at(-1)?.body).toEqual({ type: 'message', text: writeToMeAsideText });
  });

  test('that only the bot was shown are answered so that only the sender sees it', async () => {
    bot.answer({ kind: 'card', card: card('Here') });
    const raw = sample('message-channel');
    await bot.tell({ ...raw, recipient: { ...(raw['recipient'] as Raw), isTargeted: true } });
    expect(calls()).toEqual([expect.stringMatching(/activities\?isTargetedActivity=true$/)]);
    expect(teams.calls[0]?.body['recipient']).toEqual({ id: (raw['from'] as Raw)['id'] });
  });
});

describe('a tap', () => {
  test('on a new client is answered with the changed card, and the message is changed too', async () => {
    bot.answer({ kind: 'replace', card: card('Thank you') });
    const { body } = await bot.tell(sample('card-execute'));
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(adaptiveCardSchema.parse(body?.['value']))).toContain('Thank you');
    expect(calls()).toEqual([puts]);
    expect(cardIn(teams.calls[0])).toContain('Thank you');
  });

  test('on an old client changes the message', async () => {
    bot.answer({ kind: 'replace', card: card('Thank you') });
    expect(await bot.tell(sample('card-submit'))).toMatchObject({ status: 200, text: '' });
    expect(calls()).toEqual([puts]);
  });

  test('that the core has had already is told so', async () => {
    const { body } = await bot.tell(sample('card-execute'));
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: alreadyText });
    expect(calls()).toEqual([]);
  });

  test('that is answered with words of its own leaves the tapped card alone', async () => {
    bot.answer({ kind: 'card', card: card('That was answered already') });
    const { body } = await bot.tell(sample('card-execute'));
    expect(body).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: 'You have a question',
    });
    expect(calls()).toEqual([posts]);
  });

  test.each([undefined, null, 7, {}, { action: {} }, { action: { data: { ref: 1 } } }])(
    'that carries %j is explained, and the core never hears of it',
    async (value) => {
      const { status, body } = await bot.tell(sample('card-execute', { value }));
      expect({ status, value: body?.['value'] }).toEqual({ status: 200, value: outdatedCard().push });
      expect(bot.heard).toEqual([]);
    },
  );
});

describe('a form', () => {
  test('opens as a dialog', async () => {
    bot.answer({ kind: 'form', form });
    const { body } = await bot.tell(sample('task-fetch'));
    expect(dialogIn(body)).toMatchObject({ type: 'continue', value: { title: 'Pair with a teacher' } });
    expect(JSON.stringify(adaptiveCardSchema.parse(dialogIn(body).value.card.content))).toContain(
      'Ms. Rivera',
    );
    expect(calls()).toEqual([]);
  });

  test('that is in order closes, and the answer is posted in the chat', async () => {
    bot.answer({ kind: 'card', card: card('Invited') });
    expect(await bot.tell(sample('task-submit'))).toMatchObject({ status: 200, text: '' });
    expect(bot.heard[0]?.event).toEqual({
      kind: 'submit',
      form: 'pair',
      ref: 'pair-3',
      values: { teacher: 'member-4', students: 'K., Otter', focus: ['fine-motor', 'sensory'] },
    });
    expect(calls()).toEqual([posts]);
  });

  test('opened from a card can change that card', async () => {
    bot.answer({ kind: 'replace', card: card('Invited') });
    await bot.tell(sample('task-submit'));
    expect(calls()).toEqual([puts]);
  });

  test('with faults stays open with everything typed and a sentence at each fault', async () => {
    const faults: Answer = { kind: 'faults', faults: { students: 'That looks like a full name.' } };
    bot.answer(answerTo({ kind: 'submit' }, faults, { kind: 'form', form }));
    const { body } = await bot.tell(sample('task-submit'));
    const content = adaptiveCardSchema.parse(dialogIn(body).value.card.content);
    expect(JSON.stringify(content)).toContain('That looks like a full name.');
    expect(content.body.filter((element) => 'id' in element)).toMatchObject([
      { id: 'teacher', value: 'member-4' },
      { id: 'students', value: 'K., Otter' },
      { id: 'focus', value: 'fine-motor,sensory' },
    ]);
    expect(new Set(bot.heard.map(({ dedupeKey }) => dedupeKey)).size).toBe(2);
  });

  test('corrected and sent again is a new act; the same one sent twice is not', async () => {
    bot.answer(answerTo({ kind: 'submit' }, { kind: 'faults', faults: {} }, { kind: 'form', form }));
    const first = await bot.tell(sample('task-submit', { id: 'f:1' }));
    await bot.tell(sample('task-submit', { id: 'f:2' }));
    const again = adaptiveCardSchema.parse(dialogIn(first.body).value.card.content).actions?.[0]?.data as Raw;
    await bot.tell(sample('task-submit', { id: 'f:3', value: { data: again } }));
    const keys = bot.heard.filter(({ event }) => event.kind === 'submit').map(({ dedupeKey }) => dedupeKey);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  test('that brings words with buttons shows the words at once, and the buttons in the chat', async () => {
    const toTry = { ...card('To try'), parts: [{ kind: 'text' as const, text: 'Slant the page' }] };
    bot.answer({ kind: 'card', card: toTry });
    const { body } = await bot.tell(sample('task-fetch'));
    expect(dialogIn(body).value).toContain('Slant the page');
    expect(dialogIn(body).value).toContain('The buttons are in our chat.');
    expect(calls()).toHaveLength(1);
  });

  test('whose reason is gone says so instead of opening', async () => {
    bot.answer({ kind: 'card', card: { ...card('That question is settled.'), actions: [] } });
    const { body } = await bot.tell(sample('task-fetch'));
    expect(dialogIn(body)).toEqual({ type: 'message', value: 'That question is settled.' });
    expect(calls()).toEqual([]);
  });

  test.each(['task-fetch', 'task-submit'] as const)(
    '%s with data nobody wrote is explained',
    async (name) => {
      const { status } = await bot.tell(sample(name, { value: { data: { pushin: 'x' } } }));
      expect(status).toBe(200);
      expect(bot.heard).toEqual([]);
    },
  );
});

describe('being added', () => {
  test('is one hello, however Teams tells it', async () => {
    await bot.tell(sample('installation-add'));
    await bot.tell(sample('bot-added'));
    expect(bot.heard.map(({ event }) => event.kind)).toEqual(['hello', 'hello']);
    expect(new Set(bot.heard.map(({ dedupeKey }) => dedupeKey)).size).toBe(1);
  });

  test.each([
    ['an upgrade', sample('installation-add', { action: 'add-upgrade' })],
    ['a removal', sample('installation-add', { action: 'remove' })],
    ['somebody else who joins', sample('bot-added', { membersAdded: [{ id: '29:other' }] })],
    ['a reaction', sample('reaction')],
    ['typing', sample('reaction', { type: 'typing' })],
    ['an event nobody knows', sample('reaction', { type: 'event', name: 'new/thing' })],
    ['a request nobody knows', sample('card-execute', { name: 'composeExtension/query' })],
  ])('%s is taken note of with 200 and nothing else', async (_name, raw) => {
    expect(await bot.tell(raw)).toMatchObject({ status: 200, text: '' });
    expect(bot.heard).toEqual([]);
    expect(calls()).toEqual([]);
  });
});

describe('when something of ours is broken', () => {
  const broken = async (): Promise<Answer> => {
    throw new Error('Dana Okafor said something private');
  };
  test('words are answered with the sentence that says so', async () => {
    bot.answer(broken);
    expect((await bot.tell(sample('message-personal'))).status).toBe(200);
    expect(cardIn(teams.calls[0])).toContain('nothing was changed');
  });

  test.each(['card-execute', 'task-fetch', 'task-submit'] as const)(
    '%s is too, and stays for another try',
    async (name) => {
      bot.answer(broken);
      const { status, text } = await bot.tell(sample(name));
      expect(status).toBe(200);
      expect(text).toContain(troubleCard().push);
      expect(calls()).toEqual([]);
    },
  );

  test('the log says where it broke and quotes nobody', async () => {
    bot.answer(broken);
    await bot.tell(sample('message-personal'));
    expect(bot.logged.join()).toContain('teams-turn-failed');
    expect(bot.logged.join()).not.toContain('Dana');
  });

  test('a card we cannot draw ends in that sentence too', async () => {
    const action = { name: 'x', label: 'x', ref: '' };
    bot.answer({ kind: 'card', card: { ...card(''), actions: Array.from({ length: 7 }, () => action) } });
    await bot.tell(sample('message-personal'));
    expect(cardIn(teams.calls[0])).toContain('nothing was changed');
  });

  test('an answer Teams does not take is logged, and the request is still answered', async () => {
    teams.conduct((_call, response) => response.writeHead(429).end());
    bot.answer({ kind: 'card', card: card('Hello') });
    expect((await bot.tell(sample('message-personal'))).status).toBe(200);
    expect(teams.calls).toHaveLength(1);
    expect(bot.logged.join()).toContain('teams-answer-not-sent');
  });
});

describe('when the answer takes long', () => {
  /** The core thinks until it is told to go on. */
  const thinking = (answerFor: (inbound: Inbound) => Answer) => {
    let go = (): void => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    bot.answer(async (inbound) => {
      await gate;
      return answerFor(inbound);
    });
    return go;
  };
  const done = { kind: 'replace', card: card('Done') } as const;

  test('a message is told to wait, and the waiting card becomes the answer', async () => {
    const go = thinking(() => ({ kind: 'card', card: card('Here it is') }));
    expect((await bot.tell(sample('message-personal'))).status).toBe(200);
    expect(cardIn(teams.calls[0])).toContain(slowCard().push);
    go();
    expect(cardIn(await teams.saw(({ method }) => method === 'PUT'))).toContain('Here it is');
    await bot.adapter.stop();
    expect(teams.calls).toHaveLength(2);
  });

  test('a waiting card whose answer stands elsewhere is taken away', async () => {
    const go = thinking(() => done);
    await bot.tell(sample('card-submit'));
    go();
    await teams.saw(({ method }) => method === 'DELETE');
    expect(calls()).toEqual([posts, puts, expect.stringMatching(/^DELETE /)]);
  });

  test('a tap and a dialog are told to wait where they are, and the chat gets what comes of them', async () => {
    const go = thinking(({ event }) =>
      event.kind === 'tap' && event.action === 'pair.open' ? { kind: 'form', form } : done,
    );
    const [tap, dialog] = await Promise.all([
      bot.tell(sample('card-execute')),
      bot.tell(sample('task-fetch')),
    ]);
    expect(tap.body?.['value']).toBe(slowCard().push);
    expect(dialogIn(dialog.body).value).toBe(slowCard().push);
    expect(calls()).toEqual([]);
    go();
    expect(cardIn(await teams.saw(({ method }) => method === 'PUT'))).toContain('Done');
    expect(cardIn(await teams.saw(({ method }) => method === 'POST'))).toContain(openFormLabel);
  });
});
