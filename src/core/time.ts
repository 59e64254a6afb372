import { DateTime, Settings } from 'luxon';

Settings.throwOnInvalid = true;

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

export const localTime = (instant: Instant, zone: string): LocalTime => {
  const local = DateTime.fromMillis(instant, { zone });
  return { date: local.toFormat('yyyy-MM-dd'), minute: local.hour * 60 + local.minute };
};

/**
 * The instant of a wall-clock time. Where clocks go back, the first of the two; where they go forward,
 * the skipped time moves on by the gap. Luxon's own choice depends on today's date, so it is not asked.
 */
export const instantOf = (date: LocalDate, minute: Minute, zone: string): Instant => {
  const day = DateTime.fromISO(date, { zone: 'utc' }).plus({ minutes: minute });
  const asUtc = day.toMillis();
  const offsets = [asUtc - DAY, asUtc + DAY].map(
    (near) => DateTime.fromMillis(near, { zone }).offset * MINUTE,
  );
  const [before = 0, after = 0] = offsets;
  const first = asUtc - Math.max(before, after);
  const second = asUtc - Math.min(before, after);
  const reads = (instant: Instant) => instant + DateTime.fromMillis(instant, { zone }).offset * MINUTE;
  if (reads(first) === asUtc) return first;
  if (reads(second) === asUtc) return second;
  return asUtc - before;
};

export const weekdayOf = (date: LocalDate): Weekday =>
  DateTime.fromISO(date, { zone: 'utc' }).weekday as Weekday;

export const addDays = (date: LocalDate, days: number): LocalDate =>
  DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/** `2026-W46`: weeks are counted the ISO way, Monday first. */
export const isoWeekOf = (date: LocalDate): string =>
  DateTime.fromISO(date, { zone: 'utc' }).toFormat("kkkk-'W'WW");

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
