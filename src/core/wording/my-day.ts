import type { Absence } from '../calendar/absence.ts';
import type { SchoolDay } from '../calendar/school-clock.ts';
import type { Part } from '../card.ts';
import type { LocalDate, Span } from '../time.ts';
import { absenceLine } from './absence.ts';
import { formatDay, formatSpan } from './clock-words.ts';
import { capital, muted, strong, text } from './parts.ts';

/** One day of a person: when school is, and when a message may come. */
export interface MyDay {
  /** Today, or the next day this person has school. */
  readonly date: LocalDate;
  /** Why there is no school today, where the calendar says. */
  readonly closing: string | undefined;
  /** Undefined when there is no school for this person in the days looked at. */
  readonly day: SchoolDay | undefined;
  /** From the first minute to the last one that counts. */
  readonly hours: Span;
  readonly open: readonly Span[];
  readonly absences: readonly Absence[];
}

/** "Day 4", "A day", "Specials Day 2": the name of a round only where a school has several. */
export const cycleWords = (cycle: string, day: string, named: boolean): string => {
  const words = /^[a-z]$/i.test(day) ? `${day} day` : /^\d+$/.test(day) ? `Day ${day}` : day;
  return named ? `${cycle} ${words}` : words;
};

/** What makes the day unlike others of its week: its cycle days, and bells that are not the usual ones. */
export const dayNotes = (day: SchoolDay): string[] => [
  ...Object.entries(day.cycleDays).map(([cycle, name], _, all) => cycleWords(cycle, name, all.length > 1)),
  ...(day.dayType.name === day.usual.name ? [] : [day.dayType.name]),
];

/** "Today · Day 4 · Early release". */
export const dayHeading = (date: LocalDate, notes: readonly string[], today: LocalDate): string =>
  [capital(formatDay(date, today)), ...notes].join(' · ');

/** “Today I may write to you 7:40–8:08 and 11:40–12:23.” */
export const openWords = (open: readonly Span[], when: string): string =>
  open.length === 0
    ? `${when} I don’t write to you at all.`
    : `${when} I may write to you ${open.map((span) => formatSpan(span)).join(', ')}.`;

/** The day as PushIn sees it, as a picture and in words. */
export const dayParts = ({ date, closing, day, hours, open, absences }: MyDay, today: LocalDate): Part[] => [
  ...(date === today ? [] : [text(`${openWords([], 'Today')}${closing ? ` (${closing})` : ''}`)]),
  strong(dayHeading(date, day === undefined ? ['no school'] : dayNotes(day), today)),
  ...(day === undefined ? [] : [{ kind: 'day', hours, open } satisfies Part]),
  text(openWords(open, date === today ? 'Today' : `${capital(formatDay(date, today))}`)),
  ...absences.map((absence) => muted(`Away: ${absenceLine(absence, today)}`)),
];
