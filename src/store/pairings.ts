import type { FocusArea } from '../core/focus-area.ts';
import type { MandatePeriod } from '../core/minutes/mandate.ts';
import type { Instant } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** A pairing with the names a card needs. */
export interface PairingView {
  readonly id: string;
  readonly state: Row<'pairings'>['state'];
  readonly therapistId: string;
  readonly therapistName: string;
  readonly discipline: Row<'members'>['discipline'];
  readonly teacherId: string;
  readonly teacherName: string;
  readonly classroomId: string;
  readonly classroomName: string;
  readonly focuses: readonly FocusArea[];
  readonly visitCount: number;
  readonly visitMinutes: number;
  readonly period: MandatePeriod;
  readonly invitedAt: Instant;
}

const views = (trx: Trx) =>
  trx
    .selectFrom('pairings')
    .innerJoin('members as therapist', 'therapist.id', 'pairings.therapist_id')
    .innerJoin('members as teacher', 'teacher.id', 'pairings.teacher_id')
    .innerJoin('classrooms', 'classrooms.id', 'pairings.classroom_id')
    .select([
      'pairings.id',
      'pairings.state',
      'pairings.therapist_id as therapistId',
      'therapist.name as therapistName',
      'therapist.discipline',
      'pairings.teacher_id as teacherId',
      'teacher.name as teacherName',
      'pairings.classroom_id as classroomId',
      'classrooms.name as classroomName',
      'pairings.focuses',
      'pairings.visit_count as visitCount',
      'pairings.visit_minutes as visitMinutes',
      'pairings.period',
      'pairings.invited_at as invitedAt',
    ]);

export const pairingById = (trx: Trx, id: string): Promise<PairingView | undefined> =>
  views(trx).where('pairings.id', '=', id).executeTakeFirst();

/** Active ones where this member is the therapist or the teacher. */
export const activePairingsOf = (trx: Trx, memberId: string): Promise<PairingView[]> =>
  views(trx)
    .where('pairings.state', '=', 'active')
    .where((where) =>
      where.or([where('pairings.therapist_id', '=', memberId), where('pairings.teacher_id', '=', memberId)]),
    )
    .orderBy('classrooms.name')
    .execute();

export const activePairingsOfClassroom = (trx: Trx, classroomId: string): Promise<PairingView[]> =>
  views(trx)
    .where('pairings.state', '=', 'active')
    .where('pairings.classroom_id', '=', classroomId)
    .orderBy('therapist.name')
    .execute();

/** Of the whole organization. */
export const activePairings = (trx: Trx): Promise<PairingView[]> =>
  views(trx).where('pairings.state', '=', 'active').orderBy('pairings.id').execute();

/** Who works in classes of these schools, by id. */
export const therapistsAt = async (trx: Trx, schoolIds: readonly string[]): Promise<string[]> => {
  if (schoolIds.length === 0) return [];
  const rows = await trx
    .selectFrom('pairings')
    .innerJoin('classrooms', 'classrooms.id', 'pairings.classroom_id')
    .innerJoin('members', 'members.id', 'pairings.therapist_id')
    .select('pairings.therapist_id')
    .distinct()
    .where('pairings.state', '=', 'active')
    .where('members.active', '=', true)
    .where('classrooms.school_id', 'in', [...schoolIds])
    .orderBy('pairings.therapist_id')
    .execute();
  return rows.map((row) => row.therapist_id);
};

/** The schools in whose classes somebody works. */
export const schoolsWithPairings = async (trx: Trx): Promise<string[]> => {
  const rows = await trx
    .selectFrom('pairings')
    .innerJoin('classrooms', 'classrooms.id', 'pairings.classroom_id')
    .select('classrooms.school_id')
    .distinct()
    .where('pairings.state', '=', 'active')
    .orderBy('classrooms.school_id')
    .execute();
  return rows.map((row) => row.school_id);
};

/** The pairings of a school that have no touch-base in this week yet. */
export const pairingsToTouchBase = (trx: Trx, schoolId: string, isoWeek: string): Promise<PairingView[]> =>
  views(trx)
    .where('classrooms.school_id', '=', schoolId)
    .where('pairings.state', '=', 'active')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('touch_bases')
            .select('touch_bases.id')
            .whereRef('touch_bases.pairing_id', '=', 'pairings.id')
            .where('touch_bases.iso_week', '=', isoWeek),
        ),
      ),
    )
    .orderBy('pairings.id')
    .execute();

export const activePairingsOfClassrooms = async (
  trx: Trx,
  classroomIds: readonly string[],
): Promise<PairingView[]> =>
  classroomIds.length === 0
    ? []
    : views(trx)
        .where('pairings.state', '=', 'active')
        .where('pairings.classroom_id', 'in', [...classroomIds])
        .orderBy('therapist.name')
        .execute();

/** The invitation or agreement that already stands between a therapist and a class. */
export const standingPairing = (
  trx: Trx,
  therapistId: string,
  classroomId: string,
): Promise<PairingView | undefined> =>
  views(trx)
    .where('pairings.therapist_id', '=', therapistId)
    .where('pairings.classroom_id', '=', classroomId)
    .where('pairings.state', 'in', ['invited', 'active'])
    .executeTakeFirst();

/** Whether this therapist asked for this class since then and heard “not now”. */
export const wasDeclined = async (
  trx: Trx,
  therapistId: string,
  classroomId: string,
  since: Instant,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('pairings')
    .select('id')
    .where('therapist_id', '=', therapistId)
    .where('classroom_id', '=', classroomId)
    .where('state', '=', 'declined')
    .where('invited_at', '>', timestamp(since))
    .executeTakeFirst();
  return row !== undefined;
};

export interface NewPairing {
  readonly therapistId: string;
  readonly teacherId: string;
  readonly classroomId: string;
  readonly focuses: readonly FocusArea[];
  readonly visitCount: number;
  readonly visitMinutes: number;
  readonly period: MandatePeriod;
}

/** Undefined when two submits raced and the other one won. */
export const invite = async (trx: Trx, pairing: NewPairing, now: Instant): Promise<string | undefined> => {
  const row = await trx
    .insertInto('pairings')
    .values({
      therapist_id: pairing.therapistId,
      teacher_id: pairing.teacherId,
      classroom_id: pairing.classroomId,
      focuses: [...pairing.focuses],
      visit_count: pairing.visitCount,
      visit_minutes: pairing.visitMinutes,
      period: pairing.period,
      invited_at: new Date(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

/** True when the pairing was in `from`: of two taps at once, one settles it. */
export const settlePairing = async (
  trx: Trx,
  id: string,
  from: Row<'pairings'>['state'],
  to: Row<'pairings'>['state'],
): Promise<boolean> => {
  const result = await trx
    .updateTable('pairings')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

/** Invitations that wait for this teacher's answer. */
export const invitedPairingsOf = (trx: Trx, teacherId: string): Promise<PairingView[]> =>
  views(trx).where('pairings.state', '=', 'invited').where('pairings.teacher_id', '=', teacherId).execute();

/** Invitations this therapist waits on. */
export const pendingPairingsOf = (trx: Trx, therapistId: string): Promise<PairingView[]> =>
  views(trx)
    .where('pairings.state', '=', 'invited')
    .where('pairings.therapist_id', '=', therapistId)
    .execute();
