import type { Role } from '../people.ts';
import { disciplineLabel } from './disciplines.ts';
import { listed } from './parts.ts';

/** Sentences for what has to be mended in an imported file: what is there, and what was expected. */

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
const quoted = (text: string): string => (text === '' ? 'Nothing is here' : `“${text.slice(0, 60)}”`);

export const fileFaults = {
  notFound: 'There is no such file.',
  notReadable: 'This file can’t be opened: reading it is not allowed.',
  unknownKind: 'Only .csv files and .ics calendars can be read.',
  tooLarge: (most: number) => `This file is larger than ${most / 1_000_000} MB. Is it the right one?`,
  notText: 'This is not plain text. In your spreadsheet choose “Save as: CSV (UTF-8)”.',
  empty: 'This file is empty.',
  notCsv: 'This line can’t be read as CSV. In your spreadsheet choose “Save as: CSV (UTF-8)”.',
  tooManyRows: (most: number) => `There are more than ${most} rows. Please split the file.`,
  csv: {
    CSV_QUOTE_NOT_CLOSED: 'A quotation mark opens before here and never closes.',
    CSV_INVALID_CLOSING_QUOTE: 'A quoted value has to be followed by a comma.',
    CSV_MAX_RECORD_SIZE: 'This line is too long. Is a quotation mark missing?',
    INVALID_OPENING_QUOTE: 'A quotation mark may only open a value, not stand inside one.',
  } as Readonly<Record<string, string>>,
};

export const calendarFaults = {
  notCalendar: 'This can’t be read as an iCalendar file (.ics).',
  tooMany: (most: number) => `This calendar has more than ${most} dates. Please export the school year only.`,
  subDaily: 'An event that repeats within a day can’t be about school days. Please take it out.',
  badRule: 'I can’t read how this event repeats.',
  badZone: (zone: string) =>
    `I don’t know the time zone ${quoted(zone)}. Expected one like America/New_York.`,
  badDate: 'I can’t read the date of this event.',
};

export const tableFaults = {
  unknownTable: (headings: readonly string[]) =>
    `I can’t tell what this table is about from ${listed(headings.slice(0, 8))}. Its first line has to name its columns, for example: date, what, name.`,
  unknownColumn: (name: string, known: readonly string[]) =>
    `I don’t know the column ${quoted(name)}. This table may have: ${known.join(', ')}.`,
  columnTwice: (name: string) => `The column ${quoted(name)} is there twice.`,
  noRows: 'This table has no rows below its headings.',
  whichSchool: (names: readonly string[]) =>
    names.length === 0
      ? 'There is no school yet. Import a table with the columns school, zone, first bell, last bell along with this one.'
      : `Which school? Expected a column “school” with ${either(names)}.`,
  noSchool: (name: string, names: readonly string[]) =>
    `There is no school ${quoted(name)}.${names.length > 0 ? ` Expected ${either(names)}.` : ''}`,
  oneSchoolOnly:
    'A calendar file goes to one school, but there are several or none. Use calendar.csv instead.',
  twice: (name: string) => `${quoted(name)} is in this table twice.`,
  twoWords: (date: string) => `${date} was something else further up. A date can be one thing only.`,
};

export const cellFaults = {
  name: (what: string, most: number) => `The name of the ${what} is missing or longer than ${most} letters.`,
  zone: (zone: string) => `${quoted(zone)}: expected a time zone like America/New_York or America/Chicago.`,
  template: (name: string, names: readonly string[]) =>
    `There is no template ${quoted(name)}. Expected ${either(names)}.`,
  templateBells: 'A template needs the first bell and the last bell.',
  templateYear:
    'This template has a cycle of days, which needs the first day and the last day of the school year.',
  weekdays: (said: string) => `${quoted(said)}: expected weekdays like Mon-Fri or Mon Tue Thu.`,
  clock: (said: string) => `${quoted(said)}: expected a time like 8:10, 1:25 PM or 13:25.`,
  date: (said: string) => `${quoted(said)}: expected a date like 2026-11-25 or 11/25/2026.`,
  endsBeforeStart: (from: string, to: string) => `${to} does not come after ${from}.`,
  closedDayType: (said: string) => `${quoted(said)} can’t be a day type: the calendar table closes days.`,
  periodsOverlap: (name: string, other: string) =>
    `${name} begins before ${other} has ended. Only lunch periods may overlap.`,
  cycleDays: (said: string) =>
    `${quoted(said)}: expected a number of days from 2 to 10, or their names like A B.`,
  onClosed: (said: string) =>
    `${quoted(said)}: expected skip (the cycle waits), consume (the day is lost) or consume snow days.`,
  weekly: (said: string) => `${quoted(said)} can’t be every week. Expected a day type of the bells table.`,
  oneDate: 'A cycle starts anew on one date.',
  whichCycle: (said: string, cycles: readonly string[]) =>
    `${quoted(said)} is a day of more than one cycle. Expected in the column “cycle”: ${either(cycles)}.`,
  cycle: (said: string, cycles: readonly string[]) =>
    `There is no cycle ${quoted(said)}.${cycles.length > 0 ? ` Expected ${either(cycles)}.` : ''}`,
  what: (said: string, types: readonly string[]) =>
    `${quoted(said)}: expected closed, ${types.length > 0 ? `a day type (${types.join(', ')})` : 'a day type of the bells table'} or a day of a cycle.`,
  noDayTypeFor: (said: string, types: readonly string[]) =>
    `${quoted(said)} needs a day type of its own, but the bells are known only for ${listed(types) || 'no day'}.`,
  tooLong: (days: number) => `That is more than ${days} days in one row.`,
  oneOf: (said: string, known: readonly string[]) => `${quoted(said)}: expected ${either(known)}.`,
  noDiscipline: (role: Role) =>
    `A ${role} has no discipline. Only a therapist has one: ${Object.keys(disciplineLabel).join(', ')}.`,
  oneSchool: (role: Role) =>
    role === 'therapist'
      ? 'A therapist is listed at one school, and pairs with classes of any. Only a coordinator may have several here.'
      : `A ${role} belongs to one school. Only a coordinator may have several.`,
  accountTwice: (id: string, name: string) => `${quoted(id)} is the account of ${name} already.`,
  noTeacher: (name: string, role: Role) => `${name} is a ${role} here; a room needs a teacher.`,
  room: (said: string) => `There is no room ${quoted(said)}. Add it to the classes table.`,
  activity: (said: string) =>
    `${quoted(said)}: I don’t know that activity. Expected one like reading, math, centers, specials, lunch, recess or prep.`,
  days: (said: string) =>
    `${quoted(said)}: expected weekdays like Mon Wed, or days of a cycle like Day 1 Day 4.`,
  period: (said: string) => `There is no period ${quoted(said)} in the bells table.`,
  clockAndPeriod: 'Expected either start and end, or a period, not both.',
  otherBells: (name: string, span: string) =>
    `These are not the bells of “${name}” (${span}). Expected the same, or nothing here.`,
  noBells: (school: string) =>
    `The bells of ${school} are missing. Expected the columns first bell and last bell, or a bells table.`,
};

/** “calendar.csv line 12, column 2: …” */
export const faultLine = (fault: {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly says: string;
}): string => `${fault.file} line ${fault.line}, column ${fault.column}: ${fault.says}`;
