import type { DayType } from '../calendar/school-calendar.ts';
import type { Block } from '../classroom.ts';
import type { BellSpan, Bells } from './time-phrase/bell-at.ts';

/** Pieces of a day that people name an hour by, beside numbered periods. */
const named: ReadonlySet<string> = new Set(['lunch', 'recess', 'snack', 'specials', 'arrival', 'dismissal']);

/** "2nd period", "after lunch", "before dismissal": what a class's own day calls its hours. */
export const bellsOf = (
  { firstBell, lastBell, periods }: DayType,
  blocks: readonly Pick<Block, 'kind' | 'start' | 'end'>[],
): Bells => {
  const bells = new Map<string, BellSpan>([
    ['arrival', { start: firstBell, end: firstBell }],
    ['dismissal', { start: lastBell, end: lastBell }],
  ]);
  for (const { name, start, end } of periods) {
    const number = /^(?:period|block|p)?\s*(\d{1,2})$/iu.exec(name)?.[1];
    bells.set(number === undefined ? name.toLowerCase() : `p${number}`, { start, end });
  }
  for (const { kind, start, end } of blocks) if (named.has(kind)) bells.set(kind, { start, end });
  return bells;
};
