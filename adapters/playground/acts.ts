import { z } from 'zod';
import type { Seat } from './seats.ts';
import type { SmallSlack } from './small-slack/index.ts';
import type { SmallTeams } from './small-teams/index.ts';
import type { Done } from './wire.ts';

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
type Name = keyof typeof acts;
type Given<A extends Name> = z.infer<(typeof acts)[A]>;

/** Everything a person can do in the small Slack and the small Teams, by name; undefined when it is no such thing. */
export const createActs = (deps: {
  readonly seats: readonly Seat[];
  readonly slack: SmallSlack;
  readonly teams: SmallTeams;
}) => {
  const { slack, teams } = deps;

  const perform: { readonly [A in Name]: (who: Seat, given: Given<A>) => Done | Promise<Done> } = {
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

  const run = async <A extends Name>(act: A, content: unknown): Promise<Done | undefined> => {
    const given = acts[act].safeParse(content);
    if (!given.success) return undefined;
    const who = deps.seats.find((one) => one.id === given.data.seat);
    return who && perform[act](who, given.data as Given<A>);
  };

  return async (name: string, content: unknown): Promise<Done | undefined> =>
    Object.hasOwn(acts, name) ? run(name as Name, content) : undefined;
};

export type Acts = ReturnType<typeof createActs>;
