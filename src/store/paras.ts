import type { Classroom } from '../core/classroom.ts';
import type { Instant, LocalDate } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { untold } from './untold.ts';

/** From now on this para belongs to that class. */
export const addClassPara = async (
  trx: Trx,
  classroomId: string,
  memberId: string,
  now: Instant,
): Promise<void> => {
  await trx
    .insertInto('class_paras')
    .values({ classroom_id: classroomId, member_id: memberId, since: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const removeClassPara = async (trx: Trx, classroomId: string, memberId: string): Promise<void> => {
  await trx
    .deleteFrom('class_paras')
    .where('classroom_id', '=', classroomId)
    .where('member_id', '=', memberId)
    .execute();
  // What is tried in that class was told her as one of its adults.
  await trx
    .deleteFrom('strategy_readers')
    .where('member_id', '=', memberId)
    .where('strategy_id', 'in', (select) =>
      select
        .selectFrom('strategies')
        .innerJoin('pairings', 'pairings.id', 'strategies.pairing_id')
        .select('strategies.id')
        .where('pairings.classroom_id', '=', classroomId),
    )
    .execute();
};

/** The classes these paras belong to, with whose they are. */
export const classroomsOfParas = async (
  trx: Trx,
  memberIds: readonly string[],
): Promise<(Classroom & { readonly paraId: string })[]> => {
  if (memberIds.length === 0) return [];
  const rows = await trx
    .selectFrom('class_paras')
    .innerJoin('classrooms', 'classrooms.id', 'class_paras.classroom_id')
    .select([
      'classrooms.id',
      'classrooms.school_id as schoolId',
      'classrooms.name',
      'classrooms.teacher_id as teacherId',
      'classrooms.grade',
      'class_paras.member_id as paraId',
    ])
    .where('class_paras.member_id', 'in', [...memberIds])
    .orderBy('classrooms.name')
    .execute();
  return rows.map(({ grade, ...room }) => (grade === null ? room : { ...room, grade }));
};

export const parasOfClassroom = async (trx: Trx, classroomId: string): Promise<string[]> => {
  const rows = await trx
    .selectFrom('class_paras')
    .innerJoin('members', 'members.id', 'class_paras.member_id')
    .select('class_paras.member_id')
    .where('class_paras.classroom_id', '=', classroomId)
    .where('members.active', '=', true)
    .orderBy('members.name')
    .execute();
  return rows.map((row) => row.member_id);
};

export const isInClass = async (trx: Trx, classroomId: string, memberId: string): Promise<boolean> =>
  (await parasOfClassroom(trx, classroomId)).includes(memberId);

/** Agreed visits on these dates in classes with a para who has not been told of them. */
export const untoldParas = (
  trx: Trx,
  schoolId: string,
  dates: readonly LocalDate[],
): Promise<{ visitId: string; memberId: string; date: LocalDate; start: number }[]> =>
  trx
    .selectFrom('visits')
    .innerJoin('classrooms', 'classrooms.id', 'visits.classroom_id')
    .innerJoin('class_paras', 'class_paras.classroom_id', 'classrooms.id')
    .innerJoin('members', 'members.id', 'class_paras.member_id')
    .select([
      'visits.id as visitId',
      'class_paras.member_id as memberId',
      'visits.date',
      'visits.start_minute as start',
    ])
    .where('classrooms.school_id', '=', schoolId)
    .where('visits.state', '=', 'agreed')
    .where('visits.date', 'in', [...dates])
    .where('members.active', '=', true)
    .where(untold('para-visit', { subject: 'visits.id', member: 'class_paras.member_id' }))
    .orderBy('visits.date')
    .orderBy('visits.start_minute')
    .orderBy('class_paras.member_id')
    .execute();
