import { sql } from 'kysely';
import type { Instant } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** Who did what, when, about whom: written by the database at each change (migrations/0009_trail.sql). */
export type TrailEntry = Omit<Row<'trail'>, 'organization_id'>;

export const trailOf = (trx: Trx): Promise<TrailEntry[]> =>
  trx
    .selectFrom('trail')
    .select(['number', 'at', 'actor_id', 'act', 'what', 'about', 'change', 'previous', 'hash'])
    .orderBy('number')
    .execute();

/** The numbers at which somebody has touched the trail; none when it is whole. */
export const trailBreaks = async (trx: Trx): Promise<number[]> => {
  const { rows } = await sql<{ number: number }>`select trail_breaks() as number`.execute(trx);
  return rows.map((row) => Number(row.number));
};

/** What an operator did at the command line. */
export const noteOperatorAct = async (
  trx: Trx,
  act: 'exported' | 'forgot',
  what: 'person' | 'student' | 'organization',
  id: string,
): Promise<void> => {
  await sql`select note_operator_act(${act}, ${what}, ${JSON.stringify({ id })}::jsonb)`.execute(trx);
};

/** Somebody opened notes about a student or a visit. */
export const noteRead = async (
  trx: Trx,
  memberId: string,
  what: string,
  subjectId: string,
  now: Instant,
): Promise<void> => {
  await trx
    .insertInto('note_reads')
    .values({ member_id: memberId, what, subject_id: subjectId, read_at: new Date(now) })
    .execute();
};

/** What is younger than a year stays, whatever is asked. */
export const forgetTrailBefore = async (trx: Trx, before: Instant): Promise<number> => {
  const { rows } = await sql<{
    gone: number;
  }>`select forget_trail_before(${timestamp(before)}) as gone`.execute(trx);
  return rows[0]?.gone ?? 0;
};
