import { type AskingClass, type AskSlot, asksDue } from '../core/ask-plan.ts';
import { seenFrom } from '../core/at-class.ts';
import type { Classroom } from '../core/classroom.ts';
import {
  addDays,
  type Instant,
  instantOf,
  isoWeekOf,
  type LocalDate,
  localTime,
  mondayOf,
} from '../core/time.ts';
import { isSchoolDay } from '../core/timetable.ts';
import { asksOfClassroom, ensureAsk } from '../store/asks.ts';
import { schoolNow } from '../store/calendars.ts';
import { classroomsWithPairings } from '../store/classrooms.ts';
import { memberById } from '../store/members.ts';
import { activePairingsOfClassroom } from '../store/pairings.ts';
import type { Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';
import { refusedThisWeek, visitsOfPairing } from '../store/visits.ts';
import { classWeek } from './class-week.ts';
import { tell } from './tell.ts';

/** On each school day: at most one question to a teacher about the next one, within her weekly budget. */
export const queueAsks = async (trx: Trx, now: Instant): Promise<void> => {
  const rooms = await classroomsWithPairings(trx);
  for (const schoolId of new Set(rooms.map((room) => room.schoolId))) {
    const ofSchool = rooms.filter((room) => room.schoolId === schoolId);
    const school = await schoolNow(trx, schoolId, now);
    const { date: today, minute } = localTime(now, school.zone);
    // After the last bell the day's asking is over: who has just told her week is not asked about it.
    if (!isSchoolDay(school, today) || minute >= school.lastBell) continue;
    const next = [1, 2, 3, 4, 5, 6, 7, 8]
      .map((days) => addDays(today, days))
      .find((date) => isSchoolDay(school, date));
    if (next === undefined) continue;
    const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(mondayOf(next), days));
    const classes: AskingClass[] = [];
    const asked: AskSlot[] = [];
    for (const room of ofSchool) {
      classes.push(await askingClass(trx, room, next));
      asked.push(...(await asksOfClassroom(trx, room.id, week[0] ?? next, week[6] ?? next)));
    }
    const teachersAsked = new Set(asked.filter((slot) => slot.date === next).map((slot) => slot.teacherId));
    for (const slot of asksDue({ classes, dates: [next], today, asked })) {
      if (teachersAsked.has(slot.teacherId)) continue;
      teachersAsked.add(slot.teacherId);
      const { id } = await ensureAsk(trx, slot, now);
      await tell(
        trx,
        {
          to: slot.teacherId,
          purpose: 'ask',
          subjectId: id,
          usefulUntil: instantOf(slot.date, slot.start, school.zone),
        },
        now,
      );
    }
  }
};

const askingClass = async (trx: Trx, room: Classroom, date: LocalDate): Promise<AskingClass> => {
  const pairings = await activePairingsOfClassroom(trx, room.id);
  const teacher = await timetableOf(trx, await memberById(trx, room.teacherId), date, date);
  const needs = [];
  for (const pairing of pairings) {
    const visits = await visitsOfPairing(trx, pairing.id);
    const planned = visits.filter((visit) => isoWeekOf(visit.date) === isoWeekOf(date)).length;
    const refused = await refusedThisWeek(
      trx,
      pairing.therapistId,
      mondayOf(date),
      addDays(mondayOf(date), 6),
    );
    // “Not this week” is an answer to every question of that week.
    if (refused.some((visit) => visit.pairingId === pairing.id)) continue;
    const own = await timetableOf(trx, await memberById(trx, pairing.therapistId), date, date);
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
