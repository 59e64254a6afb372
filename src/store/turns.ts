import { sql } from 'kysely';
import { readAnew } from './once.ts';
import type { Trx } from './schema.ts';

/**
 * Where a rule counts rows before it adds one, two at once would both still find room: the second waits here
 * until the first has committed. The organization is part of the key, so nobody waits for another district.
 */
export const takeTurn = async (trx: Trx, what: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_organization()::text || ${what}, 0))`.execute(
    trx,
  );
  // What the first wrote meanwhile is to be seen.
  readAnew(trx);
};
