import ICAL from 'ical.js';
import type { NotedCalendar } from '../core/import/read-school-import.ts';
import { type ImportFault, MOST_ROWS } from '../core/import/sheet.ts';
import { addDays, instantOf, isZone, type LocalDate, localTime } from '../core/time.ts';
import { calendarFaults } from '../core/wording/import-faults.ts';

/** Two years around today: the school year that was or will be, whenever in the year somebody imports it. */
const PAST_DAYS = 365;
const FUTURE_DAYS = 365;
/** An old daily event is walked through to reach the window; a rule that takes longer is no school's. */
const MOST_STEPS = 20_000;

const dayRules: ReadonlySet<string> = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
const subDailyParts = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];

interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Why one event cannot be taken. */
class EventFault extends Error {}

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
      const summary = String(event.getFirstPropertyValue('summary') ?? '').trim();
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

/** Single occurrences that a later event of the same id tells anew: the rule must not tell them too. */
const changedOccurrences = (events: readonly ICAL.Component[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) => {
      const of = event.getFirstPropertyValue('recurrence-id');
      return of ? [`${event.getFirstPropertyValue('uid')} ${String(of).slice(0, 10)}`] : [];
    }),
  );

function* starts(
  event: ICAL.Component,
  changed: ReadonlySet<string>,
  window: Window,
  exhausted: () => boolean,
): Generator<ICAL.Time> {
  const first = timeOf(event, 'dtstart');
  if (!first) throw new EventFault(calendarFaults.badDate);
  const isSingle = event.getFirstProperty('recurrence-id') !== null || !isRecurring(event);
  if (isSingle) {
    if (dateOf(first) >= window.from && dateOf(first) <= window.to) yield first;
    return;
  }
  checkRules(event);
  const uid = String(event.getFirstPropertyValue('uid'));
  for (const next of occurrences(event, first)) {
    if (dateOf(next) > window.to) return;
    if (exhausted()) throw new EventFault(calendarFaults.badRule);
    if (dateOf(next) >= window.from && !changed.has(`${uid} ${dateOf(next)}`)) yield next;
  }
}

function* occurrences(event: ICAL.Component, dtstart: ICAL.Time): Generator<ICAL.Time> {
  try {
    const expansion = new ICAL.RecurExpansion({ component: event, dtstart });
    for (let next = expansion.next(); next; next = expansion.next()) yield next;
  } catch {
    throw new EventFault(calendarFaults.badRule);
  }
}

const isRecurring = (event: ICAL.Component): boolean =>
  event.getFirstProperty('rrule') !== null || event.getFirstProperty('rdate') !== null;

const checkRules = (event: ICAL.Component): void => {
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) throw new EventFault(calendarFaults.badRule);
    const parts = rule.parts as Readonly<Record<string, unknown>>;
    if (!dayRules.has(rule.freq) || subDailyParts.some((part) => parts[part] !== undefined))
      throw new EventFault(calendarFaults.subDaily);
  }
};

const timeOf = (event: ICAL.Component, name: 'dtstart' | 'dtend'): ICAL.Time | undefined => {
  const property = event.getFirstProperty(name);
  const value = property?.getFirstValue();
  if (!property || !(value instanceof ICAL.Time) || !isDate(dateOf(value))) return undefined;
  const zone = property.getFirstParameter('tzid');
  const defined = event.parent?.getAllSubcomponents('vtimezone') ?? [];
  const isDefined = defined.some((known) => known.getFirstPropertyValue('tzid') === zone);
  if (zone && !isDefined && !isZone(zone)) throw new EventFault(calendarFaults.badZone(zone));
  return value;
};

/** As it is written on the wall of its own zone; only what is written in UTC has to be moved to a wall. */
const spanOf = (event: ICAL.Component, start: ICAL.Time, zone: string) => {
  const first = timeOf(event, 'dtstart');
  const last = timeOf(event, 'dtend');
  const allDay = start.isDate;
  const startDate = wallDate(start, zone);
  if (!first || !last) return { start: startDate, end: startDate, allDay };
  // The end is not included: midnight belongs to the day before.
  const days = daysBetween(wallDate(first, zone), wallDate(last, zone));
  const endsAtMidnight = last.isDate || (last.hour === 0 && last.minute === 0);
  return { start: startDate, end: addDays(startDate, Math.max(0, endsAtMidnight ? days - 1 : days)), allDay };
};

const isDate = (date: LocalDate): boolean =>
  /^(19|20)\d\d-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
const dateOf = (time: ICAL.Time): LocalDate => time.toString().slice(0, 10);

const wallDate = (time: ICAL.Time, zone: string): LocalDate => {
  if (time.isDate || time.zone !== ICAL.Timezone.utcTimezone) return dateOf(time);
  return localTime(instantOf(dateOf(time), time.hour * 60 + time.minute, 'utc'), zone).date;
};

const DAY = 86_400_000;
const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);
