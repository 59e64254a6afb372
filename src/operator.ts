import type { Instant } from './core/time.ts';
import type { Db } from './store/schema.ts';

/** What a verb that works on the rows is given by the command line. */
export interface Operator {
  readonly args: readonly string[];
  readonly now: Instant;
  /** Undefined where nobody sits at the terminal. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Opened only when it is called. */
  readonly withDatabase: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
}
