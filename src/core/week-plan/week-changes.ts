import type { PlannedVisit } from '../plan/week-plan.ts';
import { isAt } from './with-wishes.ts';

/** What would be otherwise, visit by visit. */
export interface WeekChanges<Visit> {
  readonly goes: readonly Visit[];
  readonly comes: readonly Visit[];
  /** The same time with other students. */
  readonly regrouped: readonly Visit[];
}

export const weekChanges = (
  before: readonly PlannedVisit[],
  after: readonly PlannedVisit[],
): WeekChanges<PlannedVisit> => {
  const counterpart = (visit: PlannedVisit) => before.find((other) => isAt(other, visit));
  const hasOthers = (visit: PlannedVisit) => {
    const known = counterpart(visit);
    return known !== undefined && known.services.toSorted().join() !== visit.services.toSorted().join();
  };
  return {
    goes: before.filter((visit) => !after.some((other) => isAt(other, visit))),
    comes: after.filter((visit) => counterpart(visit) === undefined),
    regrouped: after.filter(hasOthers),
  };
};
