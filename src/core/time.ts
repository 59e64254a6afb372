import { DateTime, IANAZone, Settings } from 'luxon';
import { dateOf, dayNumber, weekdayOfNumber } from './calendar/day-number.ts';
import { type ClockRun, clockRuns, runAt } from './calendar/zone-clock.ts';

Settings.throwOnInvalid = true;
declare module 'luxon' {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

/** Milliseconds since the epoch. */
export type Instant = number;
/** A school's calendar day, `YYYY-MM-DD`. */
export type LocalDate = string;
/** Minutes after local midnight, 0–1440. */
export type Minute = number;
/** ISO weekday: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** Start included, end excluded. */
export interface Span {
  readonly start: Minute;
  readonly end: Minute;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface LocalTime {
  readonly date: LocalDate;
  readonly minute: Minute;
}

/** Midnight of the date read as UTC; throws for a date that does not exist. */
const utcOf = (date: LocalDate): number => dayNumber(date) * DAY;

export const localTime = (instant: Instant, zone: string): LocalTime => {
  const wall = instant + runAt(instant, zone).offset;
  const days = Math.floor(wall / DAY);
  return { date: dateOf(days), minute: Math.floor((wall - days * DAY) / MINUTE) };
};

/** The real time around a date: three days, because a local date lies up to 14 hours away from the UTC one. */
const runsAround = (utc: number, zone: string): readonly ClockRun[] =>
  clockRuns(utc - DAY, utc + 2 * DAY, zone);

/**
 * The instant of a wall-clock time. Where clocks go back, the first of the two; where they go forward,
 * the skipped time moves on by the gap. Luxon's own choice depends on today's date, so it is not asked.
 */
export const instantOf = (date: LocalDate, minute: Minute, zone: string): Instant => {
  const utc = utcOf(date);
  const runs = runsAround(utc, zone);
  const wall = utc + minute * MINUTE;
  const run = runs.find(({ to, from, offset }) => from <= wall - offset && wall - offset < to);
  return wall - (run ?? runs[0] ?? { offset: 0 }).offset;
};

export interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * When the wall clock of that date reads a time inside these (sorted) spans, in order. Where clocks go back
 * a span can come twice; where they go forward it can be shorter or missing.
 */
export const stretchesOf = (date: LocalDate, spans: readonly Span[], zone: string): Stretch[] => {
  if (spans.length === 0) return [];
  const utc = utcOf(date);
  return runsAround(utc, zone).flatMap(({ from, to, offset }) =>
    spans
      .map((span) => ({
        start: Math.max(from, utc + span.start * MINUTE - offset),
        end: Math.min(to, utc + span.end * MINUTE - offset),
      }))
      .filter((stretch) => stretch.start < stretch.end),
  );
};

/** The other way round: what the wall clock of that date reads inside these stretches. */
export const wallSpans = (date: LocalDate, stretches: readonly Stretch[], zone: string): Span[] =>
  stretchesOf(date, [{ start: 0, end: 1440 }], zone).flatMap((run) =>
    stretches
      .map((one) => ({ start: Math.max(run.start, one.start), end: Math.min(run.end, one.end) }))
      .filter((one) => one.start < one.end)
      .map((one) => ({
        start: localTime(one.start, zone).minute,
        // The last instant, because midnight already reads as the next date.
        end: localTime(one.end - 1, zone).minute + 1,
      })),
  );

export const weekdayOf = (date: LocalDate): Weekday => weekdayOfNumber(dayNumber(date));

export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(dayNumber(date) + days);

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/** The last day of the week that date lies in. */
export const sundayOf = (date: LocalDate): LocalDate => addDays(mondayOf(date), 6);

/** `2026-W46`: weeks are counted the ISO way, Monday first. */
export const isoWeekOf = (date: LocalDate): string =>
  DateTime.fromISO(date, { zone: 'utc' }).toISOWeekDate().slice(0, 8);

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether there is such a date: a tap brings back text anybody could have written. */
export const isDate = (text: string): boolean => {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
};

export const isZone = (zone: string): boolean => IANAZone.isValidZone(zone);
