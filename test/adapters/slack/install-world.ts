import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlackAdapter } from '../../../adapters/slack/index.ts';
import type { Inbound } from '../../../src/ports/inbound.ts';
import { createSeal } from '../../../src/store/seal.ts';
import { createWorkspaces } from '../../../src/usecases/workspaces.ts';
import { createDispatch } from '../../../src/web/dispatch.ts';
import { openTestDatabase } from '../../setup/database.ts';
import { createMoodySlack } from './moody-slack.ts';
import { type Signed, signingSecret } from './signed.ts';

export const token = 'xoxb-a-token-of-the-tests';

/** PushIn for many workspaces, behind a real server, with a Slack that answers as it is told; the clock is moved by hand. */
export const openInstallWorld = async (start: number) => {
  const store = await openTestDatabase();
  const slack = await createMoodySlack();
  const keys = [{ id: 'k1', secret: randomBytes(32) }];
  const clock = { at: start };
  const logged: string[] = [];
  const heard: Inbound[] = [];
  const line = (fields: object, event: string) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  const log = { info: line, warn: line, error: line };

  /** One of several instances against the same database. */
  const instance = () =>
    createSlackAdapter({
      receive: async (inbound) => {
        heard.push(inbound);
        return { kind: 'none' };
      },
      settings: {
        signingSecret,
        apiUrl: slack.apiUrl,
        oauth: {
          clientId: '1.2',
          clientSecret: 'hush',
          publicUrl: 'https://pushin.example.org',
          workspaces: createWorkspaces({
            db: store.db,
            seal: createSeal(keys),
            clock: { now: () => clock.at },
          }),
        },
      },
      log,
    });
  const adapter = instance();
  const dispatch = createDispatch({ routes: adapter.routes, fallbacks: [], log });
  const server = createServer((request, response) => void dispatch(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const begin = async () => {
    const response = await fetch(`${url}/slack/install`, { redirect: 'manual' });
    const location = new URL(response.headers.get('location') ?? '');
    const cookie = response.headers.get('set-cookie') ?? '';
    return { location, cookie, state: location.searchParams.get('state') ?? '' };
  };
  const comeBack = async (query: Record<string, string>, cookie: string) => {
    const response = await fetch(`${url}/slack/oauth_redirect?${new URLSearchParams(query)}`, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    });
    return { status: response.status, text: await response.text() };
  };

  return {
    store,
    slack,
    keys,
    clock,
    logged,
    heard,
    adapter,
    instance,
    begin,
    comeBack,
    /** From the consent page and back, whatever Slack then grants. */
    install: async () => {
      const { state, cookie } = await begin();
      return comeBack({ state, code: 'c' }, cookie);
    },
    /** Slack tells of something. */
    tell: ({ headers, body }: Signed) => fetch(`${url}/slack/events`, { method: 'POST', headers, body }),
    close: async () => {
      await adapter.stop();
      server.closeAllConnections();
      server.close();
      await slack.close();
      await store.close();
    },
  };
};
