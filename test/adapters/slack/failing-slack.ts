import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may become of one call: not heard, heard and not done, or done with its answer lost. */
export const failures = ['cut before', '429', '500', 'cut after', '503 after', 'silent after'] as const;
export type Failure = (typeof failures)[number];

/** A Slack that keeps what was posted and fails one call of many. */
export const createFailingSlack = async () => {
  const messages = new Map<string, { key: string; text: string }>();
  let calls = 0;
  let posts = 0;
  let plan: { nth: number; failure: Failure } | undefined;

  const carryOut = (method: string, params: URLSearchParams): Readonly<Record<string, unknown>> => {
    const ts = params.get('ts') ?? '';
    switch (method) {
      case 'chat.postMessage': {
        posts += 1;
        const { event_payload } = JSON.parse(params.get('metadata') ?? '{}') as {
          event_payload: { key: string };
        };
        messages.set(`${posts}.000001`, { key: event_payload.key, text: params.get('text') ?? '' });
        return { ok: true, channel: 'D1', ts: `${posts}.000001` };
      }
      case 'chat.update': {
        const standing = messages.get(ts);
        if (standing) messages.set(ts, { ...standing, text: params.get('text') ?? '' });
        return { ok: true, channel: 'D1', ts };
      }
      case 'chat.delete':
        messages.delete(ts);
        return { ok: true };
      case 'conversations.history': {
        const marked = [...messages].map(([at, { key }]) => ({
          ts: at,
          metadata: { event_payload: { key } },
        }));
        return { ok: true, messages: marked };
      }
      case 'users.info':
        return { ok: true, user: { id: params.get('user'), real_name: 'Somebody' } };
      default:
        return { ok: true, channel: { id: 'D1' } };
    }
  };

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    calls += 1;
    const failure = plan?.nth === calls ? plan.failure : undefined;
    if (failure === 'cut before') return void request.socket.resetAndDestroy();
    if (failure === '429') return void response.writeHead(429, { 'retry-after': '1' }).end();
    if (failure === '500') return void response.writeHead(500).end();
    const answer = carryOut(request.url?.split('/').at(-1) ?? '', new URLSearchParams(body));
    if (failure === 'cut after') return void request.socket.resetAndDestroy();
    if (failure === '503 after') return void response.writeHead(503).end();
    if (failure === 'silent after') return;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    /** Forgets everything, and fails the nth call from now on. */
    restart: (nth: number, failure: Failure): void => {
      messages.clear();
      calls = 0;
      plan = { nth, failure };
    },
    hasFailed: (): boolean => calls >= (plan?.nth ?? 0),
    standing: () => [...messages.values()],
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
