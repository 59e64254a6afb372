import type { Instant, LocalDate } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

export const prebriefById = (trx: Trx, id: string): Promise<Row<'prebriefs'> | undefined> =>
  trx.selectFrom('prebriefs').selectAll().where('id', '=', id).executeTakeFirst();

/** Teachers of a school with agreed visits on that date and no card about it yet. */
export const teachersToBrief = async (trx: Trx, schoolId: string, date: LocalDate): Promise<string[]> => {
  const rows = await trx
    .selectFrom('visits')
    .innerJoin('classrooms', 'classrooms.id', 'visits.classroom_id')
    .select('visits.teacher_id')
    .distinct()
    .where('classrooms.school_id', '=', schoolId)
    .where('visits.date', '=', date)
    .where('visits.state', '=', 'agreed')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('prebriefs')
            .select('prebriefs.id')
            .whereRef('prebriefs.teacher_id', '=', 'visits.teacher_id')
            .where('prebriefs.date', '=', date),
        ),
      ),
    )
    .orderBy('visits.teacher_id')
    .execute();
  return rows.map((row) => row.teacher_id);
};

/** One per teacher and date; undefined when it is there already. */
export const addPrebrief = async (
  trx: Trx,
  teacherId: string,
  date: LocalDate,
): Promise<string | undefined> => {
  const row = await trx
    .insertInto('prebriefs')
    .values({ teacher_id: teacherId, date })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

/** The card about these people's day, if there is one. */
export const prebriefOf = async (
  trx: Trx,
  teacherId: string,
  date: LocalDate,
): Promise<string | undefined> => {
  const row = await trx
    .selectFrom('prebriefs')
    .select('id')
    .where('teacher_id', '=', teacherId)
    .where('date', '=', date)
    .executeTakeFirst();
  return row?.id;
};

export const confirmPrebrief = async (trx: Trx, id: string, now: Instant): Promise<void> => {
  await trx
    .updateTable('prebriefs')
    .set({ confirmed_at: new Date(now) })
    .where('id', '=', id)
    .execute();
};

export const writePrebrief = async (
  trx: Trx,
  id: string,
  words: { readonly materials: string; readonly words: string },
): Promise<number> => {
  const row = await trx
    .updateTable('prebriefs')
    .set((set) => ({ ...words, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
};
