import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../src/ports/log.ts';

export type SdkLogger = Logger;

/**
 * The SDK's own log lines, kept to its fixed sentences: what follows the first argument may hold a payload.
 * Nothing here is an error of ours; what matters is logged where it is handled.
 */
export const sdkLogger = (log: Log): SdkLogger => {
  const warn = (...said: unknown[]): void => {
    const [first] = said;
    log.warn({ sdk: typeof first === 'string' ? first.slice(0, 120) : 'unnamed' }, 'slack_sdk');
  };
  return {
    debug: () => {},
    info: () => {},
    warn,
    error: warn,
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
};
