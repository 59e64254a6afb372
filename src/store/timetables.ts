import type { DateSpan } from '../core/calendar/school-calendar.ts';
import { substituteAbsences } from '../core/calendar/substitute-absences.ts';
import { type ClassDay, datedSpansOf } from '../core/class-day.ts';
import type { Member } from '../core/people.ts';
import type { LocalDate } from '../core/time.ts';
import type { DatedSpan, Post, Timetable } from '../core/timetable.ts';
import { absencesOf, type SchoolShift, shiftsOf } from './absences.ts';
import { blocksOf } from './blocks.ts';
import { schoolTime } from './calendars.ts';
import { classDaysOf } from './class-days.ts';
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
  const time = await schoolTime(trx, member.schoolId, from, to);
  const { school } = time;
  const absences = (await absencesOf(trx, [member.id], from, to)).get(member.id) ?? [];
  const shifts = (await shiftsOf(trx, [member.id])).get(member.id) ?? [];
  const here = shifts.filter((shift) => shift.schoolId === school.id);
  const { hushUntil, ...contact } = await contactOf(trx, member.id);
  const when = {
    absences,
    ...(shifts.length === 0 ? {} : { shifts: here }),
    ...(hushUntil === null ? {} : { doNotDisturb: [{ start: 0, end: hushUntil }] }),
  };
  const own = await blocksOf(trx, { memberId: member.id });
  if (member.role !== 'teacher') {
    const around = await visitsAround(trx, { memberIds: [member.id], classroomIds: [] }, from, to);
    const visits = around.filter((visit) => visit.state === 'agreed');
    const elsewhere = await postsElsewhere(trx, school.id, shifts, visits, { start: from, end: to });
    const dated = datedAt(visits, school.id);
    return { school, contact, students: 'own', blocks: own, dated, away: [], ...when, elsewhere };
  }
  const rooms = await classroomsOfTeacher(trx, member.id);
  const classes = await classDaysOf(trx, rooms, time, from, to);
  const duties: ClassDay = { blocks: own, activities: [], school };
  const substitutes = classes.flatMap((one) => substituteAbsences(school, one.changes ?? []));
  return {
    ...when,
    school,
    contact,
    students: 'class',
    blocks: [...classes.flatMap(({ blocks }) => blocks), ...own],
    dated: datedSpansOf([...classes, duties]),
    away: [],
    absences: [...absences, ...substitutes],
  };
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
    const { school } = await schoolTime(trx, id, dates.start, dates.end);
    const there = shifts.filter(({ schoolId }) => schoolId === id);
    posts.push({ school, shifts: there, students: 'own', blocks: [], dated: datedAt(visits, id) });
  }
  return posts;
};

const datedAt = (visits: readonly VisitView[], schoolId: string): DatedSpan[] =>
  visits
    .filter((visit) => visit.schoolId === schoolId)
    .map(({ date, start, end }) => ({ date, start, end, withStudents: true }));
