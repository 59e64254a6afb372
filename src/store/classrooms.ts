import type { Classroom } from '../core/classroom.ts';
import type { Trx } from './schema.ts';

const all = (trx: Trx) =>
  trx
    .selectFrom('classrooms')
    .select(['id', 'school_id as schoolId', 'name', 'teacher_id as teacherId', 'grade'])
    .orderBy('name');
type ClassroomRow = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

const toClassroom = ({ grade, ...room }: ClassroomRow): Classroom =>
  grade === null ? room : { ...room, grade };

export const classroomById = async (trx: Trx, id: string): Promise<Classroom | undefined> => {
  const row = await all(trx).where('id', '=', id).executeTakeFirst();
  return row && toClassroom(row);
};

export const classroomsOfTeacher = async (trx: Trx, teacherId: string): Promise<Classroom[]> =>
  (await all(trx).where('teacher_id', '=', teacherId).execute()).map(toClassroom);

export const classroomsOfTeachers = async (trx: Trx, teacherIds: readonly string[]): Promise<Classroom[]> => {
  if (teacherIds.length === 0) return [];
  const rows = await all(trx)
    .where('teacher_id', 'in', [...teacherIds])
    .execute();
  return rows.map(toClassroom);
};

export const classroomsOfSchool = async (trx: Trx, schoolId: string): Promise<Classroom[]> =>
  (await all(trx).where('school_id', '=', schoolId).execute()).map(toClassroom);

export const classroomByName = async (
  trx: Trx,
  schoolId: string,
  name: string,
): Promise<Classroom | undefined> => {
  const row = await all(trx)
    .where('school_id', '=', schoolId)
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  return row && toClassroom(row);
};

export const addClassroom = async (
  trx: Trx,
  classroom: { schoolId: string; teacherId: string; name: string; grade?: string },
): Promise<string> => {
  const row = await trx
    .insertInto('classrooms')
    .values({
      school_id: classroom.schoolId,
      teacher_id: classroom.teacherId,
      name: classroom.name,
      grade: classroom.grade ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** The schools that have a class at all; a district's office has none. */
export const schoolsWithClasses = async (trx: Trx): Promise<string[]> => {
  const rows = await trx.selectFrom('classrooms').select('school_id').distinct().execute();
  return rows.map((row) => row.school_id);
};

/** The classes of a school with a live pairing: the only ones PushIn asks about. */
export const classroomsWithPairings = async (trx: Trx, schoolId: string): Promise<Classroom[]> => {
  const rows = await all(trx)
    .where('classrooms.school_id', '=', schoolId)
    .where((where) =>
      where.exists(
        where
          .selectFrom('pairings')
          .select('pairings.id')
          .whereRef('pairings.classroom_id', '=', 'classrooms.id')
          .where('pairings.state', '=', 'active'),
      ),
    )
    .execute();
  return rows.map(toClassroom);
};
