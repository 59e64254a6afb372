import type { ServerResponse } from 'node:http';
import { clearInterval, setInterval } from 'node:timers';
import type { ClockReading, SeatState } from './wire.ts';

/** Often enough for a clock that shows minutes; also keeps the streams open. */
const TICK = 15_000;
/** More open pages than this is a leak, not an audience. */
const MOST_PAGES = 20;

/** Tells every open page what changed, by Server-Sent Events. */
export const createLive = (deps: {
  state: (seat: string) => SeatState | undefined;
  clock: () => ClockReading;
}) => {
  const pages = new Set<ServerResponse>();
  const changed = new Set<string>();

  const tell = (event: 'seat' | 'clock', content: unknown): void => {
    for (const page of pages) page.write(`event: ${event}\ndata: ${JSON.stringify(content)}\n\n`);
  };

  const flush = (): void => {
    const seats = [...changed];
    changed.clear();
    for (const seat of seats) tell('seat', deps.state(seat));
  };

  const tick = setInterval(() => tell('clock', deps.clock()), TICK);
  tick.unref();

  return {
    open(response: ServerResponse): void {
      if (pages.size >= MOST_PAGES) [...pages][0]?.end();
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },

    /** Several changes in one turn of the event loop are told once. */
    seatChanged(seat: string): void {
      if (changed.size === 0) setImmediate(flush);
      changed.add(seat);
    },

    clockMoved: (): void => tell('clock', deps.clock()),

    close(): void {
      clearInterval(tick);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
};

export type Live = ReturnType<typeof createLive>;
