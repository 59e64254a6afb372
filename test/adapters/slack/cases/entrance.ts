import { afterEach, expect, jest, test } from '@jest/globals';
import { fc } from '../../../setup/properties.ts';
import { sample, signed, signedCommand, signedEvent, signedInteraction } from '../signed.ts';
import type { SlackWorld } from '../slack-world.ts';

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
const commandBody = () => signedCommand().body as string;

/** From the signing to the reading of what is signed, on a whole second. */
const holdTime = () => jest.spyOn(Date, 'now').mockReturnValue(Math.floor(Date.now() / 1000) * 1000);

/** What comes in, and what doesn't. */
export const entranceCases = (there: () => SlackWorld): void => {
  const eventBody = JSON.stringify(sample('message'));
  afterEach(() => void jest.restoreAllMocks());
  const without = (header: string) => {
    const request = signed(form, commandBody());
    return { ...request, headers: { ...request.headers, [header]: '' } };
  };

  test.each([
    ['a wrong secret', () => signed(form, commandBody(), { secret: 'another' })],
    ['no signature', () => without('x-slack-signature')],
    ['no timestamp', () => without('x-slack-request-timestamp')],
    ['an age of 301 s', () => signed(form, commandBody(), { ageSeconds: 301 })],
    ['an age of ten years', () => signed(json, eventBody, { ageSeconds: 315_360_000 })],
    ['a date 301 s ahead', () => signed(form, commandBody(), { ageSeconds: -301 })],
    ['a date ten years ahead', () => signed(json, eventBody, { ageSeconds: -315_360_000 })],
    [
      'the timestamp Infinity',
      () => signed(form, commandBody(), { headers: { 'x-slack-request-timestamp': 'Infinity' } }),
    ],
    [
      'the timestamp NaN',
      () => signed(form, commandBody(), { headers: { 'x-slack-request-timestamp': 'NaN' } }),
    ],
    [
      'one altered byte',
      () => ({ ...signed(json, eventBody), body: eventBody.replace('writing', 'Writing') }),
    ],
    [
      'a signature of another version',
      () => signed(json, eventBody, { headers: { 'x-slack-signature': 'v1=00' } }),
    ],
  ])('%s is refused with a bare 401', async (_what, request) => {
    holdTime();
    expect(await there().post(request())).toEqual({ status: 401, text: '', json: undefined });
    expect(there().heard).toEqual([]);
    expect(there().logged).toEqual([]);
  });

  test('a signature sent twice is refused', async () => {
    const { headers, body } = signed(form, commandBody());
    const twice = `${headers['x-slack-signature']}, ${headers['x-slack-signature']}`;
    expect((await there().post({ headers: { ...headers, 'x-slack-signature': twice }, body })).status).toBe(
      401,
    );
  });

  test.each([
    ['300 s old', 300],
    ['300 s ahead', -300],
  ])('a signature %s is good', async (_when, ageSeconds) => {
    holdTime();
    expect((await there().post(signed(form, commandBody(), { ageSeconds }))).status).toBe(200);
    expect(there().heard).toHaveLength(1);
  });

  test.each([
    [`${form};charset=UTF-8`, commandBody()],
    [`${form}; charset=utf-8`, commandBody()],
    [`${json}; charset=utf-8`, eventBody],
    ['Application/JSON', eventBody],
  ])('the content type %s is understood', async (contentType, body) => {
    expect((await there().post(signed(contentType, body))).status).toBe(200);
    expect(there().heard).toHaveLength(1);
  });

  test.each([
    ['null', signed(json, 'null')],
    ['an array', signed(json, '[]')],
    ['a number', signed(json, '1')],
    ['broken JSON', signed(json, '{"type":')],
    ['bytes that are no UTF-8', signed(json, new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))],
    ['a payload that is null', signed(form, 'payload=null')],
    ['an unknown type', signed(json, '{"type":"surprise"}')],
    ['no type', signed(json, '{}')],
    ['an event that is null', signed(json, '{"type":"event_callback","event":null}')],
    ['another content type', signed('text/plain', '{}')],
  ])('%s, well signed, is malformed: 400', async (_what, request) => {
    expect(await there().post(request)).toMatchObject({ status: 400, text: '' });
  });

  test('257 KB are too big, signed or not', async () => {
    const big = `{"a":"${'x'.repeat(257 * 1024)}"}`;
    expect((await there().post(signed(json, big))).status).toBe(413);
    expect((await there().post(signed(json, big, { secret: 'another' }))).status).toBe(413);
  });

  test('the address is confirmed with the challenge, when Slack signed it', async () => {
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'c-1', token: 't' });
    expect((await there().post(signed(json, challenge))).json).toEqual({ challenge: 'c-1' });
    expect((await there().post(signed(json, challenge, { secret: 'another' }))).status).toBe(401);
  });

  test('an event nobody listens for is taken', async () => {
    expect((await there().post(signedEvent('message', { event: { type: 'team_join' } }))).status).toBe(200);
    expect(there().heard).toEqual([]);
  });

  test('a warning that Slack holds events back is taken and logged', async () => {
    const warning = JSON.stringify({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 });
    expect((await there().post(signed(json, warning))).status).toBe(200);
    expect(there().logged).toEqual(['warn slack_events_rate_limited {"team":"T1"}']);
  });

  test.each(['shortcut', 'message_action'])('a %s of another version is answered', async (type) => {
    const request = signedInteraction('tap', {
      type,
      callback_id: 'old',
      actions: undefined,
      response_url: there().responseUrl(),
    });
    expect((await there().post(request)).status).toBe(200);
    await there().settled();
    expect(there().whispers).toMatchObject([{ text: expect.stringContaining('older version') }]);
  });

  test.each(['block_suggestion', 'view_closed'])('a %s is acknowledged', async (type) => {
    const name = type === 'view_closed' ? 'submit' : 'tap';
    expect(
      (await there().post(signedInteraction(name, { type, action_id: 'x', block_id: 'y' }))).status,
    ).toBe(200);
  });

  test('no well-signed payload, however wrong, crashes it, gets a 5xx or waits for Slack to give up', async () => {
    const samples = ['command', 'message', 'mention', 'home', 'tap', 'submit'].map((name) => sample(name));
    const paths = samples.flatMap((body) => leavesOf(body).map((path) => ({ body, path })));
    const hostile = fc.tuple(
      fc.constantFrom(...paths),
      fc.oneof(fc.constantFrom(null, 0, true, [], {}, '', '\u0000'), fc.jsonValue()),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async ([{ body, path }, value]) => {
        const { status } = await there().post(signed(json, JSON.stringify(withLeaf(body, path, value))));
        expect(status).toBeLessThan(500);
        expect(status).not.toBe(404);
      }),
      { numRuns: 300 },
    );
    await there().settled();
  });
};

type Path = readonly string[];

const leavesOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key]))]
    : [path];

const withLeaf = (value: unknown, [key, ...rest]: Path, leaf: unknown): unknown => {
  if (key === undefined) return leaf;
  const copy = Array.isArray(value) ? [...value] : { ...(value as Record<string, unknown>) };
  return Object.assign(copy, { [key]: withLeaf((value as Record<string, unknown>)[key], rest, leaf) });
};
