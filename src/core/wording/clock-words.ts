import { DateTime } from 'luxon';
import type { DateSpan } from '../calendar/school-calendar.ts';
import type { LocalDate, Minute, Span } from '../time.ts';
import { addDays } from '../time.ts';

/** Within these a clock needs no AM or PM in a school: each hour occurs once (7:00–18:59). */
const SCHOOL_CLOCK: Span = { start: 7 * 60, end: 19 * 60 };

const needsHalf = (minute: Minute): boolean => minute < SCHOOL_CLOCK.start || minute >= SCHOOL_CLOCK.end;

const clock = (minute: Minute, withHalf: boolean): string => {
  const hour = Math.floor(minute / 60) % 24;
  const digits = `${hour % 12 || 12}:${String(minute % 60).padStart(2, '0')}`;
  return withHalf ? `${digits} ${hour < 12 ? 'AM' : 'PM'}` : digits;
};

/** "10:15", "1:25"; "7:30 PM" outside the school's hours. */
export const formatClock = (minute: Minute): string => clock(minute, needsHalf(minute));

/** "10:00–10:45". If one end needs AM or PM both get it, or the reader would guess. */
export const formatSpan = ({ start, end }: Span): string => {
  const withHalf = needsHalf(start) || needsHalf(end);
  return `${clock(start, withHalf)}–${clock(end, withHalf)}`;
};

export const worded = (date: LocalDate, format: string): string =>
  DateTime.fromISO(date, { zone: 'utc', locale: 'en-US' }).toFormat(format);

/** "Tue". */
export const shortDay = (date: LocalDate): string => worded(date, 'ccc');

/** "Nov 24". */
export const shortDate = (date: LocalDate): string => worded(date, 'LLL d');

/** "today", "tomorrow", "Tuesday" within the next seven days, else "Tue, Nov 24". */
export const formatDay = (date: LocalDate, today: LocalDate): string => {
  if (date === today) return 'today';
  if (date === addDays(today, 1)) return 'tomorrow';
  const near = date > today && date < addDays(today, 7);
  return worded(date, near ? 'cccc' : 'ccc, LLL d');
};

/** "Tuesday" within the next seven days, else "Tue, Nov 24": still true when the card is read tomorrow. */
export const nameDay = (date: LocalDate, today: LocalDate): string =>
  worded(date, date >= today && date < addDays(today, 7) ? 'cccc' : 'ccc, LLL d');

/** "tomorrow", "Thursday", or "Mon, Nov 30 – Fri, Dec 4". */
export const formatDates = ({ start, end }: DateSpan, today: LocalDate): string =>
  start === end ? formatDay(start, today) : `${worded(start, 'ccc, LLL d')} – ${worded(end, 'ccc, LLL d')}`;

/** "10" on the hour, else "10:15": the way it is asked aloud. */
export const shortClock = (minute: Minute): string => formatClock(minute).replace(/:00$/, '');

/** "Tuesday at 10:00", "Thursday 10:00–10:45". */
export const formatWhen = (date: LocalDate, when: Span | Minute, today: LocalDate): string =>
  typeof when === 'number'
    ? `${nameDay(date, today)} at ${formatClock(when)}`
    : `${nameDay(date, today)} ${formatSpan(when)}`;
