import type { Cycle, DayType, Period } from '../calendar/school-calendar.ts';
import type { LocalDate, Minute, Span } from '../time.ts';
import { sameName } from './cells.ts';
import type { Draft } from './drafts.ts';

/** How a kind of school mostly runs; the school's own bells stretch it. */
export interface Template {
  readonly name: 'elementary' | 'middle' | 'block' | 'specials';
  /** Lessons between first and last bell; none where a class stays in its room. */
  readonly lessons: number;
  /** In minutes. */
  readonly passing: number;
  readonly cycle?: Pick<Cycle, 'name' | 'dayNames' | 'onClosed'>;
}

export const templates: readonly Template[] = [
  { name: 'elementary', lessons: 0, passing: 0 },
  { name: 'middle', lessons: 7, passing: 4 },
  {
    name: 'block',
    lessons: 4,
    passing: 5,
    cycle: { name: 'A/B', dayNames: ['A', 'B'], onClosed: 'skip' },
  },
  {
    name: 'specials',
    lessons: 0,
    passing: 0,
    cycle: { name: 'Specials', dayNames: ['1', '2', '3', '4', '5', '6'], onClosed: 'skip' },
  },
];

export const templateNamed = (name: string): Template | undefined =>
  templates.find((template) => template.name === sameName(name));

export interface SchoolHours {
  readonly first: Minute;
  readonly last: Minute;
  readonly lunch: Span | undefined;
}

/** What an early release takes from the end of a day, and a late start from its beginning. */
const TWO_HOURS = 120;
export const LUNCH_MINUTES = 30;

/** A regular day, and the same lessons in two hours less. */
export const dayTypesFor = (template: Template, hours: SchoolHours): DayType[] => {
  const regular = dayType('Regular', template, hours);
  // A school day of four hours or less has nothing to spare.
  if (hours.last - hours.first <= 2 * TWO_HOURS) return [regular];
  const early = { ...hours, last: hours.last - TWO_HOURS, lunch: undefined };
  const late = { ...hours, first: hours.first + TWO_HOURS, lunch: undefined };
  return [regular, dayType('Early release', template, early), dayType('Late start', template, late)];
};

const dayType = (name: string, template: Template, hours: SchoolHours): DayType => {
  const lunch = hours.lunch ?? middayLunch(hours);
  const periods = [...lessonsAround(template, hours, lunch), { name: 'Lunch', ...lunch }];
  return {
    name,
    firstBell: hours.first,
    lastBell: hours.last,
    periods: periods.toSorted((a, b) => a.start - b.start),
  };
};

/** To five minutes, around the middle of the day. */
const middayLunch = ({ first, last }: SchoolHours): Span => {
  const start = Math.round((first + last - LUNCH_MINUTES) / 10) * 5;
  return { start, end: start + LUNCH_MINUTES };
};

/** Lessons of one length before lunch and of one length after it, shared out by the time there is. */
const lessonsAround = (template: Template, { first, last }: SchoolHours, lunch: Span): Period[] => {
  const { lessons, passing } = template;
  if (lessons === 0) return [];
  const share = (lunch.start - first) / (last - first - (lunch.end - lunch.start));
  const before = Math.min(lessons - 1, Math.max(1, Math.round(lessons * share)));
  return [
    ...lessonsIn({ start: first, end: lunch.start }, before, passing),
    ...lessonsIn({ start: lunch.end, end: last }, lessons - before, passing),
  ].map((span, index) => ({ name: `Period ${index + 1}`, ...span }));
};

const lessonsIn = ({ start, end }: Span, count: number, passing: number): Span[] => {
  const length = Math.floor((end - start - passing * (count - 1)) / count);
  return Array.from({ length: count }, (_, index) => {
    const from = start + index * (length + passing);
    return { start: from, end: index === count - 1 ? end : from + length };
  });
};

/** The cycle counts from the first day of school. */
export const cyclesFor = (
  template: Template | undefined,
  firstDay: LocalDate | undefined,
): Omit<Cycle, 'reanchors'>[] => {
  const { cycle } = template ?? {};
  const [day] = cycle?.dayNames ?? [];
  if (!cycle || day === undefined || firstDay === undefined) return [];
  return [{ ...cycle, anchor: { date: firstDay, day } }];
};

export const layTemplate = (
  draft: Draft,
  template: Template,
  hours: SchoolHours,
  firstDay: LocalDate | undefined,
): void => {
  for (const type of dayTypesFor(template, hours)) draft.dayTypes.set(sameName(type.name), type);
  for (const cycle of cyclesFor(template, firstDay)) draft.cycles.set(sameName(cycle.name), cycle);
};
