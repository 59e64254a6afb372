import type { Instant } from '../core/time.ts';
import type { Clock } from '../ports/clock.ts';
import { faultFields } from '../ports/fault-fields.ts';
import type { Log } from '../ports/log.ts';
import { createRuns } from './runs.ts';

/** The heartbeat looks each minute anyway. */
const LONGEST_NAP = 60_000;

/**
 * Sends at once what an act just made due, one run at a time; a nudge during a run makes it run once more. With a clock
 * that runs by itself it also wakes when the next message falls due, or a platform takes more.
 */
export const createNudge = (sendDue: () => Promise<unknown>, log: Log, clock?: Clock) => {
  let alarm: NodeJS.Timeout | undefined;

  const send = async (): Promise<void> => {
    const next = await sendDue();
    if (typeof next === 'number') wakeAt(next);
  };
  // Nothing is lost: the rows are due still, and the heartbeat looks every minute.
  const runs = createRuns(send, (fault) => log.error(faultFields(fault), 'sending failed'));

  const wakeAt = (next: Instant): void => {
    if (!clock) return;
    clearTimeout(alarm);
    const nap = Math.max(next - clock.now(), 0);
    if (nap < LONGEST_NAP) alarm = setTimeout(runs.ask, nap + 1);
  };

  return {
    nudge: runs.ask,
    settled: runs.settled,
    stop: async (): Promise<void> => {
      await runs.stop();
      clearTimeout(alarm);
    },
  };
};
