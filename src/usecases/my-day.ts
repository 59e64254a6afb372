import { schoolClockOf } from '../core/calendar/school-clock-of.ts';
import { openWindows } from '../core/quiet-hours.ts';
import { addDays, type LocalDate, type Span } from '../core/time.ts';
import { bellsOn, type Timetable, worksOn } from '../core/timetable.ts';
import type { MyDay } from '../core/wording/my-day.ts';
import { timetableOf } from '../store/timetables.ts';
import type { Desk } from './desk.ts';

/** A school break shows its first day back. */
const LOOK_AHEAD_DAYS = 7;

/** Today, or the next day this person has school: when a message may come. */
export const myDay = async ({ trx, me, local, school }: Desk): Promise<MyDay> => {
  const last = addDays(local.date, LOOK_AHEAD_DAYS);
  const timetable = await timetableOf(trx, me, local.date, last);
  const absences = (timetable.absences ?? []).filter(({ end }) => end >= local.date);
  const dates = Array.from({ length: LOOK_AHEAD_DAYS + 1 }, (_, days) => addDays(local.date, days));
  const date =
    dates.find((one) => worksOn(timetable, one)) ??
    dates.find((one) => bellsOn(school, one) !== undefined) ??
    local.date;
  return {
    date,
    closing: schoolClockOf(school).closing(local.date),
    day: schoolClockOf(timetable.school).day(date),
    hours: hoursShown(timetable, date),
    open: openWindows(timetable, date),
    absences,
  };
};

/** The strip begins and ends on half hours, so that its parts can be read off. */
const HALF_HOUR = 30;

const hoursShown = ({ school, contact }: Timetable, date: LocalDate): Span => {
  const bells = bellsOn(school, date) ?? { start: school.firstBell, end: school.lastBell };
  return {
    start: Math.max(0, Math.floor((bells.start - contact.beforeFirstBell) / HALF_HOUR) * HALF_HOUR),
    end: Math.min(1440, Math.ceil((bells.end + contact.afterLastBell) / HALF_HOUR) * HALF_HOUR),
  };
};
