import type { About, RequestAnswer } from '../core/request.ts';
import type { Instant } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

export interface RequestView {
  readonly id: string;
  readonly classroomId: string;
  readonly classroomName: string;
  readonly teacherId: string;
  readonly teacherName: string;
  readonly about: About;
  readonly words: string;
  readonly state: Row<'requests'>['state'];
  readonly answer: RequestAnswer | null;
  readonly answeredBy: string | null;
  readonly answeredByName: string | null;
  readonly version: number;
}

export const requestById = (trx: Trx, id: string): Promise<RequestView | undefined> =>
  trx
    .selectFrom('requests')
    .innerJoin('classrooms', 'classrooms.id', 'requests.classroom_id')
    .innerJoin('members as teacher', 'teacher.id', 'requests.teacher_id')
    .leftJoin('members as answerer', 'answerer.id', 'requests.answered_by')
    .select([
      'requests.id',
      'requests.classroom_id as classroomId',
      'classrooms.name as classroomName',
      'requests.teacher_id as teacherId',
      'teacher.name as teacherName',
      'requests.about',
      'requests.words',
      'requests.state',
      'requests.answer',
      'requests.answered_by as answeredBy',
      'answerer.name as answeredByName',
      'requests.version',
    ])
    .where('requests.id', '=', id)
    .executeTakeFirst();

export const addRequest = async (
  trx: Trx,
  request: {
    readonly classroomId: string;
    readonly teacherId: string;
    readonly about: About;
    readonly words: string;
    readonly state: 'draft' | 'open';
  },
  now: Instant,
): Promise<string> => {
  const { classroomId, teacherId, ...said } = request;
  const row = await trx
    .insertInto('requests')
    .values({ classroom_id: classroomId, teacher_id: teacherId, ...said, created_at: new Date(now) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** True when it was in one of `from`: of two taps at once, one settles it. */
export const settleRequest = async (
  trx: Trx,
  id: string,
  from: readonly RequestView['state'][],
  to: { readonly state: RequestView['state']; readonly answer?: RequestAnswer; readonly by?: string },
): Promise<boolean> => {
  const result = await trx
    .updateTable('requests')
    .set((set) => ({
      state: to.state,
      answer: to.answer ?? null,
      answered_by: to.by ?? null,
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};
