import type { Route } from '../../src/ports/adapter.ts';
import type { Log } from '../../src/ports/log.ts';

interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly event: string;
}

/** A log that can be read back. */
export const createLines = (): { log: Log; lines: Line[] } => {
  const lines: Line[] = [];
  const at = (level: Line['level']) => (fields: Line['fields'], event: string) => {
    lines.push({ level, fields, event });
  };
  return { lines, log: { info: at('info'), warn: at('warn'), error: at('error') } };
};

/** A promise and the hand that settles it. */
export const createGate = (): { opened: Promise<void>; open(): void } => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};

export const get = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path, handle });
