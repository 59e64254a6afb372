import { isAway } from '../core/activity-kind.ts';
import type { DateSpan } from '../core/calendar/school-calendar.ts';
import { activitiesOn } from '../core/class-day.ts';
import type { Member } from '../core/people.ts';
import type { LocalDate } from '../core/time.ts';
import type { DatedSpan, Post, Timetable } from '../core/timetable.ts';
import { absencesOf, type SchoolShift, shiftsOf } from './absences.ts';
import { activitiesOf } from './activities.ts';
import { blocksOf, blocksOfTeacher } from './blocks.ts';
import { schoolBetween } from './calendars.ts';
import { classroomsOfTeacher } from './classrooms.ts';
import { contactOf } from './members.ts';
import type { Trx } from './schema.ts';
import { type VisitView, visitsAround } from './visits.ts';

/** Everything that decides when a member may be reached between two dates, both included. */
export const timetableOf = async (
  trx: Trx,
  member: Member,
  from: LocalDate,
  to: LocalDate,
): Promise<Timetable> => {
  const school = await schoolBetween(trx, member.schoolId, from, to);
  const absences = (await absencesOf(trx, [member.id], from, to)).get(member.id) ?? [];
  const shifts = (await shiftsOf(trx, [member.id])).get(member.id) ?? [];
  const here = shifts.filter((shift) => shift.schoolId === school.id);
  const when = { absences, ...(shifts.length === 0 ? {} : { shifts: here }) };
  const contact = await contactOf(trx, member.id);
  const own = await blocksOf(trx, { memberId: member.id });
  if (member.role !== 'teacher') {
    const around = await visitsAround(trx, { memberIds: [member.id], classroomIds: [] }, from, to);
    const visits = around.filter((visit) => visit.state === 'agreed');
    const elsewhere = await postsElsewhere(trx, school.id, shifts, visits, { start: from, end: to });
    const dated = datedAt(visits, school.id);
    return { school, contact, students: 'own', blocks: own, dated, away: [], ...when, elsewhere };
  }
  const classBlocks = await blocksOfTeacher(trx, member.id);
  const rooms = await classroomsOfTeacher(trx, member.id);
  const said = await activitiesOf(
    trx,
    rooms.map((room) => room.id),
    from,
    to,
  );
  const dates = [...new Set(said.map((activity) => activity.date))];
  const dated = dates.flatMap((date) =>
    activitiesOn({ blocks: [], activities: said }, date).map(({ start, end, kind }) => ({
      date,
      start,
      end,
      withStudents: !isAway(kind),
    })),
  );
  return { school, contact, students: 'class', blocks: [...classBlocks, ...own], dated, away: [], ...when };
};

/** A therapist's other schools: there by shift and for visits, on the clock of that school. */
const postsElsewhere = async (
  trx: Trx,
  home: string,
  shifts: readonly SchoolShift[],
  visits: readonly VisitView[],
  dates: DateSpan,
): Promise<Post[]> => {
  const ids = new Set([...shifts, ...visits].map(({ schoolId }) => schoolId));
  ids.delete(home);
  const posts: Post[] = [];
  for (const id of ids) {
    const school = await schoolBetween(trx, id, dates.start, dates.end);
    const there = shifts.filter(({ schoolId }) => schoolId === id);
    posts.push({ school, shifts: there, students: 'own', blocks: [], dated: datedAt(visits, id) });
  }
  return posts;
};

const datedAt = (visits: readonly VisitView[], schoolId: string): DatedSpan[] =>
  visits
    .filter((visit) => visit.schoolId === schoolId)
    .map(({ date, start, end }) => ({ date, start, end, withStudents: true }));
