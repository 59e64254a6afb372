import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { createSlackAdapter } from '../../../adapters/slack/index.ts';
import type { PlatformAdapter } from '../../../src/ports/adapter.ts';
import type { Inbound, Receive } from '../../../src/ports/inbound.ts';
import { messageSchema, viewSchema } from './block-kit.ts';
import { type Signed, signingSecret } from './signed.ts';

const botToken = 'xoxb-of-the-tests';
export const team = 'T000000001';

interface Call {
  readonly method: string;
  /** As Slack reads them: JSON fields decoded. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly answer: Record<string, unknown>;
}

interface Posted {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

/** PushIn's Slack adapter behind a real server, with the emulated Slack as its Web API. */
export interface SlackWorld {
  readonly adapter: PlatformAdapter;
  /** A teacher and a direct message with her, as the emulator knows them. */
  readonly teacher: string;
  readonly dm: string;
  readonly apiUrl: string;
  readonly heard: Inbound[];
  readonly calls: Call[];
  /** What was written to response addresses. */
  readonly whispers: Record<string, unknown>[];
  readonly logged: string[];
  readonly faults: string[];
  /** What the core answers from now on. */
  answers(receive: Receive): void;
  /** A response address; a spent one answers 404. */
  responseUrl(state?: 'good' | 'spent'): string;
  trigger(): Promise<string>;
  post(request: Signed): Promise<Posted>;
  /** Calls the Web API as the test's own. */
  api(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>>;
  settled(): Promise<void>;
  forget(): void;
  close(): Promise<void>;
}

const listening = async (listener: RequestListener): Promise<{ server: Server; url: string }> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const decoded = (body: string): Record<string, unknown> =>
  Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value,
    ]),
  );

const emulatedSlack = () =>
  createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        users: [{ name: 'rivera', real_name: 'Ms. Rivera', email: 'rivera@example.org' }],
        channels: [{ name: 'staff-room' }],
        oauth_apps: [
          {
            app_id: 'A0PUSHIN',
            client_id: '1.1',
            client_secret: 'not-used',
            name: 'PushIn',
            redirect_uris: [],
            scopes: ['chat:write', 'im:write', 'users:read'],
            bot_name: 'pushin',
          },
        ],
        tokens: [{ token: botToken, user: 'pushin', app_id: 'A0PUSHIN' }],
      },
    },
  });

export const createSlackWorld = async (): Promise<SlackWorld> => {
  const emulator = await emulatedSlack();
  const heard: Inbound[] = [];
  const calls: Call[] = [];
  const whispers: Record<string, unknown>[] = [];
  const logged: string[] = [];
  const faults: string[] = [];
  let receive: Receive = async () => ({ kind: 'none' });

  const check = (where: string, params: Record<string, unknown>): void => {
    const seen = [
      ...(params['blocks'] === undefined ? [] : [messageSchema.safeParse(params)]),
      ...(params['view'] === undefined ? [] : [viewSchema.safeParse(params['view'])]),
    ];
    for (const result of seen) {
      if (!result.success) faults.push(`${where}: ${result.error.message}`);
    }
  };

  const front = await listening(async (request, response) => {
    const body = await read(request);
    const [, room = '', name = ''] = (request.url ?? '').split('/');
    if (room === 'hooks') {
      const said = JSON.parse(body) as Record<string, unknown>;
      if (name === 'spent') return response.writeHead(404).end('used_url');
      check('response_url', said);
      whispers.push(said);
      return response.end('ok');
    }
    const forwarded = await fetch(`${emulator.url}${request.url}`, {
      method: 'POST',
      headers: {
        'content-type': request.headers['content-type'] ?? '',
        authorization: request.headers.authorization ?? '',
      },
      body,
    });
    const answer = (await forwarded.json()) as Record<string, unknown>;
    const params = decoded(body);
    check(name, params);
    calls.push({ method: name, params, answer });
    return response
      .writeHead(forwarded.status, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer));
  });

  const line = (level: string) => (fields: object, event: string) =>
    void logged.push(`${level} ${event} ${JSON.stringify(fields)}`);
  const adapter = createSlackAdapter({
    receive: (inbound) => {
      heard.push(inbound);
      return receive(inbound);
    },
    settings: { signingSecret, botToken, apiUrl: `${front.url}/api/` },
    log: { info: line('info'), warn: line('warn'), error: line('error') },
    // Looked up at each request, so that a test can hold the time.
    now: () => Date.now(),
  });
  const [route] = adapter.routes;
  const app = await listening((request, response) => void route?.handle(request, response));

  const api = async (method: string, params: Record<string, unknown>) => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const { user } = (await api('users.lookupByEmail', { email: 'rivera@example.org' })) as {
    user: { id: string };
  };
  const { channel } = (await api('conversations.open', { users: user.id })) as { channel: { id: string } };

  return {
    adapter,
    teacher: user.id,
    dm: channel.id,
    apiUrl: `${front.url}/api/`,
    heard,
    calls,
    whispers,
    logged,
    faults,
    api,
    answers(next) {
      receive = next;
    },
    responseUrl: (state = 'good') => `${front.url}/hooks/${state}`,
    async trigger() {
      const answer = await api('views.generateTriggerId', { user_id: user.id });
      return String(answer['trigger_id']);
    },
    async post({ headers, body }) {
      const response = await fetch(`${app.url}/slack/events`, { method: 'POST', headers, body });
      const text = await response.text();
      const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : undefined;
      if (json !== undefined) check('ack', json);
      return { status: response.status, text, json };
    },
    settled: () => adapter.stop(),
    forget() {
      receive = async () => ({ kind: 'none' });
      for (const list of [heard, calls, whispers, logged]) list.length = 0;
    },
    async close() {
      await adapter.stop();
      for (const { server } of [app, front]) {
        server.closeAllConnections();
        server.close();
      }
      await emulator.close();
    },
  };
};
