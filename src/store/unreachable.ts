import { CannotStart } from '../ports/cannot-start.ts';

const untrusted =
  'Its certificate is signed by nobody known here: put sslrootcert=<file> with its authority into the address.';

/** By Postgres' code (https://www.postgresql.org/docs/current/errcodes-appendix.html), what to do about it. */
const remedies: Readonly<Record<string, string>> = {
  '28P01': 'Postgres refuses the password: mend it in the address.',
  '28000':
    'Postgres refuses the user: mend the name in the address, or let that user in. If it takes encrypted connections only, put sslmode=verify-full there.',
  '3D000': 'It has no database of that name: create it, or mend the name in the address.',
  '53300': 'It has no connection left: raise max_connections, or stop what holds them.',
  // By Node's (https://nodejs.org/api/tls.html#x509-certificate-error-codes).
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  ENOENT: 'A file that the address names is not there: mend its sslrootcert, or the folder of its socket.',
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
};

/** The address itself is left out: it holds a password. */
export const unreachable = (error: unknown): CannotStart => {
  const { code, message } = error as NodeJS.ErrnoException;
  const remedy = remedies[code ?? ''] ?? 'Is it running, and is the address right?';
  return new CannotStart(`The Postgres of DATABASE_URL cannot be reached (${code ?? message}). ${remedy}`);
};
