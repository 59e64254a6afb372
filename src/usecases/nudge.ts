import type { Instant } from '../core/time.ts';
import type { Clock } from '../ports/clock.ts';
import { faultFields } from '../ports/fault-fields.ts';
import type { Log } from '../ports/log.ts';

/** The heartbeat looks each minute anyway. */
const LONGEST_NAP = 60_000;

/**
 * Sends at once what an act just made due, one run at a time; a nudge during a run makes it run once more. With a clock
 * that runs by itself it also wakes when the next message falls due, or a platform takes more.
 */
export const createNudge = (sendDue: () => Promise<unknown>, log: Log, clock?: Clock) => {
  let running: Promise<void> | undefined;
  let again = false;
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;

  const run = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      try {
        const next = await sendDue();
        if (typeof next === 'number') wakeAt(next);
      } catch (fault) {
        // Nothing is lost: the rows are due still, and the heartbeat looks every minute.
        log.error(faultFields(fault), 'sending failed');
      }
    }
    running = undefined;
  };

  const nudge = (): void => {
    again = true;
    running ??= run();
  };

  const wakeAt = (next: Instant): void => {
    if (!clock || stopped) return;
    clearTimeout(alarm);
    const nap = Math.max(next - clock.now(), 0);
    if (nap < LONGEST_NAP) alarm = setTimeout(nudge, nap + 1);
  };

  return {
    nudge,
    /** Resolves when nothing is being sent. */
    settled: async (): Promise<void> => running,
    /** Begins nothing new; resolves when what is under way has ended. */
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(alarm);
      await running;
    },
  };
};
