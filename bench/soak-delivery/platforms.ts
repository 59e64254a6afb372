import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { issuer, signingKeys } from '../teams-message.ts';

/** How a platform treats a post, each as a share of all. The rest is accepted. */
export interface Faults {
  readonly acceptedThenReset: number;
  readonly failed: number;
  readonly acceptedThen503: number;
  readonly rateLimited: number;
  readonly acceptedThenSilence: number;
}

export const calm: Faults = {
  acceptedThenReset: 0,
  failed: 0,
  acceptedThen503: 0,
  rateLimited: 0,
  acceptedThenSilence: 0,
};
export const stormy: Faults = {
  acceptedThenReset: 0.01,
  failed: 0.01,
  acceptedThen503: 0.01,
  rateLimited: 0.01,
  acceptedThenSilence: 0.005,
};

interface Posted {
  readonly id: string;
  readonly tenant: string;
  readonly chat: string;
  readonly key: string;
  readonly at: number;
  removed?: true;
}

const UNDER_WAY_MS = 1_000;

/** A Slack and a Teams on loopback that keep what was posted, and misbehave as often as told. */
export const openPlatforms = async (faults: Faults) => {
  const posts: Posted[] = [];
  /** What cards were changed to. */
  let cards: string[] = [];
  const byChat = new Map<string, Posted[]>();
  /** Tenants that are told to wait, and until when (epoch milliseconds). */
  const closed = new Map<string, number>();
  /** When each was first told, on each platform. */
  const told = new Map<string, number>();
  let refused = 0;
  let tooEarly = 0;
  let count = 0;
  let base = '';

  const keep = (tenant: string, chat: string, key: string): Posted => {
    count += 1;
    const posted = { id: `${count}.000001`, tenant, chat, key, at: Date.now() };
    posts.push(posted);
    byChat.set(chat, [...(byChat.get(chat) ?? []), posted]);
    return posted;
  };

  const json = (response: ServerResponse, body: unknown, status = 200): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  /** Treats one post; `answer` says what the platform says when all is well. */
  const post = (
    request: IncomingMessage,
    response: ServerResponse,
    to: { tenant: string; chat: string; key: string },
    answer: (posted: Posted) => void,
  ): void => {
    const until = closed.get(to.tenant);
    if (until !== undefined && until > Date.now()) {
      refused += 1;
      const whom = `${to.chat[0]} ${to.tenant}`;
      const since = told.get(whom) ?? Date.now();
      told.set(whom, since);
      // Several may be under way when the first is told.
      if (Date.now() - since > UNDER_WAY_MS) tooEarly += 1;
      response.writeHead(429, { 'retry-after': String(Math.ceil((until - Date.now()) / 1000)) }).end();
      return;
    }
    let dice = Math.random();
    const falls = (share: number): boolean => {
      dice -= share;
      return dice < 0;
    };
    if (falls(faults.rateLimited)) return void response.writeHead(429, { 'retry-after': '1' }).end();
    if (falls(faults.failed)) return void response.writeHead(500).end();
    const posted = keep(to.tenant, to.chat, to.key);
    if (falls(faults.acceptedThenReset)) return void request.socket.resetAndDestroy();
    if (falls(faults.acceptedThen503)) return void response.writeHead(503).end();
    if (falls(faults.acceptedThenSilence)) return;
    answer(posted);
  };

  const slack = (
    method: string,
    params: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const chat = params.get('channel') ?? '';
    const tenant = chat.slice(1).split('x')[0] ?? '';
    switch (method) {
      case 'chat.postMessage': {
        const { event_payload: payload } = JSON.parse(params.get('metadata') ?? '{}') as {
          event_payload: { key: string };
        };
        return post(request, response, { tenant, chat, key: payload.key }, ({ id }) =>
          json(response, { ok: true, channel: chat, ts: id }),
        );
      }
      case 'chat.update':
        cards.push(`${params.get('text')} ${params.get('blocks')}`);
        return json(response, { ok: true, channel: chat, ts: params.get('ts') });
      case 'chat.delete': {
        const found = byChat.get(chat)?.find(({ id }) => id === params.get('ts'));
        if (found) found.removed = true;
        return json(response, { ok: true });
      }
      case 'conversations.history':
        return json(response, {
          ok: true,
          messages: (byChat.get(chat) ?? [])
            .filter(({ removed }) => !removed)
            .map(({ id, key }) => ({ ts: id, metadata: { event_payload: { key } } })),
        });
      case 'users.info':
        return json(response, {
          ok: true,
          user: { id: params.get('user'), real_name: 'Somebody', tz: 'UTC' },
        });
      default:
        return json(response, { ok: true, team_id: 'T0', channel: { id: chat } });
    }
  };

  const teams = (path: string, body: string, request: IncomingMessage, response: ServerResponse) => {
    switch (path) {
      case '/teams/openid':
        return json(response, {
          issuer,
          jwks_uri: `${base}/teams/jwks`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case '/teams/jwks':
        return json(response, signingKeys);
      case '/teams/token':
        return json(response, { token_type: 'Bearer', expires_in: 3600, access_token: 'soak' });
      default: {
        if (request.method !== 'POST') return json(response, { id: 'x' });
        const chat = decodeURIComponent(/conversations\/([^/]+)/.exec(path)?.[1] ?? '');
        const { channelData } = JSON.parse(body) as { channelData?: { pushinKey?: string } };
        const to = {
          tenant: chat.slice(2).split('x')[0] ?? '',
          chat,
          key: channelData?.pushinKey ?? 'reply',
        };
        return post(request, response, to, ({ id }) => json(response, { id }, 201));
      }
    }
  };

  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return;
    const path = request.url?.split('?')[0] ?? '';
    const method = /^\/slack\/api\/(.+)$/.exec(path)?.[1];
    if (method !== undefined) slack(method, new URLSearchParams(body), request, response);
    else teams(path, body, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    base,
    posts: posts as readonly Posted[],
    cards: (): readonly string[] => cards,
    forgetCards: (): void => {
      cards = [];
    },
    /** Answers 429 to a tenant for so long. */
    closeTenant: (tenant: string, seconds: number) => closed.set(tenant, Date.now() + seconds * 1000),
    refused: () => refused,
    /** Posts that came although the tenant had been told to wait. */
    tooEarly: () => tooEarly,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
export type Platforms = Awaited<ReturnType<typeof openPlatforms>>;
