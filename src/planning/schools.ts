import { DAYS } from '../core/plan/board.ts';
import type { SettledHalf } from './tasks.ts';

/** Which school each half-day of each therapist belongs to, as far as that is settled. */
export type Schools = ReturnType<typeof createSchools>;

export const createSchools = (settled: Iterable<SettledHalf> = []) => {
  const known = new Map<number, SettledHalf>();
  const settle = (halves: Iterable<SettledHalf>): void => {
    for (const half of halves) known.set(half[0] * 2 * DAYS + half[1], half);
  };
  settle(settled);
  return {
    settle,
    of: (therapists: readonly number[]): SettledHalf[] =>
      [...known.values()].filter(([therapist]) => therapists.includes(therapist)),
    /** Where these are otherwise. */
    differences: (halves: readonly SettledHalf[]): SettledHalf[] =>
      halves.filter(([therapist, half, school]) => known.get(therapist * 2 * DAYS + half)?.[2] !== school),
  };
};
