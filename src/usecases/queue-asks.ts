import { ASKS_PER_TEACHER_AND_WEEK, type AskingClass, type AskSlot, asksDue } from '../core/ask-plan.ts';
import { seenFrom } from '../core/at-class.ts';
import type { Classroom } from '../core/classroom.ts';
import { nextSchoolDay } from '../core/next-school-day.ts';
import {
  type Instant,
  instantOf,
  isoWeekOf,
  type LocalDate,
  localTime,
  MINUTE,
  mondayOf,
  sundayOf,
} from '../core/time.ts';
import { isSchoolDay, type Timetable } from '../core/timetable.ts';
import { isPlanned, notePlanned } from '../store/ask-plans.ts';
import { asksInWeek, asksInWeekOfSchool, ensureAsk } from '../store/asks.ts';
import { schoolNow } from '../store/calendars.ts';
import { classroomsWithPairings } from '../store/classrooms.ts';
import { membersById } from '../store/members.ts';
import { activePairingsOfClassroom, type PairingView, schoolsWithPairings } from '../store/pairings.ts';
import type { Trx } from '../store/schema.ts';
import { timetablesOf } from '../store/timetables.ts';
import { takeTurn } from '../store/turns.ts';
import { refusedThisWeek, visitsOfPairing } from '../store/visits.ts';
import { classWeek } from './class-week.ts';
import { smallQuestionsOf } from './effort.ts';
import { tell } from './tell.ts';

/** What one instance planned without knowing of a change is planned again after so long, whatever happens. */
const PLAN_EVERY = 15 * MINUTE;

/**
 * On each school day: at most one question to a teacher about the next one, within her weekly budget. Planned when the
 * day or something else has changed, not at every tick; call it last, since it notes what it has done.
 */
export const queueAsks = async (trx: Trx, now: Instant): Promise<void> => {
  const planned: { schoolId: string; date: LocalDate }[] = [];
  for (const schoolId of await schoolsWithPairings(trx)) {
    const school = await schoolNow(trx, schoolId, now);
    const { date: today, minute } = localTime(now, school.zone);
    // After the last bell the day's asking is over: who has just told her week is not asked about it.
    if (!isSchoolDay(school, today) || minute >= school.lastBell) continue;
    const next = nextSchoolDay(school, today);
    if (next === undefined || (await isPlanned(trx, schoolId, next, now - PLAN_EVERY))) continue;
    await planDay(trx, schoolId, school.zone, { today, next }, now);
    planned.push({ schoolId, date: next });
  }
  for (const { schoolId, date } of planned) await notePlanned(trx, schoolId, date, now);
};

const planDay = async (
  trx: Trx,
  schoolId: string,
  zone: string,
  { today, next }: { today: LocalDate; next: LocalDate },
  now: Instant,
): Promise<void> => {
  const asked = await asksInWeekOfSchool(trx, schoolId, next);
  const isDone = (teacherId: string): boolean => {
    const hers = asked.filter((slot) => slot.teacherId === teacherId);
    return hers.length >= ASKS_PER_TEACHER_AND_WEEK || hers.some((slot) => slot.date === next);
  };
  const rooms = (await classroomsWithPairings(trx, schoolId)).filter((room) => !isDone(room.teacherId));
  const classes = await askingClasses(trx, rooms, next);
  const first = new Map<string, AskSlot>();
  for (const slot of asksDue({ classes, dates: [next], today, asked }))
    if (!first.has(slot.teacherId)) first.set(slot.teacherId, slot);
  // In one order in every instance, so that none waits for another in a circle.
  for (const [teacherId, slot] of [...first].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // Somebody may have asked her meanwhile: two at once would both still find room in her week.
    await takeTurn(trx, `asks of ${teacherId}`);
    const hers = await asksInWeek(trx, teacherId, next);
    const effort = hers.length + (await smallQuestionsOf(trx, teacherId, next, zone));
    if (effort >= ASKS_PER_TEACHER_AND_WEEK || hers.some((ask) => ask.date === next)) continue;
    const { id } = await ensureAsk(trx, slot, now);
    const usefulUntil = instantOf(slot.date, slot.start, zone);
    await tell(trx, { to: teacherId, purpose: 'ask', subjectId: id, usefulUntil }, now);
  }
};

const askingClasses = async (
  trx: Trx,
  rooms: readonly Classroom[],
  date: LocalDate,
): Promise<AskingClass[]> => {
  const worked: { room: Classroom; pairings: readonly PairingView[] }[] = [];
  for (const room of rooms) worked.push({ room, pairings: await activePairingsOfClassroom(trx, room.id) });
  const people = worked.flatMap(({ room, pairings }) => [
    room.teacherId,
    ...pairings.map(({ therapistId }) => therapistId),
  ]);
  const members = await membersById(trx, [...new Set(people)]);
  const timetables = await timetablesOf(trx, [...members.values()], { start: date, end: date });
  const classes: AskingClass[] = [];
  for (const { room, pairings } of worked)
    classes.push(await askingClass(trx, room, pairings, timetables, date));
  return classes;
};

const askingClass = async (
  trx: Trx,
  room: Classroom,
  pairings: readonly PairingView[],
  timetables: ReadonlyMap<string, Timetable>,
  date: LocalDate,
): Promise<AskingClass> => {
  const timetableFor = (memberId: string): Timetable => {
    const timetable = timetables.get(memberId);
    if (!timetable) throw new Error('everybody of a pairing has a timetable');
    return timetable;
  };
  const teacher = timetableFor(room.teacherId);
  const needs = [];
  for (const pairing of pairings) {
    const visits = await visitsOfPairing(trx, pairing.id);
    const planned = visits.filter((visit) => isoWeekOf(visit.date) === isoWeekOf(date)).length;
    const refused = await refusedThisWeek(trx, pairing.therapistId, mondayOf(date), sundayOf(date));
    // “Not this week” is an answer to every question of that week.
    if (refused.some((visit) => visit.pairingId === pairing.id)) continue;
    const own = timetableFor(pairing.therapistId);
    needs.push({
      therapist: seenFrom(own, teacher.school),
      focuses: pairing.focuses,
      minutes: pairing.visitMinutes,
      missing: Math.max(0, (pairing.period === 'week' ? pairing.visitCount : 1) - planned),
    });
  }
  return {
    classroomId: room.id,
    teacherId: room.teacherId,
    teacher,
    classDay: await classWeek(trx, room.id, date, date),
    needs,
  };
};
