import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../core/time.ts';

/** An instant as a value to compare a timestamp column with. */
export const timestamp = (instant: Instant): RawBuilder<Instant> => sql`${new Date(instant)}::timestamptz`;
