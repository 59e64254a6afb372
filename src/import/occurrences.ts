import ICAL from 'ical.js';
import type { LocalDate } from '../core/time.ts';
import { calendarFaults } from '../core/wording/import-faults.ts';
import { dateOf, EventFault, firstValue, timeOf } from './event-dates.ts';

/**
 * The rules schools write. Others are refused before the library walks them: on some that never come true
 * (every day that is February 30) it looks forever.
 */
const ruleParts: Readonly<Record<string, readonly string[]>> = {
  DAILY: ['BYDAY', 'BYMONTH'],
  WEEKLY: ['BYDAY', 'BYMONTH'],
  MONTHLY: ['BYDAY', 'BYMONTHDAY', 'BYSETPOS'],
  YEARLY: ['BYDAY', 'BYMONTHDAY', 'BYMONTH'],
};
/** Every leap year is rarer than anything in a school calendar. */
const LONGEST_INTERVAL = 366;
const subDailyParts = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];

export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Single occurrences that a later event of the same id tells anew: the rule must not tell them too. */
export const changedOccurrences = (events: readonly ICAL.Component[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) => {
      const of = event.getFirstProperty('recurrence-id')?.toJSON() as unknown as
        | readonly unknown[]
        | undefined;
      return of ? [`${event.getFirstPropertyValue('uid')} ${String(of[3]).slice(0, 10)}`] : [];
    }),
  );

export function* starts(
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
  const monthDays = event
    .getAllProperties('rrule')
    .flatMap((rule) => ((rule.getFirstValue() as ICAL.Recur).parts['BYMONTHDAY'] ?? []).map(Number))
    .filter((day) => day > 0);
  try {
    const expansion = new ICAL.RecurExpansion({ component: event, dtstart });
    for (let next = expansion.next(); next; next = expansion.next()) {
      // The library moves February 30 into March.
      if (monthDays.length > 0 && !monthDays.includes(next.day)) throw new EventFault(calendarFaults.badRule);
      yield next;
    }
  } catch {
    throw new EventFault(calendarFaults.badRule);
  }
}

const isRecurring = (event: ICAL.Component): boolean =>
  event.getFirstProperty('rrule') !== null || event.getFirstProperty('rdate') !== null;

const checkRules = (event: ICAL.Component): void => {
  for (const property of event.getAllProperties('rrule')) {
    const rule = firstValue(property);
    if (!(rule instanceof ICAL.Recur)) throw new EventFault(calendarFaults.badRule);
    const parts = Object.keys(rule.parts);
    const known = ruleParts[rule.freq];
    if (!known || parts.some((part) => subDailyParts.includes(part)))
      throw new EventFault(calendarFaults.subDaily);
    const places: readonly unknown[] = rule.parts['BYSETPOS'] ?? [];
    const isOdd =
      rule.interval > LONGEST_INTERVAL ||
      parts.some((part) => !known.includes(part)) ||
      places.some((place) => Math.abs(Number(place)) > 5);
    if (isOdd) throw new EventFault(calendarFaults.badRule);
  }
};
