import type { LocalDate, Weekday } from '../time.ts';
import type { Change } from './change.ts';
import { createCycleDays } from './cycle-days.ts';
import { type DayNumber, dateOf, dayNumber, weekdayOfNumber } from './day-number.ts';
import { latestByDate } from './latest-by-date.ts';
import type { DayType, SchoolCalendar } from './school-calendar.ts';

/** A day on which there is school. */
export interface SchoolDay {
  readonly date: LocalDate;
  readonly weekday: Weekday;
  readonly dayType: DayType;
  /** The day type most days have: what a routine told by the clock was told for. */
  readonly usual: DayType;
  /** Whether this weekday has this day type every week. */
  readonly asEveryWeek: boolean;
  /** Per cycle the name of its day. */
  readonly cycleDays: Readonly<Record<string, string>>;
  readonly term: string | undefined;
}

/** Looks days up; everything is worked out once per date. */
export interface SchoolClock {
  readonly zone: string;
  day(date: LocalDate): SchoolDay | undefined;
  /** Why there is no school on a date that is named in the calendar or was closed later. */
  closing(date: LocalDate): string | undefined;
}

/** `changes` of the school as a whole; others are not looked at. */
export const createSchoolClock = (calendar: SchoolCalendar, changes: readonly Change[] = []): SchoolClock => {
  const types = new Map(calendar.dayTypes.map((type) => [type.name, type]));
  const typeOf = (name: string): DayType => {
    const type = types.get(name);
    if (type === undefined) throw new RangeError(`The calendar has no day type ${name}`);
    return type;
  };
  const usual = typeOf(calendar.usualDayType);
  const closed = new Map(calendar.closed.map(({ date, name }) => [date, name]));
  const dated = new Map(calendar.datedDayTypes.map(({ date, dayType }) => [date, dayType]));
  const said = latestByDate(changes);
  const first = calendar.year ? dayNumber(calendar.year.start) : Number.NEGATIVE_INFINITY;
  const last = calendar.year ? dayNumber(calendar.year.end) : Number.POSITIVE_INFINITY;

  const weeklyType = (weekday: Weekday): string =>
    calendar.weekdayDayTypes?.[weekday] ?? calendar.usualDayType;

  const meets = (day: DayNumber): boolean =>
    first <= day && day <= last && calendar.weekdays.includes(weekdayOfNumber(day));

  const plannedType = (date: LocalDate, day: DayNumber): string | undefined => {
    if (closed.has(date)) return undefined;
    return dated.get(date) ?? (meets(day) ? weeklyType(weekdayOfNumber(day)) : undefined);
  };

  const typeOn = (date: LocalDate, day: DayNumber): string | undefined => {
    const what = said.get(date)?.what;
    if (what?.do === 'close') return undefined;
    return what?.do === 'day-type' ? what.dayType : plannedType(date, day);
  };

  const cycles = calendar.cycles.map((cycle) => ({
    name: cycle.name,
    dayOf: createCycleDays(cycle, (day) => {
      const date = dateOf(day);
      if (typeOn(date, day) !== undefined) return true;
      if (cycle.onClosed === 'consume') return meets(day);
      return cycle.onClosed === 'consume-unplanned' && plannedType(date, day) !== undefined;
    }),
  }));

  const work = (date: LocalDate): SchoolDay | undefined => {
    const number = dayNumber(date);
    const type = typeOn(date, number);
    if (type === undefined) return undefined;
    const weekday = weekdayOfNumber(number);
    return {
      date,
      weekday,
      dayType: typeOf(type),
      usual,
      asEveryWeek: type === weeklyType(weekday),
      cycleDays: Object.fromEntries(cycles.map(({ name, dayOf }) => [name, dayOf(date)])),
      term: calendar.terms.find(({ start, end }) => start <= date && date <= end)?.name,
    };
  };

  const days = new Map<LocalDate, SchoolDay | undefined>();
  const day = (date: LocalDate): SchoolDay | undefined => {
    if (days.has(date)) return days.get(date);
    const worked = work(date);
    days.set(date, worked);
    return worked;
  };
  const closing = (date: LocalDate): string | undefined => {
    const what = said.get(date)?.what;
    if (what?.do === 'close') return what.name;
    return what?.do === 'day-type' ? undefined : closed.get(date);
  };
  return { zone: calendar.zone, day, closing };
};
