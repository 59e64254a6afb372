import { sql } from 'kysely';
import type { ActivityKind } from '../core/activity-kind.ts';
import type { FocusArea } from '../core/focus-area.ts';
import type { Cause, Outcome } from '../core/outcome.ts';
import type { RolesSaid } from '../core/roles.ts';
import { type Instant, instantOf, type LocalDate, type Span } from '../core/time.ts';
import type { VisitSetting } from '../core/visit-setting.ts';
import type { Row, Trx, VisitState } from './schema.ts';
import { timestamp } from './timestamp.ts';

export interface VisitView extends Span, RolesSaid {
  readonly id: string;
  readonly pairingId: string;
  readonly therapistId: string;
  readonly therapistName: string;
  readonly discipline: Row<'members'>['discipline'];
  readonly teacherId: string;
  readonly teacherName: string;
  readonly classroomId: string;
  readonly classroomName: string;
  readonly schoolId: string;
  /** Of the class's school: whose wall clock the date and the minutes are of. */
  readonly zone: string;
  readonly date: LocalDate;
  readonly state: VisitState;
  readonly outcome: Outcome | null;
  readonly reason: Cause | null;
  readonly version: number;
  readonly planId: string | null;
  readonly bundleId: string | null;
  readonly lostTo: string | null;
  readonly insteadOf: string | null;
  /** What took the visit it stands in for. */
  readonly swapFor: string | null;
  readonly heldUntil: Instant | null;
  readonly setting: VisitSetting;
  readonly wasOut: boolean;
  /** Of several rooms kept in place of one lost visit: 1 is the best. */
  readonly swapRank: number | null;
  /** Whether each side has agreed to the roles; null until they are settled. */
  readonly therapistAgreed: boolean | null;
  readonly teacherAgreed: boolean | null;
  /** What the therapist has in mind; null until she has picked. */
  readonly approach: string | null;
}

/** The states that hold a room and a therapist. */
export const holding = ['held', 'proposed', 'agreed'] as const satisfies readonly VisitState[];

export const visitViews = (trx: Trx) =>
  trx
    .selectFrom('visits')
    .innerJoin('members as therapist', 'therapist.id', 'visits.therapist_id')
    .innerJoin('members as teacher', 'teacher.id', 'visits.teacher_id')
    .innerJoin('classrooms', 'classrooms.id', 'visits.classroom_id')
    .innerJoin('schools', 'schools.id', 'classrooms.school_id')
    .leftJoin('visits as lost', 'lost.id', 'visits.instead_of')
    .leftJoin('role_cards', 'role_cards.visit_id', 'visits.id')
    .leftJoin('intentions', 'intentions.visit_id', 'visits.id')
    .select([
      'visits.id',
      'visits.pairing_id as pairingId',
      'visits.therapist_id as therapistId',
      'therapist.name as therapistName',
      'therapist.discipline',
      'visits.teacher_id as teacherId',
      'teacher.name as teacherName',
      'visits.classroom_id as classroomId',
      'classrooms.name as classroomName',
      'classrooms.school_id as schoolId',
      'schools.zone',
      'visits.date',
      'visits.start_minute as start',
      'visits.end_minute as end',
      'visits.kind',
      'visits.focus',
      'visits.state',
      'visits.outcome',
      'visits.reason',
      'visits.version',
      'visits.plan_id as planId',
      'visits.bundle_id as bundleId',
      'visits.lost_to as lostTo',
      'visits.instead_of as insteadOf',
      'lost.lost_to as swapFor',
      'visits.held_until as heldUntil',
      'visits.setting',
      'visits.was_out as wasOut',
      'visits.swap_rank as swapRank',
      'role_cards.format',
      'role_cards.lead',
      'role_cards.place',
      'role_cards.whom',
      'role_cards.para',
      'role_cards.therapist_agreed as therapistAgreed',
      'role_cards.teacher_agreed as teacherAgreed',
      'intentions.approach',
    ]);

export const visitById = (trx: Trx, id: string): Promise<VisitView | undefined> =>
  visitViews(trx).where('visits.id', '=', id).executeTakeFirst();

/** The same, kept from others until this transaction ends: of two taps at once, the second sees what the first did. */
export const visitToChange = async (trx: Trx, id: string): Promise<VisitView | undefined> => {
  await trx.selectFrom('visits').select('id').where('id', '=', id).forUpdate().execute();
  return visitById(trx, id);
};

/** Held or agreed visits that touch any of these people or classes; both dates included. */
export const visitsAround = (
  trx: Trx,
  who: { readonly memberIds: readonly string[]; readonly classroomIds: readonly string[] },
  from: LocalDate,
  to: LocalDate,
): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.date', '>=', from)
    .where('visits.date', '<=', to)
    .where('visits.state', 'in', [...holding])
    .where((where) => {
      const members = who.memberIds.length > 0 ? [...who.memberIds] : null;
      const rooms = who.classroomIds.length > 0 ? [...who.classroomIds] : null;
      return where.or([
        ...(members
          ? [where('visits.therapist_id', 'in', members), where('visits.teacher_id', 'in', members)]
          : []),
        ...(rooms ? [where('visits.classroom_id', 'in', rooms)] : []),
      ]);
    })
    .orderBy('visits.date')
    .orderBy('visits.start_minute')
    .execute();

export interface NewVisit extends Span {
  readonly pairingId: string;
  readonly therapistId: string;
  readonly teacherId: string;
  readonly classroomId: string;
  readonly date: LocalDate;
  readonly zone: string;
  readonly kind: ActivityKind;
  readonly focus: FocusArea;
  readonly planId?: string;
  readonly bundleId?: string;
  readonly insteadOf?: string;
  readonly swapRank?: number;
  readonly setting?: VisitSetting;
  /** Kept for the therapist's decision until then, and not asked yet. */
  readonly heldUntil?: Instant;
}

/** Holds the room and the therapist; undefined when either is already taken for any part of that time. */
export const holdVisit = async (trx: Trx, visit: NewVisit, now: Instant): Promise<string | undefined> => {
  const start = new Date(instantOf(visit.date, visit.start, visit.zone)).toISOString();
  const end = new Date(instantOf(visit.date, visit.end, visit.zone)).toISOString();
  const row = await trx
    .insertInto('visits')
    .values({
      pairing_id: visit.pairingId,
      therapist_id: visit.therapistId,
      teacher_id: visit.teacherId,
      classroom_id: visit.classroomId,
      date: visit.date,
      start_minute: visit.start,
      end_minute: visit.end,
      during: `[${start},${end})`,
      kind: visit.kind,
      focus: visit.focus,
      plan_id: visit.planId ?? null,
      bundle_id: visit.bundleId ?? null,
      instead_of: visit.insteadOf ?? null,
      swap_rank: visit.swapRank ?? null,
      ...(visit.setting === undefined ? {} : { setting: visit.setting }),
      ...(visit.heldUntil === undefined ? {} : { state: 'held', held_until: new Date(visit.heldUntil) }),
      created_at: new Date(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

/** Whom the visit serves, where that is not everybody of its pairing. */
export const addVisitStudents = async (
  trx: Trx,
  visitId: string,
  studentIds: readonly string[],
): Promise<void> => {
  if (studentIds.length === 0) return;
  const rows = studentIds.map((student_id) => ({ visit_id: visitId, student_id }));
  await trx.insertInto('visit_students').values(rows).execute();
};

/** What came between an agreed visit and its time. A wish that ends displaces nothing. */
const endings: Readonly<Partial<Record<VisitState, Cause>>> = {
  another: 'teacher_asked',
  not_this_week: 'teacher_asked',
  withdrawn: 'called_away',
  displaced: 'class_changed',
};

/**
 * True when the visit was in one of `from`: of two taps at once, one settles it. What was recorded stays.
 * An agreed one that ends keeps the cause, for the minutes it displaces.
 */
export const settleVisit = async (
  trx: Trx,
  id: string,
  from: readonly VisitState[],
  to: VisitState,
  cause: Cause | undefined = endings[to],
): Promise<boolean> => {
  const result = await trx
    .updateTable('visits')
    .set((set) => ({
      state: to,
      version: set('version', '+', 1),
      reason: set
        .case()
        .when('state', '=', 'agreed')
        .then(cause ?? null)
        .else(null)
        .end(),
    }))
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

const refused =
  (state: VisitState) =>
  (trx: Trx, therapistId: string, from: LocalDate, to: LocalDate): Promise<VisitView[]> =>
    visitViews(trx)
      .where('visits.therapist_id', '=', therapistId)
      .where('visits.state', '=', state)
      .where('visits.date', '>=', from)
      .where('visits.date', '<=', to)
      .execute();

/** “Not this week” holds for the rest of that week. */
export const refusedThisWeek = refused('not_this_week');

/** “Another time”: this one is not asked for again. */
export const refusedThatTime = refused('another');

/** Asked but not answered, and about to begin. */
export const unansweredBefore = (trx: Trx, instant: Instant): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.state', '=', 'proposed')
    .where(sql<boolean>`lower(visits.during) <= ${timestamp(instant)}`)
    .execute();

/** Asked of this teacher, not answered, and still to come; the first to come first. */
export const proposedTo = (trx: Trx, teacherId: string, instant: Instant): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.teacher_id', '=', teacherId)
    .where('visits.state', '=', 'proposed')
    .where(sql<boolean>`lower(visits.during) > ${timestamp(instant)}`)
    .orderBy('visits.date')
    .orderBy('visits.start_minute')
    .execute();

/** Agreed, and not one that could not be held. */
export const visitsOfPairing = (trx: Trx, pairingId: string): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.pairing_id', '=', pairingId)
    .where('visits.state', '=', 'agreed')
    .where((where) =>
      where.or([where('visits.outcome', 'is', null), where('visits.outcome', '!=', 'could_not')]),
    )
    .orderBy('visits.date')
    .execute();
