import { EventEmitter, on } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appId, type Raw } from './samples.ts';
import { makeKey, signRs256 } from './token-maker.ts';

export interface Call {
  readonly method: string;
  /** Decoded, from after `/v3/conversations`. */
  readonly path: string;
  readonly body: Raw;
  readonly authorization: string;
}

type KeysMode = 'served' | 'unendorsed' | 'down' | 'hanging';

/** What the connector does with the calls it gets. */
export type Conduct = (call: Call, response: ServerResponse, next: () => void) => void;

const KEY_ID = 'key-1';
const key = makeKey();

/** The Bot Connector, its signing keys and the token endpoint on 127.0.0.1. */
export interface FakeTeams {
  readonly url: string;
  readonly settings: { openIdMetadataUrl: string; tokenUrl: string };
  readonly calls: Call[];
  tokensGiven(): number;
  conduct(conduct: Conduct): void;
  /** How the signing keys are served; who hangs is served when the mode changes. */
  keys(mode: KeysMode): void;
  /** A token for this activity as the Bot Connector makes it; claims and header can be spoiled. */
  token(claims?: Raw, header?: Raw): string;
  /** The first call that matches, now or later. */
  saw(matches: (call: Call) => boolean): Promise<Call>;
  reset(): void;
  close(): Promise<void>;
}

export const validClaims = (serviceUrl: string): Raw => {
  const now = Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000);
  return {
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: serviceUrl,
    nbf: now - 60,
    exp: now + 3600,
  };
};

export const startFakeTeams = async (): Promise<FakeTeams> => {
  const calls: Call[] = [];
  const seen = new EventEmitter();
  const accept: Conduct = (_call, _response, next) => next();
  let conduct = accept;
  let keysMode: KeysMode = 'served';
  let held: (() => void)[] = [];
  let tokens = 0;
  let made = 0;
  let url = '';

  const json = (response: ServerResponse, body: unknown, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  const connector = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = (await request.toArray()).join('');
    const call: Call = {
      method: request.method ?? '',
      path: decodeURIComponent((request.url ?? '').replace('/v3/conversations', '')),
      body: text === '' ? {} : (JSON.parse(text) as Raw),
      authorization: request.headers.authorization ?? '',
    };
    calls.push(call);
    seen.emit('call', call);
    conduct(call, response, () => {
      made += 1;
      if (call.path.includes('/members/')) json(response, { id: 'x', name: 'Dana Okafor' });
      else json(response, { id: call.path === '' ? `a:made-${made}` : `activity-${made}` }, 201);
    });
  };

  const serveKeys = (list: boolean, response: ServerResponse): void => {
    if (keysMode === 'hanging') {
      held.push(() => serveKeys(list, response));
      return;
    }
    const endorsements = keysMode === 'unendorsed' ? [] : ['msteams'];
    const jwk = { ...key.publicKey.export({ format: 'jwk' }), kid: KEY_ID, endorsements };
    if (keysMode === 'down') json(response, {}, 500);
    else json(response, list ? { keys: [jwk] } : { jwks_uri: `${url}/keys/list` });
  };

  const server = createServer((request, response) => {
    if (request.url === '/token') {
      tokens += 1;
      json(response, { access_token: `token-${tokens}`, expires_in: 3600, token_type: 'Bearer' });
    } else if (request.url?.startsWith('/keys')) {
      serveKeys(request.url === '/keys/list', response);
    } else {
      void connector(request, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    // A path of its own for every fake: botbuilder keeps keys by URL for the life of the process.
    settings: { openIdMetadataUrl: `${url}/keys/metadata`, tokenUrl: `${url}/token` },
    calls,
    tokensGiven: () => tokens,
    conduct: (next) => {
      conduct = next;
    },
    keys: (mode) => {
      keysMode = mode;
      const waiting = held;
      held = [];
      for (const serve of waiting) serve();
    },
    token: (claims = {}, header = {}) =>
      signRs256({ kid: KEY_ID, ...header }, { ...validClaims(url), ...claims }, key.privateKey),
    saw: async (matches) => {
      const already = calls.find(matches);
      if (already !== undefined) return already;
      for await (const [call] of on(seen, 'call') as AsyncIterable<[Call]>) if (matches(call)) return call;
      throw new Error('the fake was closed');
    },
    reset: () => {
      calls.length = 0;
      conduct = accept;
      keysMode = 'served';
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** The public half of the key, which anybody may have. */
export const publicPem = (): string => key.publicKey.export({ type: 'spki', format: 'pem' }).toString();
export const keyId = KEY_ID;
