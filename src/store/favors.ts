import type { Instant, LocalDate, Minute } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

export interface FavorView {
  readonly id: string;
  readonly visitId: string;
  readonly what: string;
  readonly state: Row<'favors'>['state'];
  readonly version: number;
  readonly therapistId: string;
  readonly therapistName: string;
  readonly teacherId: string;
  readonly teacherName: string;
  readonly classroomName: string;
  readonly date: LocalDate;
  readonly start: Minute;
  readonly zone: string;
}

const views = (trx: Trx) =>
  trx
    .selectFrom('favors')
    .innerJoin('visits', 'visits.id', 'favors.visit_id')
    .innerJoin('members as therapist', 'therapist.id', 'visits.therapist_id')
    .innerJoin('members as teacher', 'teacher.id', 'visits.teacher_id')
    .innerJoin('classrooms', 'classrooms.id', 'visits.classroom_id')
    .innerJoin('schools', 'schools.id', 'classrooms.school_id')
    .select([
      'favors.id',
      'favors.visit_id as visitId',
      'favors.what',
      'favors.state',
      'favors.version',
      'visits.therapist_id as therapistId',
      'therapist.name as therapistName',
      'visits.teacher_id as teacherId',
      'teacher.name as teacherName',
      'classrooms.name as classroomName',
      'visits.date',
      'visits.start_minute as start',
      'schools.zone',
    ]);

export const favorById = (trx: Trx, id: string): Promise<FavorView | undefined> =>
  views(trx).where('favors.id', '=', id).executeTakeFirst();

export const addFavor = async (trx: Trx, visitId: string, what: string, now: Instant): Promise<string> => {
  const row = await trx
    .insertInto('favors')
    .values({ visit_id: visitId, what, created_at: new Date(now) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** True when it was in one of `from`: of two taps at once, one settles it. */
export const settleFavor = async (
  trx: Trx,
  id: string,
  from: readonly FavorView['state'][],
  to: FavorView['state'],
): Promise<boolean> => {
  const result = await trx
    .updateTable('favors')
    .set((set) => ({ state: to, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

/** What this therapist said yes to and has not done, for lessons from that date on. */
export const wantedOf = (trx: Trx, therapistId: string, from: LocalDate): Promise<FavorView[]> =>
  views(trx)
    .where('visits.therapist_id', '=', therapistId)
    .where('favors.state', '=', 'wanted')
    .where('visits.date', '>=', from)
    .orderBy('visits.date')
    .orderBy('visits.start_minute')
    .execute();
