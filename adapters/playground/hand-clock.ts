import { addDays, HOUR, type Instant, instantOf, localTime, MINUTE, weekdayOf } from '../../src/core/time.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Move } from './wire.ts';

interface HandClockDeps {
  readonly start: Instant;
  readonly zone: string;
  /** When the earliest message that waits for a time later than `after` falls due. */
  nextDue(after: Instant): Promise<Instant | undefined>;
  /** Does whatever is due now. */
  tick(): Promise<void>;
}

const moves: readonly Move[] = [
  { id: 'next-free-minute', label: 'Next student-free minute' },
  { id: 'hour', label: 'An hour' },
  { id: 'next-morning', label: 'Next morning' },
  { id: 'week', label: 'A week' },
];

/** 7:40, before the children come. */
const MORNING = 7 * 60 + 40;

/** A clock that stands still until somebody moves it, and lets everything on the way happen in its order. */
export const createHandClock = ({ start, zone, nextDue, tick }: HandClockDeps) => {
  let now = start;

  const nextMorning = (): Instant => {
    const { date, minute } = localTime(now, zone);
    let morning = minute < MORNING ? date : addDays(date, 1);
    while (weekdayOf(morning) > 5) morning = addDays(morning, 1);
    return instantOf(morning, MORNING, zone);
  };

  const nextMidnight = (): Instant => instantOf(addDays(localTime(now, zone).date, 1), 0, zone);

  /** Stops where a message falls due and at each midnight, when a new day is planned. */
  const moveTo = async (target: Instant): Promise<void> => {
    // What is due already was meant for this minute, not for wherever the clock is going.
    await tick();
    while (now < target) await step(target);
  };

  const step = async (target: Instant): Promise<void> => {
    const due = await nextDue(now);
    now = Math.min(target, nextMidnight(), due ?? target);
    await tick();
  };

  const targets: Readonly<Record<string, () => Promise<Instant>>> = {
    'next-free-minute': async () => (await nextDue(now)) ?? nextMorning(),
    hour: async () => now + HOUR,
    'next-morning': async () => nextMorning(),
    week: async () => {
      const { date, minute } = localTime(now, zone);
      return instantOf(addDays(date, 7), minute, zone);
    },
  };

  return {
    zone,
    moves,
    now: () => now,
    moveTo,
    /** As far as the target, or the next stop before it. */
    step,
    move: async (id: string): Promise<void> => {
      const target = await targets[id]?.();
      if (target !== undefined) await moveTo(Math.max(target, now + MINUTE));
    },
  } satisfies Clock & Record<string, unknown>;
};
