import type { Cycle, DayType, SchoolCalendar } from '../calendar/school-calendar.ts';
import type { Block } from '../classroom.ts';
import type { Discipline, Platform, Role } from '../people.ts';
import type { LocalDate, Weekday } from '../time.ts';

/** All that a set of files (or a form) says about schools, understood and free of contradictions. */
export interface SchoolImport {
  readonly schools: readonly ImportedSchool[];
}

/** Schools are told apart by name, people and rooms by name within a school. What is not said stays as it is. */
export interface ImportedSchool {
  readonly name: string;
  readonly frame: SchoolFrame | undefined;
  readonly dayTypes: readonly DayType[];
  readonly usualDayType: string | undefined;
  readonly dates: readonly ImportedDate[];
  readonly weekdayDayTypes: Readonly<Partial<Record<Weekday, string>>>;
  readonly cycles: readonly Omit<Cycle, 'reanchors'>[];
  readonly reanchors: readonly ImportedReanchor[];
  readonly people: readonly ImportedPerson[];
  readonly rooms: readonly ImportedRoom[];
  readonly weeks: readonly ImportedWeek[];
}

export interface SchoolFrame {
  readonly zone: string;
  readonly weekdays: readonly Weekday[];
  /** The school year, both days included. */
  readonly year: { readonly start: LocalDate; readonly end: LocalDate } | undefined;
}

export interface ImportedDate {
  readonly date: LocalDate;
  /** A day type's name; undefined: closed. */
  readonly dayType: string | undefined;
  /** "Thanksgiving recess"; empty when nobody named it. */
  readonly name: string;
}

/** From this date on the cycle goes on with this day. */
export interface ImportedReanchor {
  readonly cycle: string;
  readonly date: LocalDate;
  readonly day: string;
}

export interface ImportedPerson {
  readonly name: string;
  readonly role: Role;
  readonly discipline: Discipline | undefined;
  readonly accounts: readonly { readonly platform: Platform; readonly userId: string }[];
  /** Other schools a coordinator speaks for, by name. */
  readonly alsoAt?: readonly string[];
}

export interface ImportedRoom {
  readonly name: string;
  readonly teacher: string;
  readonly grade: string | undefined;
}

/** The whole week of one room: what it no longer says is gone. */
interface ImportedWeek {
  readonly room: string;
  readonly blocks: readonly Block[];
}

/** What is stored already, in the same shape, so that files may speak of it and only what is new is stored. */
export interface KnownSchool extends Pick<ImportedSchool, 'name' | 'people' | 'rooms' | 'weeks'> {
  readonly calendar: SchoolCalendar;
}
