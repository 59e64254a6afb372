import type { TimeFound } from './time-at.ts';

/** The surest time; of two equally sure ones the first. A lone end is joined to a start said before it. */
export const chooseTimes = (times: readonly TimeFound[]): readonly TimeFound[] => {
  const surest = Math.max(0, ...times.map((time) => time.strength));
  const best = times.find((time) => time.strength === surest);
  if (best === undefined) return [];
  const at = times.indexOf(best);
  if (best.start === undefined) {
    const before = times.slice(0, at).find((time) => time.end === undefined && time.minutes === undefined);
    return before === undefined ? [best] : [before, best];
  }
  if (best.end !== undefined || best.minutes !== undefined) return [best];
  const end = times[at + 1];
  return end !== undefined && end.start === undefined ? [best, end] : [best];
};
