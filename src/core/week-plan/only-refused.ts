import { atClass } from '../at-class.ts';
import { fittingVisits, isAhead, type Proposal, refusedVisits } from '../possible-visits.ts';
import type { ProposeInput } from '../propose-input.ts';
import type { LocalDate } from '../time.ts';
import type { PlanNeed } from './caseload-of.ts';

/** What would fit that day, where all of it is what the teacher said no to: the first of it. */
export const onlyRefused = (asked: ProposeInput, need: PlanNeed, date: LocalDate): Proposal | undefined => {
  const ahead = isAhead(atClass(asked, need).now);
  return fittingVisits(need, date).some(ahead) ? undefined : refusedVisits(need, date).find(ahead);
};
