import { createPublicKey, createVerify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createKeys } from '../../../adapters/playground/small-teams/keys.ts';
import { createTokens } from '../../../adapters/playground/small-teams/tokens.ts';
import { grade2 } from './stub/seats.ts';
import { type Stub, startStub } from './stub/start.ts';
import { ofSeat } from './stub/state.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the token the bot buys', () => {
  const tokens = () => createTokens({ appId: 'app', appPassword: 'secret' });
  const form = (more = {}) => new URLSearchParams({ grant_type: 'client_credentials', ...more });
  const bearer = (token: unknown) => ({ headers: { authorization: `Bearer ${String(token)}` } }) as never;

  test('is given for id and password, in the form or by Basic, and opens the connector', () => {
    const office = tokens();
    const basic = `Basic ${Buffer.from('app:secret').toString('base64')}`;
    for (const { status, body } of [
      office.issue(form({ client_id: 'app', client_secret: 'secret' }), undefined),
      office.issue(form(), basic),
    ]) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
      expect(office.admits(bearer(body['access_token']))).toBe(true);
    }
  });

  test.each([
    [{ client_id: 'app', client_secret: 'guess' }, 401],
    [{ client_id: 'other', client_secret: 'secret' }, 401],
    [{}, 401],
    [{ grant_type: 'password', client_id: 'app', client_secret: 'secret' }, 400],
  ])('is not given for %j', (more, status) => {
    expect(tokens().issue(form(more), undefined)).toMatchObject({ status });
  });

  test('ends after an hour', () => {
    const office = tokens();
    const { body } = office.issue(form({ client_id: 'app', client_secret: 'secret' }), undefined);
    const later = Date.now() + 3_600_001;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    expect(office.admits(bearer(body['access_token']))).toBe(false);
  });

  test('is neither guessed nor empty', () => {
    expect(tokens().admits(bearer('x'))).toBe(false);
    expect(tokens().admits({ headers: {} } as never)).toBe(false);
  });
});

describe('the token Teams sends along', () => {
  test('is signed by the published key and says to whom and from which service', async () => {
    const keys = createKeys({ appId: 'app' });
    const token = await keys.sign('http://127.0.0.1/playground/teams');
    const [head = '', claims = '', signature = ''] = token.split('.');
    const { keys: published } = (await keys.jwks()) as { keys: { kid: string; endorsements: string[] }[] };
    const key = createPublicKey({ key: published[0] as never, format: 'jwk' });
    expect(createVerify('RSA-SHA256').update(`${head}.${claims}`).verify(key, signature, 'base64url')).toBe(
      true,
    );
    const read = (part: string) =>
      JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
    expect(read(head)).toEqual({ alg: 'RS256', typ: 'JWT', kid: published[0]?.kid });
    expect(read(claims)).toMatchObject({
      iss: 'https://api.botframework.com',
      aud: 'app',
      serviceurl: 'http://127.0.0.1/playground/teams',
    });
    expect(published[0]?.endorsements).toEqual(['msteams']);
    expect(published[0]).not.toHaveProperty('d');
  });
});

describe('answers of the bot that are no card', () => {
  let stub: Stub;
  beforeEach(async () => {
    stub = await startStub();
    await stub.act('say', { seat: grade2.id, text: 'hi' });
  });
  afterEach(async () => {
    await stub.stop();
    expect(stub.faults).toEqual([]);
  });

  const state = () => ofSeat(stub, grade2.id);
  const tap = async (data: object, type = 'Action.Execute') =>
    stub.act('teams/tap', { seat: grade2.id, message: (await state()).messages.at(-1)?.id, type, data });

  test('a sentence appears below, the card stays', async () => {
    stub.answer('/api/messages', {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Too late.',
    });
    expect((await tap({})).body).toEqual({ ok: true });
    expect((await state()).messages.slice(1)).toMatchObject([
      { by: 'bot', edited: false, card: { body: [{}, {}, {}] } },
      { by: 'platform', text: 'Too late.' },
    ]);
  });

  test('an error is told, the card stays', async () => {
    stub.answer('/api/messages', { statusCode: 400, type: 'application/vnd.microsoft.error', value: {} });
    expect((await tap({})).body).toMatchObject({ ok: false });
    expect((await state()).messages).toHaveLength(2);
  });

  test('a dialog that cannot be fetched does not open', async () => {
    stub.refuse('/api/messages');
    expect((await tap({ msteams: { type: 'task/fetch' } }, 'Action.Submit')).body).toMatchObject({
      ok: false,
    });
    expect((await state()).dialog).toBeUndefined();
  });

  test('an empty answer closes the dialog', async () => {
    await tap({ msteams: { type: 'task/fetch' } }, 'Action.Submit');
    stub.answer('/api/messages', {});
    await stub.act('teams/submit', { seat: grade2.id, data: { words: 'x' } });
    expect((await state()).dialog).toBeUndefined();
    expect((await stub.act('teams/submit', { seat: grade2.id, data: {} })).body).toMatchObject({ ok: false });
  });

  test('an installation the bot could not take is told again next time', async () => {
    stub.refuse('/api/messages');
    await stub.act('open', { seat: grade2.id });
    const before = stub.received.length;
    await stub.act('open', { seat: grade2.id });
    expect(stub.received.slice(before)).toMatchObject([
      { type: 'installationUpdate' },
      { type: 'conversationUpdate' },
    ]);
  });

  test('typing is taken and not shown, a message can be taken back', async () => {
    const chat = `/v3/conversations/${encodeURIComponent(`a:${grade2.id}`)}/activities`;
    expect(await stub.teams('POST', chat, { type: 'typing' })).toMatchObject({ status: 201 });
    const { body } = await stub.teams('POST', chat, { type: 'message', text: 'Oops' });
    expect(await stub.teams('DELETE', `${chat}/${String(body['id'])}`)).toMatchObject({ status: 200 });
    expect((await state()).messages).toHaveLength(2);
  });
});
