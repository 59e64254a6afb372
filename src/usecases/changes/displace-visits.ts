import type { DateSpan } from '../../core/calendar/school-calendar.ts';
import { visitStands } from '../../core/calendar/visit-stands.ts';
import type { Classroom } from '../../core/classroom.ts';
import { hasBegun } from '../../core/has-begun.ts';
import { schoolTime } from '../../store/calendars.ts';
import { classDaysOf } from '../../store/class-days.ts';
import { cancelQueued } from '../../store/outbox.ts';
import { holding, settleVisit, type VisitView, visitsAround } from '../../store/visits.ts';
import type { Counter } from '../desk.ts';
import { spreadVisit } from '../spread-visit.ts';

/** Visits that cannot be held any more, as these days are known now, end without anybody's no. */
export const displaceVisits = async (
  counter: Counter,
  rooms: readonly Classroom[],
  dates: DateSpan,
): Promise<number> => {
  const { trx, me, now } = counter;
  const around = { memberIds: [], classroomIds: rooms.map(({ id }) => id) };
  const all = rooms.length === 0 ? [] : await visitsAround(trx, around, dates.start, dates.end);
  const visits = all.filter((visit) => !hasBegun(visit, now));
  let displaced = 0;
  for (const visit of await impossible(counter, rooms, visits, dates)) {
    if (!(await settleVisit(trx, visit.id, holding, 'displaced'))) continue;
    displaced += 1;
    await cancelQueued(trx, visit.id, 'the day changed');
    await spreadVisit(counter, visit, 'therapist');
    if (visit.teacherId !== me.id) await spreadVisit(counter, visit, 'teacher');
  }
  return displaced;
};

const impossible = async (
  { trx }: Counter,
  rooms: readonly Classroom[],
  visits: readonly VisitView[],
  dates: DateSpan,
): Promise<VisitView[]> => {
  const hit: VisitView[] = [];
  const visited = rooms.filter((room) => visits.some(({ classroomId }) => classroomId === room.id));
  for (const schoolId of new Set(visited.map((room) => room.schoolId))) {
    const here = visited.filter((room) => room.schoolId === schoolId);
    const time = await schoolTime(trx, schoolId, dates.start, dates.end);
    const days = await classDaysOf(trx, here, time, dates.start, dates.end);
    here.forEach((room, index) => {
      const day = days[index];
      if (day === undefined) return;
      const classDay = { ...day, school: time.school };
      hit.push(...visits.filter((visit) => visit.classroomId === room.id && !visitStands(classDay, visit)));
    });
  }
  return hit;
};
