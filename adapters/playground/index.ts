import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Instant } from '../../src/core/time.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { createActs } from './acts.ts';
import { createDelivery } from './deliver.ts';
import { isFromThisMachine } from './guard.ts';
import { guideFor } from './guide.ts';
import { sendText } from './http.ts';
import { createLive } from './live.ts';
import type { Happening } from './month/happening.ts';
import { type MonthDeps, playMonth } from './month/index.ts';
import { createPageApi } from './page-api.ts';
import { servePage } from './page-files.ts';
import type { Seat } from './seats.ts';
import { createSmallSlack, SLACK_PATH } from './small-slack/index.ts';
import { createSmallTeams, TEAMS_PATH } from './small-teams/index.ts';
import type { ClockReading, Done, Move, Place, SeatState } from './wire.ts';

export { bundlePage } from './bundle-page.ts';
export type { Seat } from './seats.ts';

export interface PlaygroundDeps {
  /** Where the bot listens: `http://127.0.0.1:3000`. */
  readonly botUrl: () => string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly teamId: string;
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
  readonly seats: readonly Seat[];
  readonly clock: Clock & {
    readonly zone: string;
    readonly moves: readonly Move[];
    /** Resolves when everything that falls due on the way has happened. */
    move(id: string): Promise<void>;
  };
  /** Where everybody is known, they can live through a month and a half by themselves. */
  readonly month?: Pick<MonthDeps, 'step' | 'settled'>;
  readonly log: Log;
}

const API_PATH = '/playground/api/';

/** Everybody lives through so many weeks by themselves; the page offers the longer. */
const livedWeeks: Readonly<Record<string, number>> = { 'two-weeks': 2, 'six-weeks': 6 };
const sixWeeks: Move = { id: 'six-weeks', label: 'Six weeks at work' };

/** A small Slack, a small Teams and a page to sit in both, for one machine. */
export const createPlayground = (deps: PlaygroundDeps) => {
  const { seats, clock } = deps;
  const now = () => clock.now();
  // Weeks that are lived through are shown when they are over: hundreds of messages one by one help nobody.
  const changed = (id: string): void => {
    if (!living) live.seatChanged(id);
  };
  const reading = (): ClockReading => ({ now: clock.now(), zone: clock.zone });
  const delivery = createDelivery(deps);
  const slack = createSmallSlack({ ...deps, ...at('slack'), delivery, zone: clock.zone, now, changed });
  const teams = createSmallTeams({ ...deps, ...at('teams'), delivery, zone: clock.zone, now, changed });
  const live = createLive({ state: (id) => stateOf(id), clock: reading });
  const acts = createActs({ seats, slack, teams });
  const moves: readonly Move[] = deps.month ? [...clock.moves, sixWeeks] : clock.moves;
  let moving = false;
  let living = false;
  let lived: Happening[] = [];

  function at(platform: Seat['platform']) {
    return { seats: seats.filter((seat) => seat.platform === platform) };
  }

  const state = (seat: Seat): SeatState => (seat.platform === 'slack' ? slack : teams).state(seat);
  const stateOf = (id: string): SeatState | undefined => {
    const seat = seats.find((one) => one.id === id);
    return seat && state(seat);
  };

  const place = (): Place => ({
    seats,
    states: seats.map(state),
    clock: reading(),
    moves,
    guide: guideFor(seats, moves),
  });

  const moveBy = async (id: string): Promise<void> => {
    const weeks = livedWeeks[id];
    if (!deps.month || weeks === undefined) return clock.move(id);
    const step = async (until: Instant): Promise<void> => {
      await deps.month?.step(until);
      live.clockMoved();
    };
    living = true;
    lived = [];
    try {
      await playMonth({ ...deps.month, seats, acts, state, now, zone: clock.zone, step, weeks, lived });
    } finally {
      living = false;
      for (const seat of seats) changed(seat.id);
    }
  };

  const move = async (id: string): Promise<Done> => {
    if (moving || (!moves.some((one) => one.id === id) && livedWeeks[id] === undefined))
      return { ok: false, error: 'Not now' };
    moving = true;
    try {
      await moveBy(id);
      return { ok: true };
    } finally {
      moving = false;
      live.clockMoved();
    }
  };

  const api = createPageApi({ acts, live, place, move, lived: () => lived });

  const below = (prefix: string, path: string): string | undefined =>
    path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;

  return {
    /** Everybody is living through weeks of their own, and nobody sits there to wait for anything. */
    isLiving: () => living,

    /** True when the request was the playground's, and has been answered. */
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const [pathname = '/'] = (request.url ?? '/').split('?', 1);
      if (pathname !== '/' && pathname !== '/playground' && !pathname.startsWith('/playground/'))
        return false;
      if (!isFromThisMachine(request)) {
        sendText(
          response,
          403,
          'The playground answers only this machine, at http://localhost or http://127.0.0.1.',
        );
        return true;
      }
      const toSlack = below(SLACK_PATH, pathname);
      if (toSlack !== undefined && (await slack.handle(toSlack, request, response))) return true;
      const toTeams = below(TEAMS_PATH, pathname);
      if (toTeams !== undefined && (await teams.handle(toTeams, request, response))) return true;
      if (pathname.startsWith(API_PATH) && (await api(pathname.slice(API_PATH.length), request, response)))
        return true;
      return servePage(pathname, response);
    },

    /** Ends the pages' streams and gives up on what the bot has not answered. */
    close(): void {
      delivery.close();
      live.close();
    },
  };
};
