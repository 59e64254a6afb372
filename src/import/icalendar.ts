import ICAL from 'ical.js';
import { dayNumber } from '../core/calendar/day-number.ts';
import type { NotedCalendar } from '../core/import/read-school-import.ts';
import { type ImportFault, MOST_ROWS } from '../core/import/sheet.ts';
import { addDays, instantOf, isZone, type LocalDate, localTime } from '../core/time.ts';
import { calendarFaults } from '../core/wording/import-faults.ts';
import { dateOf, EventFault, timeOf } from './event-dates.ts';
import { changedOccurrences, starts } from './occurrences.ts';
import { plainText } from './plain-text.ts';

/** An old daily event is walked through to reach the window; a rule that takes longer is no school's. */
const MOST_STEPS = 20_000;

/** Two years around today: the school year that was or will be, whenever in the year somebody imports it. */
const PAST_DAYS = 365;
const FUTURE_DAYS = 365;
/** Every date of a calendar file around today, recurring events opened up; or all that has to be mended in it. */
export const readICalendar = (
  file: string,
  text: string,
  today: LocalDate,
): NotedCalendar | readonly ImportFault[] => {
  const fault = (line: number, says: string): ImportFault => ({ file, line, column: 1, says });
  const calendar = parse(text);
  if (calendar?.name !== 'vcalendar') return [fault(1, calendarFaults.notCalendar)];
  const written = String(calendar.getFirstPropertyValue('x-wr-timezone') ?? '');
  const zone = isZone(written) ? written : 'utc';
  const lines = eventLines(text);
  const events = calendar.getAllSubcomponents('vevent').map((event, index) => ({
    event,
    line: lines[index] ?? 1,
  }));
  const window = { from: addDays(today, -PAST_DAYS), to: addDays(today, FUTURE_DAYS) };
  const faults: ImportFault[] = [];
  const notes: NotedCalendar['notes'][number][] = [];
  const changed = changedOccurrences(events.map(({ event }) => event));
  let steps = 0;
  const exhausted = () => {
    steps += 1;
    return steps > MOST_STEPS;
  };
  for (const { event, line } of events) {
    try {
      const summary = plainText(String(event.getFirstPropertyValue('summary') ?? ''));
      const cancelled = event.getFirstPropertyValue('status') === 'CANCELLED';
      if (cancelled || summary === '') continue;
      for (const start of starts(event, changed, window, exhausted)) {
        notes.push({ ...spanOf(event, start, zone), summary, line });
        if (notes.length > MOST_ROWS) return [fault(line, calendarFaults.tooMany(MOST_ROWS))];
      }
    } catch (error) {
      if (!(error instanceof EventFault)) throw error;
      faults.push(fault(line, error.message));
    }
  }
  return faults.length > 0 ? faults : { file, notes };
};

/** The library throws plain errors on whatever it cannot read. */
const parse = (text: string): ICAL.Component | undefined => {
  try {
    const parsed: unknown = ICAL.parse(text);
    const [first] = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
    return new ICAL.Component(first as [string, unknown[], unknown[]]);
  } catch {
    return undefined;
  }
};

const eventLines = (text: string): number[] =>
  text.split('\n').flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));

/** As it is written on the wall of its own zone; only what is written in UTC has to be moved to a wall. */
const spanOf = (event: ICAL.Component, start: ICAL.Time, zone: string) => {
  const first = timeOf(event, 'dtstart');
  const last = timeOf(event, 'dtend');
  const startDate = wallDate(start, zone);
  if (!first || !last) return { start: startDate, end: startDate };
  // The end is not included: midnight belongs to the day before.
  const days = dayNumber(wallDate(last, zone)) - dayNumber(wallDate(first, zone));
  const endsAtMidnight = last.isDate || (last.hour === 0 && last.minute === 0);
  return { start: startDate, end: addDays(startDate, Math.max(0, endsAtMidnight ? days - 1 : days)) };
};

const wallDate = (time: ICAL.Time, zone: string): LocalDate => {
  if (time.isDate || time.zone !== ICAL.Timezone.utcTimezone) return dateOf(time);
  return localTime(instantOf(dateOf(time), time.hour * 60 + time.minute, 'utc'), zone).date;
};
