import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Stub, startStub } from './stub/start.ts';

let stub: Stub;
beforeAll(async () => {
  stub = await startStub();
});
afterAll(() => stub.stop());

/** Unlike fetch, lets us lie about Host and Origin. */
const send = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number | undefined; headers: Record<string, unknown> }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(stub.url);
    const sending = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    });
    sending.on('error', reject);
    sending.end(body);
  });

const json = { 'content-type': 'application/json' };
const say = JSON.stringify({ seat: 'U0OT', text: 'hello' });

describe('who may use the playground', () => {
  test.each(['localhost:3000', '127.0.0.1', '[::1]:3000'])('a browser that calls it %s may', async (host) => {
    expect(await send('GET', '/', { host })).toMatchObject({ status: 200 });
  });

  test.each([
    'evil.example',
    'evil.example:3000',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'localhost@evil.example',
  ])('one that was led here by the name "%s" may not', async (host) => {
    expect((await send('GET', '/playground/api/place', { host })).status).toBe(403);
  });

  test.each([{ origin: 'http://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'a page of another site cannot speak for anybody: %j',
    async (header) => {
      expect((await send('POST', '/playground/api/say', { ...json, ...header }, say)).status).toBe(403);
    },
  );

  test('what a plain form could send is not read', async () => {
    expect((await send('POST', '/playground/api/say', { 'content-type': 'text/plain' }, say)).status).toBe(
      415,
    );
  });

  test.each([
    ['an unknown act', '/playground/api/dance', say],
    ['an inherited name', '/playground/api/constructor', say],
    ['somebody unknown', '/playground/api/say', '{"seat":"U0NOBODY","text":"x"}'],
    ['blank words', '/playground/api/say', '{"seat":"U0OT","text":"  "}'],
    ['no JSON', '/playground/api/say', '{oops'],
  ])('%s is answered with a 400', async (_, path, body) => {
    expect((await send('POST', path, json, body)).status).toBe(400);
  });

  test('more than a megabyte is not taken in', async () => {
    const answer = send('POST', '/playground/api/say', json, `"${'x'.repeat(1_100_000)}"`);
    await expect(answer.then(({ status }) => status)).resolves.toBe(413);
  });

  test('an unknown move of the clock leaves it where it is', async () => {
    const before = (await stub.place())['clock'];
    expect((await send('POST', '/playground/api/clock', json, '{"move":"year"}')).status).toBe(409);
    expect((await stub.place())['clock']).toEqual(before);
  });

  test('paths of the product are left to it', async () => {
    const probe = { url: '/healthz', headers: {}, socket: {} } as never;
    expect(await stub.playground.handle(probe, {} as never)).toBe(false);
  });

  test('the page may load nothing from anywhere else', async () => {
    const { headers } = await send('GET', '/', { host: 'localhost' });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  test.each([
    ['page.js', 'text/javascript'],
    ['page.css', 'text/css'],
  ])('%s comes from here and names no other place', async (file, type) => {
    const response = await fetch(`${stub.url}/playground/${file}`);
    expect(response.headers.get('content-type')).toContain(type);
    expect(await response.text()).not.toMatch(/(?:src|href)=["']?https?:|@import|url\(["']?http/);
  });

  test('nothing of all this reached the bot', () => {
    expect(stub.received).toEqual([]);
  });
});
