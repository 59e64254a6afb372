import { type Instant, type LocalDate, mondayOf, type Span, sundayOf } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

export interface AskView extends Span {
  readonly id: string;
  readonly classroomId: string;
  readonly classroomName: string;
  readonly teacherId: string;
  readonly teacherName: string;
  readonly date: LocalDate;
  readonly state: Row<'asks'>['state'];
  readonly timesAsked: number;
  readonly version: number;
  readonly activityId: string | null;
}

const views = (trx: Trx) =>
  trx
    .selectFrom('asks')
    .innerJoin('classrooms', 'classrooms.id', 'asks.classroom_id')
    .innerJoin('members as teacher', 'teacher.id', 'asks.teacher_id')
    .select([
      'asks.id',
      'asks.classroom_id as classroomId',
      'classrooms.name as classroomName',
      'asks.teacher_id as teacherId',
      'teacher.name as teacherName',
      'asks.date',
      'asks.start_minute as start',
      'asks.end_minute as end',
      'asks.state',
      'asks.times_asked as timesAsked',
      'asks.version',
      'asks.activity_id as activityId',
    ]);

export const askById = (trx: Trx, id: string): Promise<AskView | undefined> =>
  views(trx).where('asks.id', '=', id).executeTakeFirst();

/** Both dates included. */
export const asksOfClassroom = (
  trx: Trx,
  classroomId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<AskView[]> =>
  views(trx)
    .where('asks.classroom_id', '=', classroomId)
    .where('asks.date', '>=', from)
    .where('asks.date', '<=', to)
    .orderBy('asks.date')
    .orderBy('asks.start_minute')
    .execute();

/** Every question to a teacher about the week that date lies in, whoever wanted it. */
export const asksInWeek = (trx: Trx, teacherId: string, date: LocalDate): Promise<AskView[]> =>
  weekOf(trx, date).where('asks.teacher_id', '=', teacherId).execute();

export const asksInWeekOfSchool = (trx: Trx, schoolId: string, date: LocalDate): Promise<AskView[]> =>
  weekOf(trx, date).where('classrooms.school_id', '=', schoolId).execute();

const weekOf = (trx: Trx, date: LocalDate) =>
  views(trx).where('asks.date', '>=', mondayOf(date)).where('asks.date', '<=', sundayOf(date));

/** What still waits for a teacher's word, soonest first. */
export const openAsksOfTeacher = (trx: Trx, teacherId: string, from: LocalDate): Promise<AskView[]> =>
  views(trx)
    .where('asks.teacher_id', '=', teacherId)
    .where('asks.state', 'in', ['open', 'unsure'])
    .where('asks.date', '>=', from)
    .orderBy('asks.date')
    .orderBy('asks.start_minute')
    .execute();

/** The ask for this slot: a new one, or the one somebody already put. */
export const ensureAsk = async (
  trx: Trx,
  slot: Span & { classroomId: string; teacherId: string; date: LocalDate },
  now: Instant,
): Promise<{ id: string; isNew: boolean }> => {
  const added = await trx
    .insertInto('asks')
    .values({
      classroom_id: slot.classroomId,
      teacher_id: slot.teacherId,
      date: slot.date,
      start_minute: slot.start,
      end_minute: slot.end,
      created_at: new Date(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) return { id: added.id, isNew: true };
  const standing = await trx
    .selectFrom('asks')
    .select('id')
    .where('classroom_id', '=', slot.classroomId)
    .where('date', '=', slot.date)
    .where('start_minute', '=', slot.start)
    .executeTakeFirstOrThrow();
  return { id: standing.id, isNew: false };
};

export const countAsk = async (trx: Trx, id: string): Promise<void> => {
  await trx
    .updateTable('asks')
    .set((set) => ({ times_asked: set('times_asked', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

/** Counts as asked so often: she, and not the day, ended it. */
export const countAsAsked = async (trx: Trx, id: string, times: number): Promise<void> => {
  await trx.updateTable('asks').set({ times_asked: times }).where('id', '=', id).execute();
};

/** Asked a second time, so the question stands as it did the first. */
export const reopenUnsure = async (trx: Trx, id: string): Promise<void> => {
  await trx
    .updateTable('asks')
    .set((set) => ({ state: 'open', version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'unsure')
    .execute();
};

/** Moves an ask on and outdates every button drawn before. */
export const settleAsk = async (
  trx: Trx,
  id: string,
  state: Row<'asks'>['state'],
  activityId: string | null = null,
): Promise<void> => {
  await trx
    .updateTable('asks')
    .set((set) => ({ state, activity_id: activityId, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};
