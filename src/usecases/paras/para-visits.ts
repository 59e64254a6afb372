import type { Card } from '../../core/card.ts';
import { hasBegun } from '../../core/has-begun.ts';
import { lastWindowBefore } from '../../core/last-window.ts';
import { nextSchoolDay } from '../../core/next-school-day.ts';
import { type Instant, instantOf, localTime } from '../../core/time.ts';
import { isSchoolDay } from '../../core/timetable.ts';
import { paraVisitCard, paraVisitOffCard } from '../../core/wording/para.ts';
import { schoolNow } from '../../store/calendars.ts';
import { memberById } from '../../store/members.ts';
import { wasShown } from '../../store/outbox.ts';
import { schoolsWithPairings } from '../../store/pairings.ts';
import { paraOfferOf } from '../../store/para-offers.ts';
import { isInClass, untoldParas } from '../../store/paras.ts';
import type { Trx } from '../../store/schema.ts';
import { timetableOf } from '../../store/timetables.ts';
import { visitById } from '../../store/visits.ts';
import type { Composer } from '../compose/composer.ts';
import type { Desk } from '../desk.ts';
import { tell } from '../tell.ts';

/** The visits of today and the next school day, to the paras of their classes; the next day’s in the last free stretch before. */
export const queueParaVisits = async (trx: Trx, now: Instant): Promise<void> => {
  for (const schoolId of await schoolsWithPairings(trx)) {
    const school = await schoolNow(trx, schoolId, now);
    const { date: today, minute } = localTime(now, school.zone);
    const next = nextSchoolDay(school, today);
    const dates = isSchoolDay(school, today) && next !== undefined ? [today, next] : [today];
    const untold = await untoldParas(trx, schoolId, dates);
    for (const [index, { visitId, memberId, date, start }] of untold.entries()) {
      if (date === today && start <= minute) continue;
      const timetable = await timetableOf(trx, await memberById(trx, memberId), today, date);
      const midnight = instantOf(today, 24 * 60, school.zone);
      const last = date === today ? now : lastWindowBefore(timetable, midnight);
      await tell(
        trx,
        {
          to: memberId,
          purpose: 'para-visit',
          subjectId: visitId,
          notBefore: Math.max(now, last ?? now),
          usefulUntil: instantOf(date, start, school.zone),
        },
        // What falls due together comes in the order in which it was queued: that of the day.
        now + index,
      );
    }
  }
};

/** As it stands for this para; undefined for anybody who has nothing to do with the class. */
export const drawParaVisit = async (
  { trx, me, local, now }: Desk,
  visitId: string,
): Promise<Card | undefined> => {
  const visit = await visitById(trx, visitId);
  if (!visit || !(await isInClass(trx, visit.classroomId, me.id))) return undefined;
  if (visit.state !== 'agreed') return paraVisitOffCard(visit, local.date);
  return paraVisitCard(visit, await paraOfferOf(trx, visit.id, me.id), local.date, !hasBegun(visit, now));
};

/** A visit that fell away before she heard of it is none to her. */
export const composeParaVisit: Composer = async (desk, visitId) => {
  const card = await drawParaVisit(desk, visitId);
  const isOff = (await visitById(desk.trx, visitId))?.state !== 'agreed';
  return isOff && !(await wasShown(desk.trx, visitId, desk.me.id)) ? undefined : card;
};
