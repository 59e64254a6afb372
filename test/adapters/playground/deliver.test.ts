import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDelivery, isAccepted } from '../../../adapters/playground/deliver.ts';
import { ot } from './stub/seats.ts';
import { startStub } from './stub/start.ts';

const warned: unknown[] = [];
const log = { info: () => undefined, warn: (fields: object) => warned.push(fields), error: () => undefined };
const server = createServer((request, response) => {
  if (request.url === '/never') return;
  response.writeHead(request.url === '/away' ? 302 : 201, { location: 'http://127.0.0.1:9/' }).end('said');
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const send = (path: string, patience = 5_000, delivery = createDelivery({ botUrl: () => url, log })) =>
  delivery.post({ path, headers: {}, body: '{}', patience });

describe('carrying a request to the bot', () => {
  test('brings back what it answered', async () => {
    const reply = await send('/');
    expect(reply).toEqual({ status: 201, body: 'said' });
    expect(isAccepted(reply)).toBe(true);
  });

  test('follows nobody elsewhere', async () => {
    expect(isAccepted(await send('/away'))).toBe(false);
  });

  test('gives up after the patience of the platform, and notes only where', async () => {
    expect(await send('/never', 30)).toEqual({ status: 0, body: '' });
    expect(warned).toContainEqual({ path: '/never' });
  });

  test('gives up at once when the playground closes', async () => {
    const delivery = createDelivery({ botUrl: () => url, log });
    const waiting = send('/never', 60_000, delivery);
    delivery.close();
    expect(await waiting).toEqual({ status: 0, body: '' });
  });

  test('a bot that is not there is no answer either', async () => {
    const delivery = createDelivery({ botUrl: () => 'http://127.0.0.1:1', log });
    expect(await send('/', 1_000, delivery)).toEqual({ status: 0, body: '' });
  });
});

test('a command without an answer is shown as Slack shows it', async () => {
  const stub = await startStub();
  stub.ignore('/slack/events');
  const asked = stub.act('say', { seat: ot.id, text: '/pushin week' });
  const { body } = await asked;
  expect(body).toEqual({ ok: false, error: '/pushin failed with the error “operation_timeout”.' });
  await stub.stop();
});
