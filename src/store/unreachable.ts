import { CannotStart } from '../ports/cannot-start.ts';

/** By Postgres' code (https://www.postgresql.org/docs/current/errcodes-appendix.html), what to do about it. */
const remedies: Readonly<Record<string, string>> = {
  '28P01': 'Postgres refuses the password: mend it in the address.',
  '28000': 'Postgres refuses the user: mend the name in the address, or let that user in.',
  '3D000': 'It has no database of that name: create it, or mend the name in the address.',
  '53300': 'It has no connection left: raise max_connections, or stop what holds them.',
};

/** The address itself is left out: it holds a password. */
export const unreachable = (error: unknown): CannotStart => {
  const { code, message } = error as NodeJS.ErrnoException;
  const remedy = remedies[code ?? ''] ?? 'Is it running, and is the address right?';
  return new CannotStart(`The Postgres of DATABASE_URL cannot be reached (${code ?? message}). ${remedy}`);
};
