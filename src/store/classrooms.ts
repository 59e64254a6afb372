import type { Classroom } from '../core/classroom.ts';
import type { Trx } from './schema.ts';

const columns = ['id', 'school_id as schoolId', 'name', 'teacher_id as teacherId'] as const;

export const classroomById = (trx: Trx, id: string): Promise<Classroom | undefined> =>
  trx.selectFrom('classrooms').select(columns).where('id', '=', id).executeTakeFirst();

export const classroomsOfTeacher = (trx: Trx, teacherId: string): Promise<Classroom[]> =>
  trx.selectFrom('classrooms').select(columns).where('teacher_id', '=', teacherId).orderBy('name').execute();

export const classroomByName = (trx: Trx, schoolId: string, name: string): Promise<Classroom | undefined> =>
  trx
    .selectFrom('classrooms')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst();

export const addClassroom = async (
  trx: Trx,
  classroom: { schoolId: string; teacherId: string; name: string },
): Promise<string> => {
  const row = await trx
    .insertInto('classrooms')
    .values({ school_id: classroom.schoolId, teacher_id: classroom.teacherId, name: classroom.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** The classes with a live pairing: the only ones PushIn asks about. */
export const classroomsWithPairings = (trx: Trx): Promise<Classroom[]> =>
  trx
    .selectFrom('classrooms')
    .select(columns)
    .where((where) =>
      where.exists(
        where
          .selectFrom('pairings')
          .select('pairings.id')
          .whereRef('pairings.classroom_id', '=', 'classrooms.id')
          .where('pairings.state', '=', 'active'),
      ),
    )
    .orderBy('name')
    .execute();
