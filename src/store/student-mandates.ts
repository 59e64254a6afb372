import { bestKept } from '../core/best-kept.ts';
import type { Rhythm, StudentLine } from '../core/minutes/tracks.ts';
import { addDays, type LocalDate } from '../core/time.ts';
import type { VisitSetting } from '../core/visit-setting.ts';
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
          'rhythm',
          'starts_on as startsOn',
          'ends_on as endsOn',
        ])
        .where('pairing_id', 'in', [...pairingIds])
        .orderBy('id')
        .execute();

export interface SharedMandate {
  readonly period: StudentMandate['period'];
  readonly rhythm: Rhythm;
  /** By student; null where a pairing was made without aliases. */
  readonly lines: readonly (StudentLine & { readonly studentId: string | null })[];
}

export const addMandates = async (
  trx: Trx,
  pairingId: string,
  { period, rhythm, lines }: SharedMandate,
  from?: LocalDate,
): Promise<void> => {
  if (lines.length === 0) return;
  await trx
    .insertInto('mandates')
    .values(
      lines.map(({ studentId: student_id, count, minutes, setting }) => ({
        pairing_id: pairingId,
        student_id,
        count,
        minutes,
        setting,
        period,
        rhythm,
        ...(from === undefined ? {} : { starts_on: from }),
      })),
    )
    .execute();
};

/** A rhythm is counted from the day on which the teacher said yes. */
export const beginMandates = async (trx: Trx, pairingId: string, from: LocalDate): Promise<void> => {
  await trx
    .updateTable('mandates')
    .set({ starts_on: from })
    .where('pairing_id', '=', pairingId)
    .where('rhythm', '=', 'three_one')
    .execute();
};

/** From that day on each student of the pairing is to get this; what was due before stays as it was. */
export const changeMandates = async (
  trx: Trx,
  pairingId: string,
  mandate: SharedMandate,
  from: LocalDate,
): Promise<void> => {
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
  await addMandates(trx, pairingId, mandate, from);
};

export interface Served {
  readonly pairingId: string;
  readonly date: LocalDate;
  readonly setting: VisitSetting;
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
    .select([
      'id',
      'pairing_id as pairingId',
      'date',
      'outcome',
      'setting',
      'state',
      'instead_of as insteadOf',
      'swap_rank as swapRank',
    ])
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
  return bestKept(visits)
    .filter(({ outcome }) => outcome !== 'could_not')
    .map(({ id, pairingId, date, setting }) => ({ pairingId, date, setting, studentIds: students.get(id) }));
};

/** Of those visits that are for some students of their pairing only; for none, where they are forgotten. */
export const studentsOfVisits = async (
  trx: Trx,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (visitIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('visits')
    .leftJoin('visit_students', 'visit_students.visit_id', 'visits.id')
    .select(['visits.id', 'student_id'])
    .where('visits.id', 'in', [...visitIds])
    .where((where) => where.or([where('student_id', 'is not', null), where('student_gone', '=', true)]))
    .orderBy('student_id')
    .execute();
  const found = new Map<string, string[]>();
  for (const { id, student_id } of rows)
    found.set(id, [...(found.get(id) ?? []), ...(student_id === null ? [] : [student_id])]);
  return found;
};
