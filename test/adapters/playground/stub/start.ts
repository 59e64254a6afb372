import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPlayground, type Seat } from '../../../../adapters/playground/index.ts';
import { silentLog } from '../../../setup/silent-log.ts';
import { seats as everybody } from './seats.ts';
import { answerSlack, createSlackCaller } from './slack-bot.ts';
import { answerTeams, createTeamsCaller } from './teams-bot.ts';
import { isFromSlack } from './verify-slack.ts';
import { teamsFault } from './verify-teams.ts';

type Json = Record<string, unknown>;

const secrets = {
  signingSecret: 'signing-secret',
  botToken: 'xoxb-token',
  teamId: 'T0MAPLE',
  appId: '00000000-0000-4000-8000-00000000a991',
  appPassword: 'app-password',
  tenantId: '11111111-1111-4111-8111-111111111111',
};

/** Monday 16 November 2026, 7:40 in New York. */
const START = Date.UTC(2026, 10, 16, 12, 40);

/** A bot that checks signatures as the platforms' rules say and answers a little, behind a real playground. */
export const startStub = async (seats: readonly Seat[] = everybody) => {
  const received: Json[] = [];
  const faults: string[] = [];
  const plans = new Map<string, { status: number; content?: Json } | 'silence'>();
  let now = START;
  let url = '';

  const slack = createSlackCaller({ url: () => url, token: secrets.botToken });
  const teams = createTeamsCaller({ url: () => url, ...secrets });
  const move = async (id: string) => {
    now += id === 'week' ? 7 * 86_400_000 : 3_600_000;
    await slack('chat.postMessage', { channel: 'U0OT', text: `The clock moved: ${id}` });
  };
  const moves = [
    { id: 'free', label: 'Next student-free minute' },
    { id: 'morning', label: 'Next morning' },
    { id: 'week', label: 'A week' },
  ];
  const clock = { now: () => now, zone: 'America/New_York', moves, move };
  const playground = createPlayground({ ...secrets, botUrl: () => url, seats, clock, log: silentLog });

  const bodyOf = async (request: IncomingMessage): Promise<string> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  };

  const fromSlack = (type: string | undefined, body: string): Json => {
    if (type === 'application/json') return JSON.parse(body) as Json;
    const form = new URLSearchParams(body);
    return JSON.parse(form.get('payload') ?? JSON.stringify(Object.fromEntries(form))) as Json;
  };

  const answer = async (request: IncomingMessage, body: string): Promise<unknown> => {
    if (request.url === '/slack/events') {
      if (!isFromSlack(request.headers, body, secrets.signingSecret)) faults.push('slack signature');
      const got = fromSlack(request.headers['content-type'], body);
      const retry = request.headers['x-slack-retry-num'];
      received.push(retry === undefined ? got : { ...got, retry });
      return answerSlack(slack, got);
    }
    const got = JSON.parse(body) as Json;
    const expected = { metadataUrl: `${url}/playground/teams/openid`, appId: secrets.appId };
    const fault = await teamsFault(request.headers.authorization, got, expected);
    if (fault) faults.push(fault);
    received.push(got);
    return answerTeams(teams, got);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (await playground.handle(request, response)) return;
    const body = await bodyOf(request);
    const path = String(request.url);
    const plan = plans.get(path);
    plans.delete(path);
    if (plan === 'silence') return;
    if (plan?.status === 500) received.push({ refused: body });
    const usual = plan?.status === 500 ? undefined : await answer(request, body);
    const content = plan ? plan.content : usual;
    response.writeHead(plan?.status ?? 200, { 'content-type': 'application/json' });
    response.end(content === undefined ? '' : JSON.stringify(content));
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      faults.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    secrets,
    playground,
    /** Calls as the bot. */
    slack,
    teams,
    received,
    /** Broken rules; a healthy playground leaves none. */
    faults,
    /** The bot answers the next request to this path with a 500. */
    refuse: (path: string) => plans.set(path, { status: 500 }),
    /** The bot answers the next request to this path with that. */
    answer: (path: string, content: Json) => plans.set(path, { status: 200, content }),
    /** The bot never answers the next request to this path. */
    ignore: (path: string) => plans.set(path, 'silence'),
    /** Does something as the page does. */
    async act(name: string, content: Json): Promise<{ status: number; body: Json }> {
      const response = await fetch(`${url}/playground/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(content),
      });
      return { status: response.status, body: (await response.json()) as Json };
    },
    async place(): Promise<Json> {
      return (await (await fetch(`${url}/playground/api/place`)).json()) as Json;
    },
    async stop(): Promise<void> {
      playground.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export type Stub = Awaited<ReturnType<typeof startStub>>;
