import { describe, expect, test } from '@jest/globals';
import { listen } from '../../../adapters/teams/listen.ts';
import { wordsOf } from '../../../adapters/teams/mentions.ts';
import { parsedSample, type Raw, sample, tenantId } from './samples.ts';

const heard = (...[name, changes]: Parameters<typeof sample>) => listen(parsedSample(name, changes));
const inbound = (...args: Parameters<typeof sample>) => heard(...args)?.inbound;
const keyOf = (...args: Parameters<typeof sample>) => inbound(...args)?.dedupeKey;
const bot = sample('message-personal')['recipient'] as Raw;
const self = { type: 'mention', text: '<at>PushIn</at>', mentioned: { id: bot['id'] } };
const other = (text?: string) => ({ type: 'mention', text, mentioned: { id: '29:p', name: 'Priya' } });

describe('what was said', () => {
  test.each([
    ['the bot’s name is left out', '<at>PushIn</at> week', [self], 'week'],
    [
      'line ends and hard blanks around a mention go',
      '\r\n<at>PushIn</at>&nbsp;week\u00a0\r\n',
      [self],
      'week',
    ],
    [
      'other people stand by their id',
      '<at>PushIn</at> ask <at>Priya</at> 10',
      [self, other('<at>Priya</at>')],
      'ask <@29:p> 10',
    ],
    ['a mention without its own text is found by its name', 'ask <at>Priya</at>', [other()], 'ask <@29:p>'],
    [
      'two people of one name stay two',
      '<at>P</at> <at>P</at>',
      [other('<at>P</at>'), { ...other('<at>P</at>'), mentioned: { id: '29:q' } }],
      '<@29:p> <@29:q>',
    ],
    ['a mention nobody explains is only its words', 'ask <at>Somebody</at>', [], 'ask Somebody'],
    [
      'a dollar in a name stays a dollar',
      'ask <at>$& Co</at>',
      [{ ...other('<at>$& Co</at>') }],
      'ask <@29:p>',
    ],
    ['lines stay lines', 'one\r\ntwo', [], 'one\ntwo'],
    ['no text at all is empty', null, null, ''],
  ])('%s', (_name, text, entities, expected) => {
    expect(wordsOf(parsedSample('message-personal', { text, entities }))).toBe(expected);
  });
});

describe('who said it, and where', () => {
  test('a chat of two is private, and the way to reach the writer', () => {
    expect(inbound('message-personal')).toMatchObject({
      inPrivate: true,
      from: {
        platform: 'teams',
        tenantId,
        userId: expect.stringMatching(/^29:/),
        conversation: {
          serviceUrl: `https://smba.trafficmanager.net/amer/${tenantId}/`,
          conversationId: expect.stringMatching(/^a:/),
        },
      },
    });
  });

  test('a channel is neither', () => {
    const said = inbound('message-channel');
    expect(said?.inPrivate).toBe(false);
    expect(said?.from.conversation).not.toHaveProperty('conversationId');
  });

  test('a group chat is not private', () => {
    const conversation = { id: '19:group', conversationType: 'groupChat', isGroup: true, tenantId };
    expect(inbound('message-personal', { conversation })?.inPrivate).toBe(false);
  });

  test('what only the bot was shown is private, yet the channel is no way to reach anybody', () => {
    const said = inbound('message-channel', { recipient: { ...bot, isTargeted: true } });
    expect(said?.inPrivate).toBe(true);
    expect(said?.from.conversation).not.toHaveProperty('conversationId');
  });

  test('the bot does not listen to itself', () => {
    expect(heard('message-personal', { from: bot })).toBeUndefined();
  });
});

describe('a tap', () => {
  const event = {
    kind: 'tap',
    action: 'ask.answer',
    ref: 'ask-7',
    value: 'writing',
    version: 2,
    message: {
      activityId: '1789386130001',
      conversationId: expect.any(String),
      serviceUrl: expect.any(String),
    },
  };
  test.each(['card-execute', 'card-submit'] as const)(
    '%s says what was tapped, and on which message',
    (name) => {
      expect(inbound(name)?.event).toEqual(event);
    },
  );

  test('sent again under another id is the same act', () => {
    expect(keyOf('card-execute', { id: 'f:again' })).toBe(keyOf('card-execute'));
    expect(keyOf('card-submit')).toBe(keyOf('card-execute'));
  });

  test('on a button that only shows something is a new act each time', () => {
    const value = { action: 'week.show', ref: '' };
    expect(keyOf('card-submit', { value, id: 'f:again' })).not.toBe(keyOf('card-submit', { value }));
  });

  const data = { action: 'ask.answer', ref: 'ask-7', value: 'writing', version: 2 };
  test.each([
    ['person', { from: { id: '29:other' } }],
    ['card', { replyToId: '1789386130002' }],
    ['thing', { value: { ...data, ref: 'ask-8' } }],
    ['choice', { value: { ...data, value: 'math' } }],
    ['version', { value: { ...data, version: 3 } }],
    ['button', { value: { ...data, action: 'ask.skip' } }],
  ])('by or on another %s is another act', (_what, changes) => {
    expect(keyOf('card-submit', changes)).not.toBe(keyOf('card-submit'));
  });

  test('that says nothing of ours has no act in it', () => {
    expect(heard('card-submit', { value: { actionId: 'theirs' } })).toMatchObject({ inbound: undefined });
  });
});

describe('a message', () => {
  test('sent again is the same act, said again another', () => {
    expect(keyOf('message-personal')).toBe(keyOf('message-personal'));
    expect(keyOf('message-personal', { id: '2' })).not.toBe(keyOf('message-personal'));
  });

  test('with text and a value is words', () => {
    expect(inbound('card-submit', { text: 'week' })?.event).toEqual({ kind: 'words', text: 'week' });
  });

  test('with attachments only is words without any', () => {
    const changes = { text: null, attachments: [{ contentType: 'image/png' }] };
    expect(inbound('message-personal', changes)?.event).toEqual({ kind: 'words', text: '' });
  });
});

describe('a filled form', () => {
  const dialog = (filled: Raw) => {
    const { data } = sample('task-submit')['value'] as { data: Raw };
    return inbound('task-submit', { value: { data: { pushin: data['pushin'], ...filled } } })?.event;
  };
  test('has every field, the blank ones empty', () => {
    expect(dialog({})).toMatchObject({ values: { teacher: '', students: '', focus: [] } });
  });

  test('has no fields but its own', () => {
    expect(dialog({ admin: 'yes' })).not.toHaveProperty('values.admin');
  });

  test('keeps choices with commas in them apart', () => {
    expect(dialog({ focus: 'a%2Cb,50%25' })).toMatchObject({ values: { focus: ['a,b', '50%'] } });
  });
});
