import type { PlanNeed } from '../../../src/core/week-plan/caseload-of.ts';
import { at, block } from '../sample-school.ts';

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
