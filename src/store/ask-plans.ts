import type { Instant, LocalDate } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** Whether the questions about this date were planned since then, and nothing has happened after. */
export const isPlanned = async (
  trx: Trx,
  schoolId: string,
  date: LocalDate,
  since: Instant,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('ask_plans')
    .select('school_id')
    .where('school_id', '=', schoolId)
    .where('date', '=', date)
    .where('planned_at', '>', timestamp(since))
    .executeTakeFirst();
  return row !== undefined;
};

export const notePlanned = async (
  trx: Trx,
  schoolId: string,
  date: LocalDate,
  now: Instant,
): Promise<void> => {
  const planned_at = new Date(now);
  await trx
    .insertInto('ask_plans')
    .values({ school_id: schoolId, date, planned_at })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'school_id']).doUpdateSet({ date, planned_at }),
    )
    .execute();
};

/**
 * This person did something that questions depend on: the next tick plans anew, in their own school and in those of
 * the classes they work with.
 */
export const planAnew = async (trx: Trx, memberId: string): Promise<void> => {
  await trx
    .deleteFrom('ask_plans')
    .where((where) =>
      where.or([
        where(
          'school_id',
          '=',
          where.selectFrom('members').select('school_id').where('members.id', '=', memberId),
        ),
        where(
          'school_id',
          'in',
          where
            .selectFrom('pairings')
            .innerJoin('classrooms', 'classrooms.id', 'pairings.classroom_id')
            .select('classrooms.school_id')
            .where((pairing) =>
              pairing.or([
                pairing('pairings.therapist_id', '=', memberId),
                pairing('pairings.teacher_id', '=', memberId),
              ]),
            ),
        ),
      ]),
    )
    .execute();
};
