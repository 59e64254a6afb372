import { at } from './at.ts';
import { type Candidate, dayOf } from './board.ts';
import type { Draft } from './draft.ts';

/** Whom to serve in this visit beside the others of that day: those it fits best, of those still missing a session. */
export const bestGroup = (draft: Draft, { pair, therapist, day, fits }: Candidate): number[] => {
  const { board, missing } = draft;
  const own = at(board.pairs, pair).mandates;
  const today = at(draft.byTherapistDay, dayOf(therapist, day));
  const open: { mandate: number; fit: number }[] = [];
  own.forEach((mandate, nth) => {
    const fit = at(fits, nth);
    if (fit > 0 && at(missing, mandate) > 0 && !today.some(({ group }) => group.includes(mandate)))
      open.push({ mandate, fit });
  });
  if (open.length > board.caseload.groupCap) {
    // Of equal fit, whoever misses more is harder to place later.
    open.sort((a, b) => b.fit - a.fit || at(missing, b.mandate) - at(missing, a.mandate));
    open.length = board.caseload.groupCap;
  }
  return open.map(({ mandate }) => mandate);
};
