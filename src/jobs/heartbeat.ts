import { createTask } from 'node-cron';
import { faultFields } from '../ports/fault-fields.ts';
import type { Log } from '../ports/log.ts';

/** Calls `beat` again and again until stopped. */
export interface Pulse {
  start(beat: () => Promise<void>): void;
  stop(): void;
}

export interface Heartbeat {
  /** Ticks once at once: what fell due while nobody ran is caught up. */
  start(): void;
  /** Waits for a running tick. */
  stop(): Promise<void>;
}

interface HeartbeatDeps {
  /** Does whatever is due now, and nothing when nothing is; a missed or doubled call does no harm. */
  tick(): Promise<unknown>;
  readonly log: Log;
  readonly pulse?: Pulse;
}

export const createHeartbeat = ({ tick, log, pulse = createMinutePulse(log) }: HeartbeatDeps): Heartbeat => {
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    try {
      await tick();
    } catch (fault) {
      log.error(faultFields(fault), 'tick failed');
    }
  };
  /** One tick at a time; a beat during one is dropped, the next minute sees the same rows. */
  const beat = (): Promise<void> => {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    start: () => {
      pulse.start(beat);
      void beat();
    },
    stop: async () => {
      pulse.stop();
      await running;
    },
  };
};

/**
 * Every minute of UTC, in every instance. In a zone with daylight saving node-cron 4.6 falls silent
 * for an hour each autumn; due instants are computed by the core, so UTC is all it needs to know.
 */
const createMinutePulse = (log: Log): Pulse => {
  let beat: () => Promise<void> = async () => {};
  const task = createTask('* * * * *', () => beat(), {
    timezone: 'Etc/UTC',
    noOverlap: true,
    // A late tick loses nothing, and node-cron would print about it in words of its own.
    suppressMissedWarning: true,
    logger: quiet(log),
  });
  return {
    start: (given) => {
      beat = given;
      void task.start();
    },
    stop: () => void task.destroy(),
  };
};

const quiet = (log: Log) => ({
  debug: () => {},
  info: () => {},
  warn: () => log.warn({}, 'heartbeat was late'),
  error: (fault: string | Error) => log.error(faultFields(fault), 'heartbeat failed'),
});
