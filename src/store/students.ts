import { sql } from 'kysely';
import { grouped } from '../core/grouped.ts';
import type { Trx } from './schema.ts';

export const addStudents = async (
  trx: Trx,
  pairingId: string,
  classroomId: string,
  aliases: readonly string[],
): Promise<void> => {
  for (const alias of aliases) {
    const student = await trx
      .insertInto('students')
      .values({ classroom_id: classroomId, alias })
      .onConflict((conflict) =>
        conflict
          .expression(sql`organization_id, classroom_id, lower(alias)`)
          // Only so that the row is returned: it keeps the letters it was first given.
          .doUpdateSet((set) => ({ alias: set.ref('students.alias') })),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('pairing_students')
      .values({ pairing_id: pairingId, student_id: student.id })
      .execute();
  }
};

/** Of one pairing, by alias. */
export const studentsOfPairing = (
  trx: Trx,
  pairingId: string,
): Promise<{ readonly id: string; readonly alias: string }[]> =>
  trx
    .selectFrom('pairing_students')
    .innerJoin('students', 'students.id', 'pairing_students.student_id')
    .select(['students.id', 'students.alias'])
    .where('pairing_students.pairing_id', '=', pairingId)
    .orderBy('students.alias')
    .execute();

/** The aliases of each pairing, for the therapist's own eyes. */
export const aliasesOf = async (trx: Trx, pairingIds: readonly string[]): Promise<Map<string, string[]>> => {
  if (pairingIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('pairing_students')
    .innerJoin('students', 'students.id', 'pairing_students.student_id')
    .select(['pairing_students.pairing_id as pairingId', 'students.alias'])
    .where('pairing_students.pairing_id', 'in', [...pairingIds])
    .orderBy('students.alias')
    .execute();
  return grouped(rows.map(({ pairingId, alias }) => [pairingId, alias]));
};

/** For the therapist's own eyes, student by student. */
export const studentAliases = async (
  trx: Trx,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (studentIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('students')
    .select(['id', 'alias'])
    .where('id', 'in', [...studentIds])
    .execute();
  return new Map(rows.map(({ id, alias }) => [id, alias]));
};

/** Every student of these classes by alias, whoever works with them: only to be looked for in words. */
export const aliasesOfClassrooms = async (trx: Trx, classroomIds: readonly string[]): Promise<string[]> => {
  if (classroomIds.length === 0) return [];
  const rows = await trx
    .selectFrom('students')
    .select('alias')
    .where('classroom_id', 'in', [...classroomIds])
    .execute();
  return rows.map(({ alias }) => alias);
};
