import { lengthOf } from '../spans.ts';
import type { Minute } from '../time.ts';
import { formatClock } from '../wording/clock-words.ts';
import type { DayType, SchoolCalendar } from './school-calendar.ts';

export interface DayTypeSaid {
  readonly type: 'early' | 'late' | 'exams';
  /** In minutes: "two-hour delay". */
  readonly delay?: Minute;
  /** The bell that was named: "early release at 12:30". */
  readonly bell?: Minute;
}

/** What schools call them. */
const names: Readonly<Record<DayTypeSaid['type'], RegExp>> = {
  early: /early|half|minimum|short|noon/iu,
  late: /late|delay/iu,
  exams: /exam|final/iu,
};

/** What is left of a lesson that starts or ends outside of the bells; less is no lesson. */
const SHORTEST_PERIOD = 10;

/**
 * The school's own day type when it has one that agrees with what was said; else one made of the usual day with the
 * bell that was said, whose periods keep to the clock; `undefined` when the bell is anybody's guess.
 */
export const dayTypeSaid = (calendar: SchoolCalendar, said: DayTypeSaid): DayType | undefined => {
  const usual = calendar.dayTypes.find(({ name }) => name === calendar.usualDayType);
  if (usual === undefined) return undefined;
  const firstBell = said.type === 'late' ? (said.bell ?? plus(usual.firstBell, said.delay)) : undefined;
  const lastBell = said.type === 'early' ? said.bell : undefined;
  const known = calendar.dayTypes.filter(({ name }) => names[said.type].test(name));
  // With no bell to tell them apart, one of several would be a guess.
  if (firstBell === undefined && lastBell === undefined) return known.length === 1 ? known[0] : undefined;
  const agreeing = known.find(
    (type) =>
      (firstBell === undefined || type.firstBell === firstBell) &&
      (lastBell === undefined || type.lastBell === lastBell),
  );
  if (agreeing !== undefined) return agreeing;
  return shortened(usual, nameOf(said, firstBell ?? lastBell ?? 0), { firstBell, lastBell });
};

const plus = (bell: Minute, delay: Minute | undefined): Minute | undefined =>
  delay === undefined ? undefined : bell + delay;

/** Names a day type of the school, which people see and may have in their own tables. */
const nameOf = ({ type, delay }: DayTypeSaid, bell: Minute): string => {
  if (type === 'early') return `Early release at ${formatClock(bell)}`;
  if (delay === undefined) return `Late start at ${formatClock(bell)}`;
  return delay % 60 === 0 ? `${delay / 60}-hour delay` : `${delay}-minute delay`;
};

const shortened = (
  usual: DayType,
  name: string,
  bells: { readonly firstBell: Minute | undefined; readonly lastBell: Minute | undefined },
): DayType | undefined => {
  const firstBell = bells.firstBell ?? usual.firstBell;
  const lastBell = bells.lastBell ?? usual.lastBell;
  if (firstBell >= lastBell || firstBell < usual.firstBell || lastBell > usual.lastBell) return undefined;
  const periods = usual.periods
    .map((period) => ({
      ...period,
      start: Math.max(period.start, firstBell),
      end: Math.min(period.end, lastBell),
    }))
    .filter((period) => lengthOf(period) >= SHORTEST_PERIOD);
  return { name, firstBell, lastBell, periods };
};
