import { createConnector } from '../../../adapters/teams/connector.ts';
import { createMessenger } from '../../../adapters/teams/messenger.ts';
import { createServiceUrlCheck } from '../../../adapters/teams/service-url.ts';
import { createLocalToken } from '../../../adapters/teams/token.ts';
import type { MessengerWorld, Mood } from '../../contracts/messenger.ts';
import { type Conduct, startFakeTeams } from './fake-teams.ts';
import { appId, tenantId } from './samples.ts';

/** Teams' messenger and a connector that remembers what stands. */
export const makeWorld = async (): Promise<MessengerWorld> => {
  const teams = await startFakeTeams();
  const messages = new Map<string, string>();
  let mood: Mood = { kind: 'accept' };

  const fail =
    (status: number, code: string, headers = {}): Conduct =>
    (_call, response) => {
      // The message beside the code quotes what was sent, as Teams' own sometimes do.
      response.writeHead(status, headers).end(JSON.stringify({ error: { code, message: 'private words' } }));
    };

  const moods: Readonly<Record<Mood['kind'], Conduct>> = {
    accept: ({ method, path, body }, response) => {
      const id = method === 'PUT' ? (path.split('/').at(-1) ?? '') : `activity-${messages.size + 1}`;
      messages.set(id, JSON.stringify(body));
      response.writeHead(201).end(JSON.stringify({ id }));
    },
    'rate-limit': (call, response, next) =>
      fail(429, 'TooManyRequests', { 'retry-after': mood.kind === 'rate-limit' ? mood.seconds : 0 })(
        call,
        response,
        next,
      ),
    'person-gone': fail(403, 'ConversationBlockedByUser'),
    refuse: fail(400, 'BadSyntax'),
    'message-gone': fail(404, 'ActivityNotFoundInConversation'),
    'server-error': fail(502, 'BadGateway'),
    reset: (_call, response) => response.destroy(),
    hang: () => {},
  };
  const conduct: Conduct = (call, response, next) => moods[mood.kind](call, response, next);
  teams.conduct(conduct);

  const connector = createConnector({
    getToken: createLocalToken({ url: teams.settings.tokenUrl, appId, appPassword: '' }),
    isServiceUrl: createServiceUrlCheck(true),
  });
  return {
    messenger: createMessenger({ connector, appId }),
    address: {
      platform: 'teams',
      tenantId,
      userId: '29:somebody',
      conversation: { serviceUrl: teams.url, conversationId: 'a:chat' },
    },
    setMood: (next) => {
      mood = next;
    },
    calls: () => teams.calls.length,
    standing: () => [...messages.values()],
    reset: () => {
      teams.reset();
      teams.conduct(conduct);
      messages.clear();
      mood = { kind: 'accept' };
    },
    close: () => teams.close(),
  };
};
