import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../core/time.ts';
import { timestamp } from './timestamp.ts';

/** Columns as a query names them. */
interface About {
  readonly subject: 'visits.id' | 'strategies.id' | 'classrooms.id';
  /** Only what this member was told counts. */
  readonly member?: 'class_paras.member_id' | 'strategy_readers.member_id';
  /** Only what was queued from then on counts. */
  readonly since?: Instant;
}

/** That nothing of this kind was sent about it yet, or waits to be. */
export const untold = (purpose: string, { subject, member, since }: About): RawBuilder<boolean> => {
  const toMember = member === undefined ? sql`` : sql`and outbox.member_id = ${sql.ref(member)}`;
  const lately = since === undefined ? sql`` : sql`and outbox.created_at >= ${timestamp(since)}`;
  return sql<boolean>`not exists (select from outbox where outbox.subject_id = ${sql.ref(subject)}
    and outbox.purpose = ${purpose} ${toMember} ${lately})`;
};
