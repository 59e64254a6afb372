import { parseArgs } from 'node:util';
import type { Instant } from '../core/time.ts';
import type { Db } from '../store/schema.ts';

/** What the verbs for privacy are given by the command line. */
export interface Operator {
  readonly args: readonly string[];
  readonly now: Instant;
  /** Undefined where nobody sits at the terminal. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly withDatabase: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
}

const kinds = ['person', 'student', 'organization'] as const;

const options = {
  csv: { type: 'boolean' },
  yes: { type: 'boolean' },
  out: { type: 'string' },
  organization: { type: 'string' },
} as const;

/** `person "Ms. Rivera" --csv`; undefined when it does not say whom. */
export const readWish = (args: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [first, ...words] = positionals;
    const kind = kinds.find((known) => known === first);
    if (kind === undefined || (kind !== 'organization' && words.length === 0)) return undefined;
    return { ...values, kind, words: words.join(' ') };
  } catch {
    return undefined;
  }
};
