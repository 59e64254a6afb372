import type { Filled } from '../demo/sheet.ts';

/** The demo school's people, as its seats name them. */
export type Person = 'Maya Brooks' | 'Jonah Price' | 'Ms. Rivera' | 'Mr. Okafor' | 'Dana Lee';

/** A tap on a button by its name, or a form filled in and submitted. */
export type Step = { readonly taps: string } | { readonly fills: Filled };

/** What somebody does whenever a card reads so; the first step is a tap on that card. */
export interface Habit {
  readonly who: Person;
  readonly sees: RegExp;
  readonly does: readonly [{ readonly taps: string }, ...Step[]];
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
type Weekday = (typeof weekdays)[number];

/** “1 Tue” is the Tuesday of the first week; “0 Fri” the Friday before it. */
export type Day = `${0 | 1 | 2 | 3 | 4 | 5 | 6} ${Weekday}`;

/** What somebody does at that time by themselves. */
export interface Deed {
  readonly day: Day;
  /** On the school's wall: "7:45", "14:50". */
  readonly at: string;
  readonly who: Person;
  readonly says: string;
  readonly next?: readonly Step[];
}

/** From that day on, once: a card is answered otherwise than by habit. */
export interface Exception extends Habit {
  readonly day: Day;
}

/** Days after the first week's Monday, and minutes after midnight. */
export const daysInto = (day: Day): number => {
  const [week, weekday] = day.split(' ') as [string, Weekday];
  return (Number(week) - 1) * 7 + weekdays.indexOf(weekday);
};
export const minuteOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};
