import type { VisitState } from './visit-state.ts';

interface Kept {
  readonly state: VisitState;
  readonly insteadOf: string | null;
  readonly swapRank: number | null;
}

/** Of several rooms kept in place of one lost visit one will be: the best that is left counts for it. */
export const bestKept = <Visit extends Kept>(visits: readonly Visit[]): Visit[] => {
  const rank = ({ swapRank }: Kept) => swapRank ?? 1;
  const isLesser = (one: Visit) =>
    one.insteadOf !== null &&
    visits.some(
      (other) => other.state === 'held' && other.insteadOf === one.insteadOf && rank(other) < rank(one),
    );
  return visits.filter((visit) => visit.state !== 'held' || !isLesser(visit));
};
