import type { ColumnType, Generated } from 'kysely';
import type { Instant, Minute } from '../core/time.ts';

/** Read as epoch milliseconds (see pool.ts), written as a Date. */
export type Timestamp = ColumnType<Instant, Date, Date>;
export type MaybeTimestamp = ColumnType<Instant | null, Date | null | undefined, Date | null>;
/** `jsonb`: pg writes JSON text and reads it back as a value. */
export type Json<T> = ColumnType<T, string, string>;
export type MaybeJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
/** Filled by the database from the transaction's own setting. */
export type Organization = Generated<string>;

export interface Spanned {
  start_minute: Minute;
  end_minute: Minute;
}
