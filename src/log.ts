import { pino } from 'pino';
import type { LogLevel } from './config/variables.ts';
import type { Log } from './ports/log.ts';

/** JSON lines on standard output. `to` is for tests. */
export const createLog = (level: LogLevel, to?: { write(line: string): void }): Log => {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = to === undefined ? pino(options) : pino(options, to);
  return {
    info: (fields, event) => logger.info(fields, event),
    warn: (fields, event) => logger.warn(fields, event),
    error: (fields, event) => logger.error(fields, event),
  };
};
