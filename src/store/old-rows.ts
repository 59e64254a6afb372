import { sql } from 'kysely';
import { DAY, type Instant, isoWeekOf, localTime } from '../core/time.ts';
import { type Keeping, keeping, THREE_YEARS } from './keeping.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';
import { forgetTrailBefore } from './trail.ts';

/** What is older than its class of rows is kept. Answers how many went, by table. */
export const forgetOldRows = async (trx: Trx, now: Instant): Promise<Readonly<Record<string, number>>> => {
  const gone: Record<string, number> = {};
  for (const [table, kept] of Object.entries(keeping)) {
    if (kept.days === undefined || kept.after === undefined) continue;
    const count = await forgetIn(trx, table, { ...kept, days: kept.days, after: kept.after }, now);
    if (count > 0) gone[table] = count;
  }
  const { pairings, students } = await forgetOverPairings(trx, now);
  return { ...gone, ...(pairings > 0 && { pairings }), ...(students > 0 && { students }) };
};

/** A pairing that is over goes when nothing is kept any more of what it did, and an alias with its last pairing. */
const forgetOverPairings = async (trx: Trx, now: Instant) => {
  const pairings = await sql`delete from pairings p
    where p.state <> 'active' and p.invited_at < ${timestamp(now - THREE_YEARS * DAY)}
    and not exists (select from visits v where v.pairing_id = p.id)
    and not exists (select from noted_minutes n where n.pairing_id = p.id)`.execute(trx);
  const students = await sql`delete from students s
    where not exists (select from pairing_students ps where ps.student_id = s.id)`.execute(trx);
  return {
    pairings: Number(pairings.numAffectedRows ?? 0),
    students: Number(students.numAffectedRows ?? 0),
  };
};

const forgetIn = async (
  trx: Trx,
  table: string,
  { days, after }: Keeping & { readonly days: number; readonly after: string },
  now: Instant,
): Promise<number> => {
  const before = now - days * DAY;
  if (table === 'trail') return forgetTrailBefore(trx, before);
  const column = sql.ref(after);
  const date = localTime(before, 'utc').date;
  const isOld =
    after === 'iso_week'
      ? sql`${column} < ${isoWeekOf(date)}`
      : /(^|_)date$/.test(after)
        ? sql`${column} < ${date}::date`
        : sql`${column} < ${timestamp(before)}`;
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${isOld}`.execute(trx);
  return Number(numAffectedRows ?? 0);
};
