import type { ProposeInput } from '../../../src/core/propose-input.ts';
import type { PlanNeed, WeekAsked } from '../../../src/core/week-plan/caseload-of.ts';
import { at, block, freeTherapist, monday, week } from '../sample-school.ts';

/** Handwriting, thirty minutes in Room 12, which writes from 9:00 to 9:40 every day: so at 9:00, 9:05 or 9:10. */
export const room12 = (changes: Partial<PlanNeed> = {}): PlanNeed => ({
  pairingId: 'p12',
  classroomId: 'c12',
  room: 'Room 12',
  focuses: ['handwriting'],
  minutes: 30,
  missing: 1,
  classDay: { blocks: [block('writing', at(9), at(9, 40))], activities: [] },
  mandates: [{ id: 'k', sessions: 1 }],
  ...changes,
});

/** Monday at eight, by a therapist with nothing booked. */
export const inputOf = (needs: readonly PlanNeed[], changes: Partial<ProposeInput> = {}): ProposeInput => ({
  needs,
  dates: week,
  therapist: freeTherapist,
  taken: [],
  now: { date: monday, minute: at(8) },
  limit: 5,
  ...changes,
});

export const askedOf = (needs: readonly PlanNeed[], changes: Partial<WeekAsked> = {}): WeekAsked => ({
  monday,
  therapist: { id: 'maya', discipline: 'ot' },
  needs,
  input: inputOf(needs),
  standing: [],
  before: [],
  ...changes,
});
