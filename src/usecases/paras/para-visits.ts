import { lastWindowBefore, MOMENT_MINUTES } from '../../core/last-window.ts';
import { addDays, type Instant, instantOf, localTime } from '../../core/time.ts';
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
import { tell } from '../tell.ts';

/** Farther than any weekend or holiday anybody plans over. */
const DAYS_AHEAD = 8;

/** The visits of today and the next school day, to the paras of their classes; the next day’s in the last free stretch before. */
export const queueParaVisits = async (trx: Trx, now: Instant): Promise<void> => {
  for (const schoolId of await schoolsWithPairings(trx)) {
    const school = await schoolNow(trx, schoolId, now);
    const { date: today, minute } = localTime(now, school.zone);
    const ahead = Array.from({ length: DAYS_AHEAD }, (_, days) => addDays(today, days + 1));
    const next = ahead.find((date) => isSchoolDay(school, date));
    const dates = isSchoolDay(school, today) && next !== undefined ? [today, next] : [today];
    for (const { visitId, memberId, date, start } of await untoldParas(trx, schoolId, dates)) {
      if (date === today && start <= minute) continue;
      const timetable = await timetableOf(trx, await memberById(trx, memberId), today, date);
      const midnight = instantOf(today, 24 * 60, school.zone);
      const last = date === today ? now : lastWindowBefore(timetable, midnight, MOMENT_MINUTES);
      await tell(
        trx,
        {
          to: memberId,
          purpose: 'para-visit',
          subjectId: visitId,
          notBefore: Math.max(now, last ?? now),
          usefulUntil: instantOf(date, start, school.zone),
        },
        now,
      );
    }
  }
};

export const composeParaVisit: Composer = async ({ trx, me, local }, visitId) => {
  const visit = await visitById(trx, visitId);
  if (!visit || !(await isInClass(trx, visit.classroomId, me.id))) return undefined;
  if (visit.state === 'agreed')
    return paraVisitCard(visit, await paraOfferOf(trx, visit.id, me.id), local.date);
  return (await wasShown(trx, visit.id, me.id)) ? paraVisitOffCard(visit, local.date) : undefined;
};
