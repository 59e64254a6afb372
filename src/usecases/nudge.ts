import { faultFields } from '../ports/fault-fields.ts';
import type { Log } from '../ports/log.ts';

/** Sends at once what an act just made due, one run at a time; a nudge during a run makes it run once more. */
export const createNudge = (sendDue: () => Promise<void>, log: Log) => {
  let running: Promise<void> | undefined;
  let again = false;

  const run = async (): Promise<void> => {
    while (again) {
      again = false;
      try {
        await sendDue();
      } catch (fault) {
        // Nothing is lost: the rows are due still, and the heartbeat looks every minute.
        log.error(faultFields(fault), 'sending failed');
      }
    }
    running = undefined;
  };

  return {
    nudge: (): void => {
      again = true;
      running ??= run();
    },
    /** Resolves when nothing is being sent. */
    settled: async (): Promise<void> => running,
  };
};
