import { sql } from 'kysely';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** A bucket that holds `burst` and gets one more each `everyMs`. */
export interface Allowance {
  readonly burst: number;
  readonly everyMs: number;
}

export interface Taken {
  readonly count: number;
  /** When the next one may be taken. */
  readonly next: Instant;
}

/** Takes up to `wanted` from a bucket that all instances share. */
export const take = async (
  trx: Trx,
  name: string,
  { burst, everyMs }: Allowance,
  wanted: number,
  now: Instant,
): Promise<Taken> => {
  const fullAt = await lockBucket(trx, name, now);
  const missing = Math.max(0, fullAt - now);
  const left = Math.max(0, Math.floor((burst * everyMs - missing) / everyMs));
  const count = Math.min(wanted, left);
  const after = Math.max(fullAt, now) + count * everyMs;
  if (count > 0) await setFullAt(trx, name, after);
  return { count, next: Math.max(now, after - (burst - 1) * everyMs) };
};

/** Takes one, in one statement; false when there is none left. */
export const takeOne = async (
  trx: Trx,
  name: string,
  { burst, everyMs }: Allowance,
  now: Instant,
): Promise<boolean> => {
  const { rows } = await sql`
    insert into allowances (name, full_at) values (${name}, ${timestamp(now + everyMs)})
    on conflict (organization_id, name) do update
      set full_at = greatest(allowances.full_at, ${timestamp(now)}) + make_interval(secs => ${everyMs / 1000})
      where greatest(allowances.full_at, ${timestamp(now)}) <= ${timestamp(now + (burst - 1) * everyMs)}
    returning name`.execute(trx);
  return rows.length > 0;
};

/** The platform asked for patience: nothing more is taken before that instant, by no instance. */
export const closeUntil = async (
  trx: Trx,
  name: string,
  { burst, everyMs }: Allowance,
  until: Instant,
  now: Instant,
): Promise<void> => {
  const fullAt = await lockBucket(trx, name, now);
  await setFullAt(trx, name, Math.max(fullAt, until + (burst - 1) * everyMs));
};

/** One statement makes the bucket, or finds it and locks it. */
const lockBucket = async (trx: Trx, name: string, now: Instant): Promise<Instant> => {
  const row = await trx
    .insertInto('allowances')
    .values({ name, full_at: new Date(now) })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'name']).doUpdateSet({ full_at: sql`allowances.full_at` }),
    )
    .returning('full_at')
    .executeTakeFirstOrThrow();
  return row.full_at;
};

const setFullAt = async (trx: Trx, name: string, fullAt: Instant): Promise<void> => {
  await trx
    .updateTable('allowances')
    .set({ full_at: timestamp(fullAt) as never })
    .where('name', '=', name)
    .execute();
};
