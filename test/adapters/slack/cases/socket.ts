import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createSlackAdapter } from '../../../../adapters/slack/index.ts';
import { silentLog } from '../../../setup/silent-log.ts';
import { cardSaying } from '../cards.ts';
import { sample } from '../signed.ts';

/** As much of RFC 6455 as Socket Mode needs here: text out, unmasked; text in, masked. */
const handshake = (key: string): string =>
  createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');

/** The opcode that ends a connection. */
const closing = 8;

const textFrame = (value: unknown): Buffer => {
  const payload = Buffer.from(JSON.stringify(value));
  const head = Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([payload.length < 126 ? Buffer.from([0x81, payload.length]) : head, payload]);
};

const textsIn = function* (received: Buffer): Generator<string> {
  let at = 0;
  while (at + 2 <= received.length) {
    const short = (received[at + 1] ?? 0) & 0x7f;
    const size = short === 126 ? received.readUInt16BE(at + 2) : short;
    const mask = at + (short === 126 ? 4 : 2);
    const data = mask + 4;
    if (data + size > received.length) return;
    const plain = received
      .subarray(data, data + size)
      .map((byte, i) => byte ^ (received[mask + (i % 4)] ?? 0));
    if (((received[at] ?? 0) & 0x0f) === 1) yield Buffer.from(plain).toString();
    at = data + size;
  }
};

/** A Slack that is called by the app instead of calling it. */
const socketSlack = async () => {
  const sockets: Duplex[] = [];
  let received = Buffer.alloc(0);
  const server = createServer((_request, response) => {
    const { port } = server.address() as AddressInfo;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/link` }));
  });
  server.on('upgrade', (request, socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (((chunk[0] ?? 0) & 0x0f) === closing) socket.end(Buffer.from([0x80 | closing, 0]));
    });
    const accept = handshake(String(request.headers['sec-websocket-key']));
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.write(textFrame({ type: 'hello', num_connections: 1 }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    async ask(envelope: { envelope_id: string; type: string; payload: unknown }): Promise<unknown> {
      const [socket] = sockets;
      if (socket === undefined) throw new Error('nobody is connected');
      socket.write(textFrame({ accepts_response_payload: true, ...envelope }));
      for (;;) {
        const answers = [...textsIn(received)].map((text) => JSON.parse(text) as { envelope_id?: string });
        const answer = answers.find(({ envelope_id }) => envelope_id === envelope.envelope_id);
        if (answer !== undefined) return answer;
        await once(socket, 'data');
      }
    },
    async close() {
      await Promise.all(sockets.map((socket) => socket.closed || once(socket, 'close')));
      server.closeAllConnections();
      server.close();
    },
  };
};

/** Socket Mode, for development. */
export const socketCases = (): void => {
  test('no path is served: the app calls Slack, and answers commands all the same', async () => {
    const slack = await socketSlack();
    const adapter = createSlackAdapter({
      receive: async () => ({ kind: 'card', card: cardSaying('Your week') }),
      settings: { signingSecret: 's', botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: slack.apiUrl },
      log: silentLog,
    });
    expect(adapter.routes).toEqual([]);
    try {
      await adapter.start();
      const command = { envelope_id: 'e1', type: 'slash_commands', payload: sample('command') };
      expect(await slack.ask(command)).toMatchObject({
        payload: { response_type: 'ephemeral', text: 'Your week' },
      });
    } finally {
      await adapter.stop();
      await slack.close();
    }
  });
};
