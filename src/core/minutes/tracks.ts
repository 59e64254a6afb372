import { trackOf, type VisitSetting } from '../visit-setting.ts';
import type { Mandate, MandatePeriod } from './mandate.ts';

/** Minutes in the class, outside it and with the adults are counted apart, each minute in one of them. */
export const tracks = ['in_class', 'outside', 'adults'] as const;
export type Track = (typeof tracks)[number];

/** Every week; or three weeks with the students and the fourth with the adults. */
export const rhythms = ['every_week', 'three_one'] as const;
export type Rhythm = (typeof rhythms)[number];

/** What one student is to get. */
export interface StudentLine {
  readonly count: number;
  readonly minutes: number;
  readonly setting: VisitSetting;
}

/** What a pair is to get done; a mandate is shared by those who can share a visit. */
export type TrackMandate = Omit<Mandate, 'from'> & { readonly track: Track };

/**
 * Students who share a class share visits, so a pair's minutes are those of whoever needs most, track by track. In the
 * rhythm of 3:1 the fourth week's minutes are owed with the adults.
 */
export const pairMandates = (
  lines: readonly StudentLine[],
  { period, rhythm }: { readonly period: MandatePeriod; readonly rhythm: Rhythm },
): TrackMandate[] => {
  const most = tracks.flatMap((track) => {
    const own = lines.filter(({ setting }) => trackOf(setting) === track);
    if (own.length === 0) return [];
    const count = Math.max(...own.map((line) => line.count));
    return [{ track, count, minutes: Math.max(...own.map((line) => line.minutes)), period }];
  });
  if (rhythm === 'every_week') return most;
  const direct = most.filter(({ track }) => track !== 'adults');
  const longest = Math.max(...direct.map(({ minutes }) => minutes));
  const whole = direct.reduce((sum, { count, minutes }) => sum + count * minutes, 0);
  return [
    ...direct.map((one) => ({ ...one, rhythm: 'three_of_four' as const })),
    {
      track: 'adults',
      count: Math.ceil(whole / longest),
      minutes: longest,
      period,
      rhythm: 'one_of_four',
    },
  ];
};
