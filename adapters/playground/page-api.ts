import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { parseObject, readBody, sendJson } from './http.ts';
import type { Live } from './live.ts';
import type { Seat } from './seats.ts';
import type { SmallSlack } from './small-slack/index.ts';
import type { SmallTeams } from './small-teams/index.ts';
import type { Done, Place } from './wire.ts';

const seat = z.string();
const json = z.record(z.string(), z.unknown());
const chosen = z.union([z.string(), z.array(z.string())]);
const values = z.record(z.string(), z.record(z.string(), chosen)).default({});

const acts = {
  open: z.object({ seat }),
  home: z.object({ seat }),
  /** Slack and Teams take longer messages than this; PushIn's own limit is lower. */
  say: z.object({ seat, text: z.string().trim().min(1).max(10_000) }),
  'slack/tap': z.object({
    seat,
    on: z.enum(['message', 'view']),
    id: z.string(),
    blockId: z.string(),
    actionId: z.string(),
    chosen: chosen.optional(),
    values,
  }),
  'slack/submit': z.object({ seat, view: z.string(), values }),
  'slack/dismiss': z.object({ seat, view: z.string() }),
  'teams/tap': z.object({
    seat,
    message: z.string(),
    type: z.enum(['Action.Submit', 'Action.Execute']),
    verb: z.string().optional(),
    data: json,
  }),
  'teams/submit': z.object({ seat, data: json }),
  'teams/dismiss': z.object({ seat }),
};
type Act = keyof typeof acts;
type Given<A extends Act> = z.infer<(typeof acts)[A]>;

export interface PageApiDeps {
  readonly seats: readonly Seat[];
  readonly slack: SmallSlack;
  readonly teams: SmallTeams;
  readonly live: Live;
  readonly place: () => Place;
  readonly move: (id: string) => Promise<boolean>;
}

/** What the page asks for, below `/playground/api/`. */
export const createPageApi = (deps: PageApiDeps) => {
  const { slack, teams } = deps;

  const perform: { readonly [A in Act]: (who: Seat, given: Given<A>) => Done | Promise<Done> } = {
    open: (who) => (who.platform === 'teams' ? teams.open(who) : { ok: true }),
    home: (who) => slack.openHome(who),
    say: (who, { text }) => (who.platform === 'slack' ? slack : teams).say(who, text),
    'slack/tap': (who, given) => slack.tap(who, given),
    'slack/submit': (who, given) => slack.submit(who, given.view, given.values),
    'slack/dismiss': (who, given) => slack.dismiss(who, given.view),
    'teams/tap': (who, given) => teams.tap(who, given),
    'teams/submit': (who, { data }) => teams.submit(who, data),
    'teams/dismiss': (who) => teams.dismiss(who),
  };

  const run = async <A extends Act>(act: A, content: unknown): Promise<Done | undefined> => {
    const given = acts[act].safeParse(content);
    if (!given.success) return undefined;
    const who = deps.seats.find((one) => one.id === given.data.seat);
    return who && perform[act](who, given.data as Given<A>);
  };

  const post = async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A form on another site can send text, but not JSON without asking first.
    if (!request.headers['content-type']?.startsWith('application/json')) {
      return sendJson(response, 415, { ok: false, error: 'JSON only' });
    }
    const body = await readBody(request);
    if (body === undefined) return sendJson(response, 413, { ok: false, error: 'Too large' });
    const content = parseObject(body);
    if (name === 'clock') {
      const moved = await deps.move(String(content?.['move']));
      return sendJson(response, moved ? 200 : 409, { ok: moved });
    }
    const done = Object.hasOwn(acts, name) ? await run(name as Act, content) : undefined;
    sendJson(response, done ? 200 : 400, done ?? { ok: false, error: 'Not understood' });
  };

  return async (name: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method === 'POST') await post(name, request, response);
    else if (name === 'place') sendJson(response, 200, deps.place());
    else if (name === 'live') deps.live.open(response);
    else return false;
    return true;
  };
};
