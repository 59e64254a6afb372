import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { grade2, speech } from './stub/seats.ts';
import { type Stub, startStub } from './stub/start.ts';
import { ofSeat } from './stub/state.ts';
import { cardMessage, question } from './stub/teams-bot.ts';

let stub: Stub;
beforeEach(async () => {
  stub = await startStub();
});
afterEach(async () => {
  await stub.stop();
  expect(stub.faults).toEqual([]);
});

const say = (text: string) => stub.act('say', { seat: grade2.id, text });
const state = () => ofSeat(stub, grade2.id);
const last = <T>(list: readonly T[]): T => list.at(-1) as T;
const asked = async () => {
  await say('hi');
  return last((await state()).messages).id;
};
const tap = (message: string, type: string, data: object) =>
  stub.act('teams/tap', { seat: grade2.id, message, type, data, verb: 'ask.answer' });

describe('what a person on the small Teams does', () => {
  test('sitting down for the first time installs the app, once', async () => {
    await stub.act('open', { seat: grade2.id });
    await stub.act('open', { seat: grade2.id });
    expect(stub.received.map(({ type }) => type)).toEqual(['installationUpdate', 'conversationUpdate']);
    expect(stub.received[0]).toMatchObject({ action: 'add' });
    expect(stub.received[1]).toMatchObject({ membersAdded: [{ id: `28:${stub.secrets.appId}` }] });
  });

  test('words arrive as an activity that says who, where and by which service, with a token that matches', async () => {
    await say('tell @Joel Tan');
    expect(last(stub.received)).toMatchObject({
      type: 'message',
      text: 'tell <at>Joel Tan</at>',
      channelId: 'msteams',
      serviceUrl: `${stub.url}/playground/teams`,
      from: { id: `29:${grade2.id}`, aadObjectId: grade2.id, name: 'Ms. Rivera' },
      conversation: { conversationType: 'personal', tenantId: stub.secrets.tenantId },
      channelData: { tenant: { id: stub.secrets.tenantId } },
      entities: [
        { type: 'clientInfo', timezone: 'America/New_York' },
        { type: 'mention', mentioned: { name: 'Joel Tan' } },
      ],
    });
  });

  test('the answer is shown with the line a notification would show', async () => {
    await say('hi');
    expect((await state()).messages).toMatchObject([
      { by: 'person', text: 'hi' },
      { by: 'bot', push: 'A question about Tuesday', card: { type: 'AdaptiveCard' } },
    ]);
  });

  test('an executed action is answered with the card that takes the place of the old one', async () => {
    const message = await asked();
    await tap(message, 'Action.Execute', { value: 'writing' });
    expect(last(stub.received)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message,
      value: {
        action: { type: 'Action.Execute', verb: 'ask.answer', data: { value: 'writing' } },
        trigger: 'manual',
      },
    });
    expect(last((await state()).messages)).toMatchObject({
      id: message,
      card: { body: [{ text: 'Thank you. **Writing** it is.' }] },
    });
  });

  test('a submitted action is a message without words', async () => {
    const message = await asked();
    await tap(message, 'Action.Submit', { value: 'later' });
    expect(last(stub.received)).toMatchObject({
      type: 'message',
      value: { value: 'later' },
      replyToId: message,
    });
    expect(last(stub.received)).not.toHaveProperty('text');
    expect(last((await state()).messages)).toMatchObject({ id: message, push: 'Later', edited: true });
  });

  test('a dialog is fetched, filled in, answered and closed', async () => {
    const message = await asked();
    await tap(message, 'Action.Submit', { msteams: { type: 'task/fetch' }, form: 'answer' });
    expect(last(stub.received)).toMatchObject({ name: 'task/fetch', value: { data: { form: 'answer' } } });
    expect((await state()).dialog).toMatchObject({ title: 'Something else', card: { type: 'AdaptiveCard' } });
    await stub.act('teams/submit', { seat: grade2.id, data: { words: 'Music', days: 'tue,thu' } });
    expect(last(stub.received)).toMatchObject({ name: 'task/submit', value: { data: { words: 'Music' } } });
    expect((await state()).dialog).toMatchObject({ text: 'Noted: Music on tue,thu' });
    await stub.act('teams/dismiss', { seat: grade2.id });
    expect((await state()).dialog).toBeUndefined();
  });

  test('a bot that fails is said to be unreachable', async () => {
    stub.refuse('/api/messages');
    expect((await say('hi')).body).toMatchObject({ ok: false });
    expect(last((await state()).messages)).toMatchObject({ by: 'platform' });
  });
});

describe('the connector', () => {
  const chat = encodeURIComponent(`a:${speech.id}`);

  test('a chat begun by the bot is the one the person sees, and its messages can change', async () => {
    const begun = await stub.teams('POST', '/v3/conversations', {
      members: [{ id: `29:${speech.id}` }],
      isGroup: false,
    });
    expect(begun).toMatchObject({ status: 201, body: { id: `a:${speech.id}` } });
    const sent = await stub.teams(
      'POST',
      `/v3/conversations/${chat}/activities`,
      cardMessage(question, 'Asked'),
    );
    const path = `/v3/conversations/${chat}/activities/${String(sent.body['id'])}`;
    expect(await stub.teams('PUT', path, { type: 'message', text: 'Never mind' })).toMatchObject({
      status: 200,
    });
    const { messages } = await ofSeat(stub, speech.id);
    expect(messages).toMatchObject([{ by: 'bot', text: 'Never mind', edited: true }]);
    expect(messages[0]).not.toHaveProperty('card');
  });

  test('a member is described by either id', async () => {
    for (const id of [`29:${speech.id}`, speech.id]) {
      const { body } = await stub.teams('GET', `/v3/conversations/${chat}/members/${encodeURIComponent(id)}`);
      expect(body).toMatchObject({
        id: `29:${speech.id}`,
        aadObjectId: speech.id,
        name: 'Joel Tan',
        userRole: 'user',
      });
    }
  });

  test.each([
    [
      'POST',
      '/v3/conversations/a:nobody/activities',
      { type: 'message', text: 'x' },
      404,
      'ConversationNotFound',
    ],
    ['POST', '/v3/conversations/%zz/activities', { type: 'message', text: 'x' }, 404, 'ConversationNotFound'],
    ['POST', '/v3/conversations', { members: [{ id: '29:nobody' }] }, 403, 'BotNotInConversationRoster'],
    ['POST', `/v3/conversations/${chat}/activities`, { type: 'message' }, 400, 'BadSyntax'],
    [
      'PUT',
      `/v3/conversations/${chat}/activities/1`,
      { type: 'message', text: 'x' },
      404,
      'ActivityNotFoundInConversation',
    ],
    ['GET', `/v3/conversations/${chat}/members/29:nobody`, undefined, 404, 'MemberNotFoundInConversation'],
  ])('%s %s %j answers %i %s… %s', async (method, path, content, status, code) => {
    expect(await stub.teams(method, path, content)).toMatchObject({ status, body: { error: { code } } });
  });

  test('nobody without a token gets in, and no token without the password', async () => {
    const post = (path: string, body: string, headers: Record<string, string>) =>
      fetch(`${stub.url}/playground/teams${path}`, { method: 'POST', body, headers });
    const json = { 'content-type': 'application/json' };
    const sent = await post(`/v3/conversations/${chat}/activities`, '{"type":"message","text":"x"}', json);
    expect(sent.status).toBe(401);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const wrong = `grant_type=client_credentials&client_id=${stub.secrets.appId}&client_secret=guess`;
    expect((await post('/token', wrong, form)).status).toBe(401);
    expect((await ofSeat(stub, speech.id)).messages).toEqual([]);
  });
});
