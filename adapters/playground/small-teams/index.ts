import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delivery } from '../deliver.ts';
import { readBody, sendJson } from '../http.ts';
import type { Seat } from '../seats.ts';
import type { SeatState } from '../wire.ts';
import { createChats } from './chats.ts';
import { createConnector } from './connector.ts';
import { createKeys } from './keys.ts';
import { createPerson } from './person.ts';
import { createSender } from './sender.ts';
import { createTokens } from './tokens.ts';

export interface SmallTeamsDeps {
  readonly seats: readonly Seat[];
  readonly delivery: Delivery;
  readonly botUrl: () => string;
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
  readonly zone: string;
  readonly now: () => number;
  readonly changed: (seat: string) => void;
}

export const TEAMS_PATH = '/playground/teams';

/** A Teams tenant of one-to-one chats with one bot, speaking the Bot Connector's own protocol to it. */
export const createSmallTeams = (deps: SmallTeamsDeps) => {
  const { seats, appId, tenantId, delivery, zone } = deps;
  const serviceUrl = () => deps.botUrl() + TEAMS_PATH;
  const keys = createKeys({ appId });
  const tokens = createTokens({ appId, appPassword: deps.appPassword });
  const chats = createChats({ seats, now: deps.now, changed: deps.changed });
  const sender = createSender({ delivery, keys, appId, tenantId, zone, serviceUrl });
  const connector = createConnector({ chats, tokens, tenantId });

  const issueToken = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams((await readBody(request)) ?? '');
    const { status, body } = tokens.issue(form, request.headers.authorization);
    sendJson(response, status, body);
  };

  return {
    ...createPerson({ seats, chats, sender }),

    state: (seat: Seat): SeatState => ({
      seat: seat.id,
      messages: chats.all(seat).map(({ id, by, at, text, summary, card, edited }) => ({
        id,
        by,
        at,
        text,
        push: summary || text,
        ...(card ? { card } : {}),
        onlyYou: false,
        edited,
      })),
      home: undefined,
      views: [],
      dialog: chats.dialog(seat),
    }),

    /** Answers a request below `TEAMS_PATH`; false when there is nothing of that name. */
    async handle(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      if (path.startsWith('/v3/')) await connector(path, request, response);
      else if (path === '/token' && request.method === 'POST') await issueToken(request, response);
      else if (path === '/openid') sendJson(response, 200, keys.metadata(`${serviceUrl()}/jwks`));
      else if (path === '/jwks') sendJson(response, 200, await keys.jwks());
      else return false;
      return true;
    },
  };
};

export type SmallTeams = ReturnType<typeof createSmallTeams>;
