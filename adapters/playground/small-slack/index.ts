import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delivery } from '../deliver.ts';
import { parseObject, readBody, sendJson } from '../http.ts';
import type { Seat } from '../seats.ts';
import type { SeatState, Shown } from '../wire.ts';
import { readable } from './mentions.ts';
import { createPerson } from './person.ts';
import { createResponses } from './responses.ts';
import { createSender } from './sender.ts';
import { createSurfaces } from './surfaces.ts';
import { createTaps } from './taps.ts';
import { channelOf, createThreads } from './threads.ts';
import type { SlackMessage, Team } from './types.ts';
import { createWebApi } from './web-api.ts';

export interface SmallSlackDeps {
  readonly seats: readonly Seat[];
  readonly delivery: Delivery;
  readonly botUrl: () => string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly teamId: string;
  readonly appId: string;
  readonly zone: string;
  readonly now: () => number;
  readonly changed: (seat: string) => void;
}

export const SLACK_PATH = '/playground/slack';

/** A Slack workspace of direct messages with one bot, speaking Slack's own protocol to it. */
export const createSmallSlack = (deps: SmallSlackDeps) => {
  const { seats, teamId, appId, botToken, zone, now, changed } = deps;
  const team: Team = { botUser: 'U0PUSHIN', botId: 'B0PUSHIN', botToken, teamId, appId, zone };
  const threads = createThreads({ seats, now, changed });
  const surfaces = createSurfaces({ team, changed });
  const responses = createResponses({
    team,
    threads,
    url: (id) => `${deps.botUrl()}${SLACK_PATH}/response/${id}`,
  });
  const sender = createSender({ delivery: deps.delivery, signingSecret: deps.signingSecret });
  const webApi = createWebApi({ seats, team, threads, surfaces });
  const person = { seats, team, threads, surfaces, responses, sender };

  const shown = (message: SlackMessage): Shown => ({
    id: message.ts,
    by: message.author === team.botUser ? 'bot' : message.author === 'USLACKBOT' ? 'platform' : 'person',
    at: message.at,
    text: message.text,
    push: readable(message.text, seats),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    onlyYou: message.onlyYou,
    edited: message.edited,
  });

  const respond = async (id: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const content = parseObject((await readBody(request)) ?? '');
    const { status, body } = content
      ? responses.use(id, content)
      : { status: 400, body: { ok: false, error: 'invalid_payload' } };
    sendJson(response, status, body);
  };

  return {
    ...createPerson(person),
    ...createTaps(person),

    state: (seat: Seat): SeatState => ({
      seat: seat.id,
      messages: threads.all(channelOf(seat.id)).map(shown),
      home: surfaces.home(seat.id),
      views: surfaces.stack(seat.id),
      dialog: undefined,
    }),

    /** Answers a request below `SLACK_PATH`; false when there is nothing of that name. */
    async handle(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const [, area, name] = /^\/(api|response)\/([\w.-]+)$/.exec(path) ?? [];
      if (request.method !== 'POST' || name === undefined) return false;
      await (area === 'api' ? webApi : respond)(name, request, response);
      return true;
    },
  };
};

export type SmallSlack = ReturnType<typeof createSmallSlack>;
