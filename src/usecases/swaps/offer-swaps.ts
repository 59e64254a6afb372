import { LEAD_MINUTES } from '../../core/possible-visits.ts';
import { addDays, DAY, type Instant, instantOf, localTime, MINUTE } from '../../core/time.ts';
import { isSchoolDay } from '../../core/timetable.ts';
import { type Lost, swapsFor } from '../../core/week-plan/swaps-for.ts';
import { memberById } from '../../store/members.ts';
import { timesTold } from '../../store/outbox.ts';
import { mandatesOf, studentsOfVisits } from '../../store/student-mandates.ts';
import { takeTurn } from '../../store/turns.ts';
import { addVisitStudents, holdVisit, type VisitView } from '../../store/visits.ts';
import { type Desk, deskFor } from '../desk.ts';
import { tell } from '../tell.ts';
import { askWeek } from '../week-plan/ask-week.ts';

/** A therapist looks at messages once on a school day; longer than that a room is not kept from others. */
const heldUntil = ({ school }: Desk, told: Instant): Instant => {
  let until = told + DAY;
  // At most over a long vacation.
  for (let days = 0; days < 30 && !isSchoolDay(school, localTime(until, school.zone).date); days += 1)
    until += DAY;
  return until;
};

/**
 * Visits that cannot be: each therapist gets one card with another time for each, the room held while they decide.
 * One after the other, so that nobody is offered what is held for somebody else. Gives when each hears of it.
 */
export const offerSwaps = async (
  { trx, now }: Pick<Desk, 'trx' | 'now'>,
  /** The change, activity or bundle that took them. */
  subjectId: string,
  lost: readonly VisitView[],
): Promise<ReadonlyMap<string, Instant | undefined>> => {
  const told = new Map<string, Instant | undefined>();
  for (const therapistId of new Set(lost.map((visit) => visit.therapistId))) {
    const desk = await deskFor(trx, await memberById(trx, therapistId), now);
    const own = lost.filter((visit) => visit.therapistId === therapistId);
    await takeTurn(trx, `visits of ${therapistId}`);
    const occasion = String(await timesTold(trx, 'swaps', subjectId, therapistId));
    const due = await tell(trx, { to: therapistId, purpose: 'swaps', subjectId, occasion }, now);
    told.set(therapistId, due);
    await holdSwaps(desk, own, heldUntil(desk, due ?? now));
  }
  return told;
};

const holdSwaps = async (desk: Desk, lost: readonly VisitView[], until: number): Promise<void> => {
  const { trx, now, school } = desk;
  const { asked, times } = await askWeek(desk);
  const ofWeek = lost.filter(({ date }) => date >= asked.monday && date <= addDays(asked.monday, 6));
  const serves = await servedBy(desk, ofWeek);
  for (const { lostId, line } of swapsFor(asked, serves)) {
    const visit = lost.find(({ id }) => id === lostId);
    const zone = times.input.needs.find(({ pairingId }) => pairingId === line.pairingId)?.classDay.school
      ?.zone;
    if (visit === undefined) continue;
    const begins = instantOf(line.date, line.start, zone ?? school.zone);
    const swap = {
      ...line,
      therapistId: visit.therapistId,
      teacherId: visit.teacherId,
      classroomId: visit.classroomId,
      zone: zone ?? school.zone,
      insteadOf: lostId,
      heldUntil: Math.min(until, begins - LEAD_MINUTES * MINUTE),
      ...(visit.planId === null ? {} : { planId: visit.planId }),
    };
    const swapId = await holdVisit(trx, swap, now);
    if (swapId === undefined) continue;
    const students = await studentsOfVisits(trx, [lostId]);
    await addVisitStudents(trx, swapId, students.get(lostId) ?? []);
  }
};

/** Which mandates each of them would have served: all of its pairing's, unless it was for some students only. */
const servedBy = async ({ trx }: Desk, lost: readonly VisitView[]): Promise<Lost[]> => {
  const mandates = await mandatesOf(trx, [...new Set(lost.map(({ pairingId }) => pairingId))]);
  const students = await studentsOfVisits(
    trx,
    lost.map(({ id }) => id),
  );
  return lost.map(({ id, pairingId }) => {
    const own = students.get(id);
    return {
      id,
      pairingId,
      mandates: mandates
        .filter((mandate) => mandate.pairingId === pairingId)
        .filter(({ studentId }) => own === undefined || studentId === null || own.includes(studentId))
        .map((mandate) => mandate.id),
    };
  });
};
