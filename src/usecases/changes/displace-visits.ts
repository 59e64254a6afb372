import type { DateSpan } from '../../core/calendar/school-calendar.ts';
import { visitStands } from '../../core/calendar/visit-stands.ts';
import type { Classroom } from '../../core/classroom.ts';
import { displacedBy } from '../../core/displaced-by.ts';
import { hasBegun } from '../../core/has-begun.ts';
import type { Cause } from '../../core/outcome.ts';
import { schoolTime } from '../../store/calendars.ts';
import { classDaysOf } from '../../store/class-days.ts';
import { cancelQueued } from '../../store/outbox.ts';
import { loseTo } from '../../store/visit-bundles.ts';
import { holding, settleVisit, type VisitView, visitsAround } from '../../store/visits.ts';
import type { Counter } from '../desk.ts';
import { noticePattern } from '../slot-patterns.ts';
import { refreshVisit, spreadVisit } from '../spread-visit.ts';

/**
 * Visits that cannot be held any more, as these days are known now, end without anybody's no. Their teachers are told
 * here; their therapists hear of it with the swaps.
 */
export const displaceVisits = async (
  counter: Counter,
  rooms: readonly Classroom[],
  { id, dates }: { readonly id: string; readonly dates: DateSpan },
): Promise<VisitView[]> => {
  const { trx, me, now } = counter;
  const around = { memberIds: [], classroomIds: rooms.map((room) => room.id) };
  const all = rooms.length === 0 ? [] : await visitsAround(trx, around, dates.start, dates.end);
  const visits = all.filter((visit) => !hasBegun(visit, now));
  const displaced: VisitView[] = [];
  for (const { visit, cause } of await impossible(counter, rooms, visits, dates)) {
    if (!(await settleVisit(trx, visit.id, holding, 'displaced', cause))) continue;
    await refreshVisit(trx, visit);
    // A room that was only kept for a decision: the card that held it says so.
    if (visit.state === 'held') continue;
    await loseTo(trx, visit.id, id);
    displaced.push(visit);
    await noticePattern(trx, visit, now);
    await cancelQueued(trx, visit.id, 'the day changed');
    if (visit.teacherId !== me.id) await spreadVisit(counter, visit, 'teacher');
  }
  return displaced;
};

const impossible = async (
  { trx }: Counter,
  rooms: readonly Classroom[],
  visits: readonly VisitView[],
  dates: DateSpan,
): Promise<{ visit: VisitView; cause: Cause }[]> => {
  const hit: { visit: VisitView; cause: Cause }[] = [];
  const visited = rooms.filter((room) => visits.some(({ classroomId }) => classroomId === room.id));
  for (const schoolId of new Set(visited.map((room) => room.schoolId))) {
    const here = visited.filter((room) => room.schoolId === schoolId);
    const time = await schoolTime(trx, schoolId, dates.start, dates.end);
    const days = await classDaysOf(trx, here, time, dates.start, dates.end);
    here.forEach((room, index) => {
      const day = days[index];
      if (day === undefined) return;
      const classDay = { ...day, school: time.school };
      for (const visit of visits) {
        if (visit.classroomId === room.id && !visitStands(classDay, visit))
          hit.push({ visit, cause: displacedBy(classDay, visit) });
      }
    });
  }
  return hit;
};
