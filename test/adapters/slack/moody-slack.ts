import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Mood } from '../../contracts/messenger.ts';

export interface MoodySlack {
  readonly apiUrl: string;
  /** What `chat.postMessage` and `chat.update` meet from now on. */
  setMood(mood: Mood): void;
  /** What any other method answers, by name. */
  setAnswer(method: string, answer: Readonly<Record<string, unknown>>): void;
  calls(method: string): URLSearchParams[];
  standing(): readonly string[];
  reset(): void;
  close(): Promise<void>;
}

const errors: Partial<Record<Mood['kind'], string>> = {
  'person-gone': 'user_not_found',
  refuse: 'invalid_blocks',
  'message-gone': 'message_not_found',
};

/** A Slack that can be put in a mood: the emulator never rate-limits, hangs or fails. */
export const createMoodySlack = async (): Promise<MoodySlack> => {
  let mood: Mood = { kind: 'accept' };
  let count = 0;
  const messages = new Map<string, string>();
  const calls: { method: string; params: URLSearchParams }[] = [];
  const answers = new Map<string, Readonly<Record<string, unknown>>>();

  const accept = (method: string, params: URLSearchParams): Record<string, unknown> => {
    if (method === 'chat.postMessage') count += 1;
    const ts = method === 'chat.postMessage' ? `1795420800.${count}` : (params.get('ts') ?? '');
    messages.set(ts, `${params.get('text')} ${params.get('blocks')}`);
    return { ok: true, channel: params.get('channel'), ts };
  };

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const method = request.url?.split('/').at(-1) ?? '';
    const params = new URLSearchParams(body);
    params.set('token', request.headers.authorization?.replace('Bearer ', '') ?? '');
    calls.push({ method, params });
    const json = (answer: Readonly<Record<string, unknown>>): void => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    };
    if (!method.startsWith('chat.')) return json(answers.get(method) ?? { ok: true });
    switch (mood.kind) {
      case 'accept':
        return json(accept(method, params));
      case 'rate-limit':
        response.writeHead(429, { 'retry-after': String(mood.seconds) }).end();
        return;
      case 'server-error':
        response.writeHead(503).end();
        return;
      case 'reset':
        request.socket.resetAndDestroy();
        return;
      case 'hang':
        return;
      default:
        return json({ ok: false, error: errors[mood.kind] });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    setMood(next) {
      mood = next;
    },
    setAnswer: (method, answer) => void answers.set(method, answer),
    calls: (name) => calls.filter(({ method }) => method === name).map(({ params }) => params),
    standing: () => [...messages.values()],
    reset() {
      mood = { kind: 'accept' };
      messages.clear();
      answers.clear();
      calls.length = 0;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
