import type { DayType, SchoolCalendar } from '../calendar/school-calendar.ts';
import type { Faults } from '../form.ts';
import { type LocalDate, type Minute, type Span, weekdayOf } from '../time.ts';
import { KEEP, schoolDayFaults } from '../wording/school-day.ts';
import { clockIn, dateIn } from './cells.ts';
import { readDaysOff } from './read-days-off.ts';
import type { ImportedSchool } from './school-import.ts';
import { cyclesFor, dayTypesFor, LUNCH_MINUTES, type SchoolHours, templateNamed } from './templates.ts';

/** The form of a simple school as it was filled in. */
export interface SchoolDayWords {
  readonly template: string;
  readonly firstBell: string;
  readonly lastBell: string;
  readonly lunch: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly daysOff: string;
}

export const readSimpleSchool = (
  words: SchoolDayWords,
  school: { readonly name: string; readonly calendar: SchoolCalendar },
  today: LocalDate,
): { readonly school: ImportedSchool } | { readonly faults: Faults } => {
  const faults: Record<string, string> = {};
  const template = templateNamed(words.template);
  if (!template && words.template !== KEEP) faults['template'] = schoolDayFaults.template;
  const hours = readHours(words, faults);
  const year = readYear(words, faults);
  if (template?.cycle && !year) faults['firstDay'] = schoolDayFaults.cycleYear;
  const off = readDaysOff(words.daysOff, today);
  if (off.faults.length > 0) faults['daysOff'] = off.faults.join(' ');
  const dayTypes = hours && (template ? dayTypesFor(template, hours) : keptDayType(school.calendar, hours));
  if (hours && !dayTypes) faults['firstBell'] = schoolDayFaults.periods;
  if (!dayTypes || Object.keys(faults).length > 0) return { faults };
  const { zone, weekdays } = school.calendar;
  return {
    school: {
      name: school.name,
      frame: { zone, weekdays, year },
      dayTypes,
      usualDayType: dayTypes[0]?.name,
      dates: off.dates.filter(({ date }) => weekdays.includes(weekdayOf(date))),
      weekdayDayTypes: {},
      cycles: cyclesFor(template, year?.start),
      reanchors: [],
      people: [],
      rooms: [],
      weeks: [],
    },
  };
};

const readHours = (words: SchoolDayWords, faults: Record<string, string>): SchoolHours | undefined => {
  const first = clockIn(words.firstBell);
  const last = clockIn(words.lastBell);
  if (first === undefined) faults['firstBell'] = schoolDayFaults.bell;
  if (last === undefined) faults['lastBell'] = schoolDayFaults.bell;
  if (first === undefined || last === undefined) return undefined;
  if (last <= first) faults['lastBell'] = schoolDayFaults.bells;
  const start = words.lunch === '' ? undefined : clockIn(words.lunch);
  const lunch: Span | undefined = start === undefined ? undefined : { start, end: start + LUNCH_MINUTES };
  if (words.lunch !== '' && !lunch) faults['lunch'] = schoolDayFaults.bell;
  if (lunch && !isBetween(lunch, first, last)) faults['lunch'] = schoolDayFaults.lunch;
  return Object.keys(faults).length > 0 ? undefined : { first, last, lunch };
};

const isBetween = (span: Span, first: Minute, last: Minute): boolean => span.start > first && span.end < last;

const readYear = (words: SchoolDayWords, faults: Record<string, string>) => {
  if (words.firstDay === '' && words.lastDay === '') return undefined;
  const start = dateIn(words.firstDay);
  const end = dateIn(words.lastDay);
  if (start !== undefined && end !== undefined && start < end) return { start, end };
  faults['lastDay'] = schoolDayFaults.year;
  return undefined;
};

/** The school's own usual day with these bells; undefined when its periods do not fit between them. */
const keptDayType = (
  calendar: SchoolCalendar,
  { first, last, lunch }: SchoolHours,
): DayType[] | undefined => {
  const usual = calendar.dayTypes.find(({ name }) => name === calendar.usualDayType);
  const periods = (usual?.periods ?? []).map((period) =>
    lunch && /^lunch$/i.test(period.name) && period.start !== lunch.start ? { ...period, ...lunch } : period,
  );
  if (periods.some(({ start, end }) => start < first || end > last)) return undefined;
  return [{ name: usual?.name ?? 'Regular', firstBell: first, lastBell: last, periods }];
};
