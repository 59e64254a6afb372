import { beginsAt } from '../core/has-begun.ts';
import { lastWindowBefore } from '../core/last-window.ts';
import { addDays, DAY, type Instant, localTime } from '../core/time.ts';
import { visitsToPlan } from '../store/intentions.ts';
import { memberById } from '../store/members.ts';
import type { Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';
import type { VisitView } from '../store/visits.ts';
import { tell } from './tell.ts';

/** From Friday on, a Monday's visit can be thought of. */
const AHEAD = 4 * DAY;

/** “What do you have in mind?”, in the last stretch without students before the visit, so that the day is fresh. */
export const queueIntentions = async (trx: Trx, now: Instant): Promise<void> => {
  for (const visit of await visitsToPlan(trx, now, now + AHEAD)) {
    const starts = beginsAt(visit);
    const notBefore = await lastMoment(trx, visit.therapistId, visit, now);
    await tell(
      trx,
      { to: visit.therapistId, purpose: 'intention', subjectId: visit.id, notBefore, usefulUntil: starts },
      now,
    );
  }
};

/** The last good moment somebody has before a visit; now when it has passed or there is none. */
export const lastMoment = async (
  trx: Trx,
  memberId: string,
  visit: Pick<VisitView, 'date' | 'start' | 'zone'>,
  now: Instant,
): Promise<Instant> => {
  const from = addDays(localTime(now, visit.zone).date, -1);
  const timetable = await timetableOf(trx, await memberById(trx, memberId), from, addDays(visit.date, 1));
  return Math.max(now, lastWindowBefore(timetable, beginsAt(visit)) ?? now);
};
