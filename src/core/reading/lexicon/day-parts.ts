import type { Minute } from '../../time.ts';

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night' | 'midday' | 'day';

/** The hours a part of the day stands for; of a span, "early" is the first half and "late" the last. */
export const partHours: Readonly<Record<PartOfDay, { readonly start: Minute; readonly end: Minute }>> = {
  morning: { start: 8 * 60, end: 12 * 60 },
  midday: { start: 11 * 60, end: 13 * 60 },
  afternoon: { start: 12 * 60, end: 16 * 60 },
  evening: { start: 16 * 60, end: 20 * 60 },
  night: { start: 20 * 60, end: 23 * 60 + 59 },
  day: { start: 8 * 60, end: 18 * 60 },
};

export const partWords: readonly (readonly [words: string, part: PartOfDay])[] = [
  ['morning', 'morning'],
  ['mornings', 'morning'],
  ['morn', 'morning'],
  ['forenoon', 'morning'],
  ['first half of the day', 'morning'],
  ['afternoon', 'afternoon'],
  ['afternoons', 'afternoon'],
  ['aft', 'afternoon'],
  ['arvo', 'afternoon'],
  ['second half of the day', 'afternoon'],
  ['evening', 'evening'],
  ['evenings', 'evening'],
  ['eve', 'evening'],
  ['dinner', 'evening'],
  ['dinnertime', 'evening'],
  ['dinner time', 'evening'],
  ['night', 'night'],
  ['nights', 'night'],
  ['nighttime', 'night'],
  ['lunchtime', 'midday'],
  ['lunch time', 'midday'],
  ['daytime', 'day'],
  ['business hours', 'day'],
  ['school hours', 'day'],
];

/** Names of a time of day that stand for one clock time. */
export const pointWords: readonly (readonly [words: string, minute: Minute])[] = [
  ['midmorning', 10 * 60],
  ['mid morning', 10 * 60],
  ['midafternoon', 14 * 60],
  ['mid afternoon', 14 * 60],
  ['midday', 12 * 60],
  ['mid day', 12 * 60],
  ['midnight', 0],
  ['mid night', 0],
];
