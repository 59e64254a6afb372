import type { Absence, Shift } from '../core/calendar/absence.ts';
import { grouped } from '../core/grouped.ts';
import { addDays, type Instant, type LocalDate, type Minute, type Span } from '../core/time.ts';
import type { Trx } from './schema.ts';

/** Between these dates, both included, for all of these people at once. */
export const absencesOf = async (
  trx: Trx,
  memberIds: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<ReadonlyMap<string, readonly Absence[]>> => {
  if (memberIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('absences')
    .select(['member_id', 'start_date as start', 'end_date as end', 'start_minute', 'end_minute'])
    .where('member_id', 'in', [...memberIds])
    .where('end_date', '>=', from)
    .where('start_date', '<=', to)
    .orderBy('start_date')
    .execute();
  return grouped(
    rows.map(({ member_id, start, end, ...row }) => [member_id, { start, end, ...partOf(row) }]),
  );
};

/** Everything somebody said in one breath shares its `saying`, a UUID. Answers with the first one's id. */
export const addAbsences = async (
  trx: Trx,
  memberId: string,
  absences: readonly Absence[],
  now: Instant,
  saying: string,
): Promise<string | undefined> => {
  if (absences.length === 0) return undefined;
  const rows = await trx
    .insertInto('absences')
    .values(
      absences.map(({ start, end, part }) => ({
        member_id: memberId,
        start_date: start,
        end_date: end,
        start_minute: part?.start ?? null,
        end_minute: part?.end ?? null,
        said_at: new Date(now),
        saying,
      })),
    )
    .returning('id')
    .execute();
  return rows[0]?.id;
};

/** What this person said in the same breath as this absence; nothing when it is somebody else's. */
export const absencesSaidWith = async (
  trx: Trx,
  memberId: string,
  id: string,
): Promise<{ saying: string; absences: Absence[] } | undefined> => {
  const rows = await trx
    .selectFrom('absences')
    .select(['saying', 'start_date as start', 'end_date as end', 'start_minute', 'end_minute'])
    .where('member_id', '=', memberId)
    .where((where) =>
      where('saying', '=', where.selectFrom('absences as one').select('one.saying').where('one.id', '=', id)),
    )
    .orderBy('start_date')
    .execute();
  const [first] = rows;
  return (
    first && {
      saying: first.saying,
      absences: rows.map(({ start, end, ...row }) => ({ start, end, ...partOf(row) })),
    }
  );
};

/** Each with its id, of what is not over. */
export const absencesSaidBy = async (
  trx: Trx,
  memberId: string,
  today: LocalDate,
): Promise<(Absence & { readonly id: string; readonly saying: string; readonly saidAt: Instant })[]> => {
  const rows = await trx
    .selectFrom('absences')
    .select([
      'id',
      'saying',
      'said_at as saidAt',
      'start_date as start',
      'end_date as end',
      'start_minute',
      'end_minute',
    ])
    .where('member_id', '=', memberId)
    .where('end_date', '>=', today)
    .orderBy('start_date')
    .execute();
  return rows.map(({ id, saying, saidAt, start, end, ...row }) => ({
    id,
    saying,
    saidAt,
    start,
    end,
    ...partOf(row),
  }));
};

export const takeBackAbsences = async (trx: Trx, memberId: string, saying: string): Promise<void> => {
  await trx.deleteFrom('absences').where('member_id', '=', memberId).where('saying', '=', saying).execute();
};

/** "I'm back": what is left of the absences this day lies in is gone; what is past, and what is to come, stays. */
export const endAbsences = async (trx: Trx, memberId: string, today: LocalDate): Promise<void> => {
  await trx
    .deleteFrom('absences')
    .where('member_id', '=', memberId)
    .where('start_date', '=', today)
    .execute();
  await trx
    .updateTable('absences')
    .set({ end_date: addDays(today, -1) })
    .where('member_id', '=', memberId)
    .where('start_date', '<', today)
    .where('end_date', '>=', today)
    .execute();
};

/** Those to come as well. */
export const endAllAbsences = async (trx: Trx, memberId: string, today: LocalDate): Promise<void> => {
  await trx
    .deleteFrom('absences')
    .where('member_id', '=', memberId)
    .where('start_date', '>', today)
    .execute();
  await endAbsences(trx, memberId, today);
};

/** Where somebody is when, of all their schools. */
export interface SchoolShift extends Shift {
  readonly schoolId: string;
}

export const shiftsOf = async (
  trx: Trx,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SchoolShift[]>> => {
  if (memberIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('shifts')
    .select(['member_id', 'school_id', 'weekdays', 'start_minute', 'end_minute'])
    .where('member_id', 'in', [...memberIds])
    .orderBy('weekdays')
    .orderBy('start_minute')
    .execute();
  return grouped(
    rows.map((row) => [
      row.member_id,
      {
        schoolId: row.school_id,
        weekdays: row.weekdays,
        ...partOf(row),
      },
    ]),
  );
};

export const replaceShifts = async (
  trx: Trx,
  memberId: string,
  shifts: readonly SchoolShift[],
): Promise<void> => {
  await trx.deleteFrom('shifts').where('member_id', '=', memberId).execute();
  if (shifts.length === 0) return;
  await trx
    .insertInto('shifts')
    .values(
      shifts.map((shift) => ({
        member_id: memberId,
        school_id: shift.schoolId,
        weekdays: [...shift.weekdays],
        start_minute: shift.part?.start ?? null,
        end_minute: shift.part?.end ?? null,
      })),
    )
    .execute();
};

const partOf = (row: { start_minute: Minute | null; end_minute: Minute | null }): { part?: Span } =>
  row.start_minute === null || row.end_minute === null
    ? {}
    : { part: { start: row.start_minute, end: row.end_minute } };
