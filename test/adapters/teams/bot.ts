import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTeamsAdapter } from '../../../adapters/teams/index.ts';
import type { PlatformAdapter } from '../../../src/ports/adapter.ts';
import type { Answer, Inbound, Receive } from '../../../src/ports/inbound.ts';
import type { FakeTeams } from './fake-teams.ts';
import { appId, type Raw, tenantId } from './samples.ts';

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly body: Raw | undefined;
}

/** The real adapter behind a real HTTP server, with a core that answers as told. */
export interface Bot {
  readonly adapter: PlatformAdapter;
  readonly heard: Inbound[];
  readonly logged: string[];
  answer(how: Receive | Answer): void;
  /** Posts raw bytes. */
  post(body: string | ReadableStream, authorization?: string): Promise<Answered>;
  /** Posts an activity the way the Bot Connector does. */
  tell(activity: Raw): Promise<Answered>;
  reset(): void;
  close(): Promise<void>;
}

export const startBot = async (teams: FakeTeams): Promise<Bot> => {
  const heard: Inbound[] = [];
  const logged: string[] = [];
  const none: Receive = async () => ({ kind: 'none' });
  let receive = none;
  const log = (fields: object, event: string): void => {
    logged.push(`${event} ${JSON.stringify(fields)}`);
  };
  const adapter = createTeamsAdapter({
    receive: (inbound) => {
      heard.push(inbound);
      return receive(inbound);
    },
    settings: { appId, tenantIds: [tenantId], ...teams.settings },
    log: { info: log, warn: log, error: log },
  });
  const [route] = adapter.routes;
  const server = createServer((request, response) => void route?.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${route?.path}`;

  const post = async (body: string | ReadableStream, authorization?: string): Promise<Answered> => {
    const request: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body,
      duplex: 'half',
    };
    const response = await fetch(url, request);
    const text = await response.text();
    return {
      status: response.status,
      text,
      body: text === '' ? undefined : (JSON.parse(text) as Raw),
    };
  };

  return {
    adapter,
    heard,
    logged,
    post,
    answer: (how) => {
      receive = typeof how === 'function' ? how : async () => how;
    },
    tell: (activity) =>
      post(JSON.stringify({ ...activity, serviceUrl: teams.url }), `Bearer ${teams.token()}`),
    reset: () => {
      heard.length = 0;
      logged.length = 0;
      receive = none;
    },
    close: async () => {
      await adapter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
