import type { LocalDate, Minute, Span, Weekday } from '../time.ts';

/** Both dates included. */
export interface DateSpan {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** When a school meets and what its bells say, as data (JSON keeps all of it). */
export interface SchoolCalendar {
  /** IANA zone. */
  readonly zone: string;
  /** No school outside of it; without it every year is alike. */
  readonly year?: DateSpan;
  /** Names for parts of the year; they close nothing. */
  readonly terms: readonly (DateSpan & { readonly name: string })[];
  /** On which weekdays school meets when nothing else is said. */
  readonly weekdays: readonly Weekday[];
  readonly closed: readonly { readonly date: LocalDate; readonly name: string }[];
  readonly dayTypes: readonly DayType[];
  /** Name of a day type. */
  readonly usualDayType: string;
  /** Where one weekday has its own, such as an early release every Wednesday. */
  readonly weekdayDayTypes?: Readonly<Partial<Record<Weekday, string>>>;
  /** A date off the weekdays listed here is a school day all the same (a make-up Saturday); a closed one is not. */
  readonly datedDayTypes: readonly { readonly date: LocalDate; readonly dayType: string }[];
  readonly cycles: readonly Cycle[];
}

/** Regular, early release, late start, exam day …: one bell schedule. */
export interface DayType {
  readonly name: string;
  readonly firstBell: Minute;
  readonly lastBell: Minute;
  /** Lunch waves may overlap; the gaps are passing time. */
  readonly periods: readonly Period[];
}

export interface Period extends Span {
  /** Unique in its day type; "3" or "Lunch B". Blocks find their times by it. */
  readonly name: string;
}

/** A round of named days laid over the weekdays: A/B, Day 1–6. Several may run in one school. */
export interface Cycle {
  readonly name: string;
  /** 2–10 of them, in order. */
  readonly dayNames: readonly string[];
  /** On that school date it is that day (a name); the rest is counted from there, both ways. */
  readonly anchor: CycleMark;
  /**
   * What a closed day does to the round. `skip`: the day due then is held on the next school day. `consume`: it is
   * lost. `consume-unplanned`: only a closing that was not in the calendar (snow) loses its day.
   */
  readonly onClosed: 'skip' | 'consume' | 'consume-unplanned';
  /** Counted anew from these dates on. */
  readonly reanchors: readonly CycleMark[];
}

interface CycleMark {
  readonly date: LocalDate;
  readonly day: string;
}
