import { faultFields } from './ports/fault-fields.ts';
import type { Log } from './ports/log.ts';

/**
 * A bug that nobody caught: told without anybody's words, then the process stops in order, because what it
 * holds in memory can't be trusted any more. Whoever runs it starts it again; nothing due is lost.
 */
export const stopInOrderOnBugs = (log: Log): void => {
  const stop = (fault: unknown): void => {
    log.error(faultFields(fault), 'bug: stopping');
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  };
  process.on('uncaughtException', stop);
  process.on('unhandledRejection', stop);
};
