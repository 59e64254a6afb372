import type { DateSpan } from '../core/calendar/school-calendar.ts';
import { substituteAbsences } from '../core/calendar/substitute-absences.ts';
import { type ClassDay, datedSpansOf } from '../core/class-day.ts';
import type { Member } from '../core/people.ts';
import type { LocalDate } from '../core/time.ts';
import { type DatedSpan, defaultContact, type Post, type Timetable } from '../core/timetable.ts';
import { absencesOf, type SchoolShift, shiftsOf } from './absences.ts';
import { blocksByOwner } from './blocks.ts';
import { createSchoolTimes, type SchoolTimes } from './calendars.ts';
import { classDaysOf } from './class-days.ts';
import { classroomsOfTeachers } from './classrooms.ts';
import { contactsOf } from './members.ts';
import { classroomsOfParas } from './paras.ts';
import { asBlock, pullOutsOf } from './pull-outs.ts';
import type { Trx } from './schema.ts';
import { type VisitView, visitsAround } from './visits.ts';

/** Everything that decides when a member may be reached between two dates, both included. */
export const timetableOf = async (
  trx: Trx,
  member: Member,
  from: LocalDate,
  to: LocalDate,
): Promise<Timetable> => {
  const timetable = (await timetablesOf(trx, [member], { start: from, end: to })).get(member.id);
  if (!timetable) throw new Error('everybody asked about has a timetable');
  return timetable;
};

/** The same for several people at once; `timeOf` where their schools have been read before. */
export const timetablesOf = async (
  trx: Trx,
  members: readonly Member[],
  dates: DateSpan,
  timeOf: SchoolTimes = createSchoolTimes(trx, dates.start, dates.end),
): Promise<ReadonlyMap<string, Timetable>> => {
  const ids = members.map(({ id }) => id);
  const absences = await absencesOf(trx, ids, dates.start, dates.end);
  const shifts = await shiftsOf(trx, ids);
  const contacts = await contactsOf(trx, ids);
  const blocks = await blocksByOwner(trx, 'member_id', ids);
  const classes = await classesOf(trx, members, dates, timeOf);
  const visits = await visitsOf(trx, members, dates);
  const pullOuts = await pullOutsOf(trx, idsOf(members.filter(({ role }) => role === 'therapist')));

  const timetables = new Map<string, Timetable>();
  for (const member of members) {
    const { school } = await timeOf(member.schoolId);
    const own = blocks.get(member.id) ?? [];
    const posts = shifts.get(member.id) ?? [];
    const { hushUntil, ...contact } = contacts.get(member.id) ?? { ...defaultContact, hushUntil: null };
    const base = {
      school,
      contact,
      ...(posts.length === 0 ? {} : { shifts: posts.filter(({ schoolId }) => schoolId === school.id) }),
      ...(hushUntil === null ? {} : { doNotDisturb: [{ start: 0, end: hushUntil }] }),
    };
    const absent = absences.get(member.id) ?? [];
    if (member.role === 'teacher' || member.role === 'para') {
      const hers = classes.get(member.id) ?? [];
      const duties: ClassDay = { blocks: own, activities: [], school };
      const substitutes =
        member.role === 'teacher' ? hers.flatMap((one) => substituteAbsences(school, one.changes ?? [])) : [];
      timetables.set(member.id, {
        ...base,
        students: 'class',
        blocks: [...hers.flatMap((one) => one.blocks), ...own],
        dated: datedSpansOf([...hers, duties]),
        absences: [...absent, ...substitutes],
      });
    } else {
      const agreed = visits.filter(
        ({ therapistId, teacherId }) => therapistId === member.id || teacherId === member.id,
      );
      timetables.set(member.id, {
        ...base,
        students: 'own',
        blocks: [...own, ...pullOuts.filter(({ therapistId }) => therapistId === member.id).map(asBlock)],
        dated: datedAt(agreed, school.id),
        absences: absent,
        elsewhere: await postsElsewhere(school.id, posts, agreed, timeOf),
      });
    }
  }
  return timetables;
};

/** What the classes of those who teach or help in one do, by person. */
const classesOf = async (
  trx: Trx,
  members: readonly Member[],
  dates: DateSpan,
  timeOf: SchoolTimes,
): Promise<ReadonlyMap<string, Awaited<ReturnType<typeof classDaysOf>>>> => {
  const teachers = members.filter(({ role }) => role === 'teacher');
  const paras = members.filter(({ role }) => role === 'para');
  const rooms = [
    ...(await classroomsOfTeachers(trx, idsOf(teachers))).map((room) => ({ ...room, whose: room.teacherId })),
    ...(await classroomsOfParas(trx, idsOf(paras))).map((room) => ({ ...room, whose: room.paraId })),
  ];
  const classes = new Map<string, Awaited<ReturnType<typeof classDaysOf>>>();
  for (const { id, schoolId } of [...teachers, ...paras]) {
    const hers = rooms.filter(({ whose }) => whose === id);
    if (hers.length === 0) continue;
    classes.set(id, await classDaysOf(trx, hers, await timeOf(schoolId), dates.start, dates.end));
  }
  return classes;
};

const idsOf = (members: readonly Member[]): string[] => members.map(({ id }) => id);

/** The visits agreed with those who come into classes. */
const visitsOf = async (trx: Trx, members: readonly Member[], dates: DateSpan): Promise<VisitView[]> => {
  const memberIds = members.filter(({ role }) => role !== 'teacher').map(({ id }) => id);
  if (memberIds.length === 0) return [];
  const around = await visitsAround(trx, { memberIds, classroomIds: [] }, dates.start, dates.end);
  return around.filter((visit) => visit.state === 'agreed');
};

/** A therapist's other schools: there by shift and for visits, on the clock of that school. */
const postsElsewhere = async (
  home: string,
  shifts: readonly SchoolShift[],
  visits: readonly VisitView[],
  timeOf: SchoolTimes,
): Promise<Post[]> => {
  const ids = new Set([...shifts, ...visits].map(({ schoolId }) => schoolId));
  ids.delete(home);
  const posts: Post[] = [];
  for (const id of ids) {
    const { school } = await timeOf(id);
    const there = shifts.filter(({ schoolId }) => schoolId === id);
    posts.push({ school, shifts: there, students: 'own', blocks: [], dated: datedAt(visits, id) });
  }
  return posts;
};

const datedAt = (visits: readonly VisitView[], schoolId: string): DatedSpan[] =>
  visits
    .filter((visit) => visit.schoolId === schoolId)
    .map(({ date, start, end }) => ({ date, start, end, withStudents: true }));
