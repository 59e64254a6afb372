import type { PlanNeed, WeekAsked } from '../../../src/core/week-plan/caseload-of.ts';
import { at, freeTherapist, monday, week } from '../sample-school.ts';

/** The week of a free occupational therapist, asked for on Monday at eight. */
export const weekAsked = (
  needs: readonly PlanNeed[],
  input: Partial<WeekAsked['input']> = {},
  more: Partial<WeekAsked> = {},
): WeekAsked => ({
  monday,
  therapist: { id: 'maya', discipline: 'ot' },
  needs,
  input: {
    needs,
    dates: week,
    therapist: freeTherapist,
    taken: [],
    now: { date: monday, minute: at(8) },
    limit: 5,
    ...input,
  },
  standing: [],
  before: [],
  ...more,
});
