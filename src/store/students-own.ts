import { type RawBuilder, sql } from 'kysely';

const pairingsOf = (studentId: string): RawBuilder<unknown> =>
  sql`(select pairing_id from pairing_students where student_id = ${studentId})`;

/** Pairings in which that student is the only one. */
export const pairingsOnlyFor = (studentId: string): RawBuilder<unknown> =>
  sql`(select pairing_id from pairing_students group by pairing_id
    having bool_and(student_id = ${studentId}))`;

/** A visit without rows of its own is for every student of its pairing, unless those it was for are forgotten. */
const isForAll = sql`not v.student_gone and not exists (select from visit_students s where s.visit_id = v.id)`;

/** Every visit the student was part of. */
export const visitsFor = (studentId: string): RawBuilder<unknown> =>
  sql`(select v.id from visits v where v.pairing_id in ${pairingsOf(studentId)} and (${isForAll}
    or exists (select from visit_students s where s.visit_id = v.id and s.student_id = ${studentId})))`;

/** Those in which nobody else was. */
export const visitsOnlyFor = (studentId: string): RawBuilder<unknown> =>
  sql`(select v.id from visits v where (${isForAll} and v.pairing_id in ${pairingsOnlyFor(studentId)})
    or v.id in (select visit_id from visit_students group by visit_id having bool_and(student_id = ${studentId})))`;
