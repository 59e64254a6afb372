import { addDays, type LocalDate } from '../core/time.ts';
import type { StudentMandate } from '../core/week-plan/student-mandate.ts';
import type { Trx } from './schema.ts';

/** What the students of these pairings are to get. */
export const mandatesOf = async (trx: Trx, pairingIds: readonly string[]): Promise<StudentMandate[]> =>
  pairingIds.length === 0
    ? []
    : trx
        .selectFrom('mandates')
        .select([
          'id',
          'pairing_id as pairingId',
          'student_id as studentId',
          'count',
          'minutes',
          'period',
          'setting',
          'starts_on as startsOn',
          'ends_on as endsOn',
        ])
        .where('pairing_id', 'in', [...pairingIds])
        .orderBy('id')
        .execute();

/** One for each student of the pairing, or one for all of it where none was named. */
export const addMandates = async (
  trx: Trx,
  pairingId: string,
  mandate: Pick<StudentMandate, 'count' | 'minutes' | 'period' | 'setting'>,
): Promise<void> => {
  const students = await trx
    .selectFrom('pairing_students')
    .select('student_id')
    .where('pairing_id', '=', pairingId)
    .execute();
  const whose = students.length === 0 ? [null] : students.map((row) => row.student_id);
  await trx
    .insertInto('mandates')
    .values(whose.map((student_id) => ({ pairing_id: pairingId, student_id, ...mandate })))
    .execute();
};

/** From that day on each student of the pairing is to get this; what was due before stays as it was. */
export const changeMandates = async (
  trx: Trx,
  pairingId: string,
  mandate: Pick<StudentMandate, 'count' | 'minutes' | 'period'>,
  from: LocalDate,
): Promise<void> => {
  const known = await mandatesOf(trx, [pairingId]);
  const settings = new Map(known.map(({ studentId, setting }) => [studentId, setting]));
  const those = { pairing_id: pairingId, ...mandate, starts_on: from };
  await trx
    .deleteFrom('mandates')
    .where('pairing_id', '=', pairingId)
    .where('starts_on', '>=', from)
    .execute();
  await trx
    .updateTable('mandates')
    .set({ ends_on: addDays(from, -1) })
    .where('pairing_id', '=', pairingId)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', from)]))
    .execute();
  if (settings.size === 0) return;
  await trx
    .insertInto('mandates')
    .values([...settings].map(([student_id, setting]) => ({ ...those, student_id, setting })))
    .execute();
};

export interface Served {
  readonly pairingId: string;
  readonly date: LocalDate;
  /** Undefined: every student of the pairing. */
  readonly studentIds: readonly string[] | undefined;
}

/** Whom visits serve that are asked, agreed or over, between two dates, both included. */
export const servedBetween = async (
  trx: Trx,
  therapistId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Served[]> => {
  const visits = await trx
    .selectFrom('visits')
    .select(['id', 'pairing_id as pairingId', 'date', 'outcome'])
    .where('therapist_id', '=', therapistId)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('state', 'in', ['held', 'proposed', 'agreed'])
    .execute();
  if (visits.length === 0) return [];
  const students = await studentsOfVisits(
    trx,
    visits.map(({ id }) => id),
  );
  return visits
    .filter(({ outcome }) => outcome !== 'could_not')
    .map(({ id, pairingId, date }) => ({ pairingId, date, studentIds: students.get(id) }));
};

/** Of those visits that are for some students of their pairing only. */
export const studentsOfVisits = async (
  trx: Trx,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, string[]>();
  if (visitIds.length === 0) return found;
  const rows = await trx
    .selectFrom('visit_students')
    .select(['visit_id', 'student_id'])
    .where('visit_id', 'in', [...visitIds])
    .orderBy('student_id')
    .execute();
  for (const row of rows) found.set(row.visit_id, [...(found.get(row.visit_id) ?? []), row.student_id]);
  return found;
};
