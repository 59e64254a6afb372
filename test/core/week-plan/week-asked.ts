import type { ProposeInput } from '../../../src/core/propose-input.ts';
import type { PlanNeed, WeekAsked } from '../../../src/core/week-plan/caseload-of.ts';
import { at, freeTherapist, monday, week } from '../sample-school.ts';

/** A free occupational therapist, on Monday at eight. */
export const inputOf = (needs: readonly PlanNeed[], changes: Partial<ProposeInput> = {}): ProposeInput => ({
  needs,
  dates: week,
  therapist: freeTherapist,
  taken: [],
  now: { date: monday, minute: at(8) },
  limit: 5,
  ...changes,
});

/** The week of that therapist, asked for then. */
export const weekAsked = (
  needs: readonly PlanNeed[],
  input: Partial<ProposeInput> = {},
  more: Partial<WeekAsked> = {},
): WeekAsked => ({
  monday,
  therapist: { id: 'maya', discipline: 'ot' },
  needs,
  input: inputOf(needs, input),
  standing: [],
  before: [],
  ...more,
});
