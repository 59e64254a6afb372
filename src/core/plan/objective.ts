import { at } from './at.ts';
import { dayOf, week } from './board.ts';
import type { Draft, Visit } from './draft.ts';

/** What a visit adds by itself: fit and met sessions, less its own cost, and more if it was there last week. */
export const visitWorth = ({ board }: Draft, { candidate, group }: Visit): number => {
  const { keep, visit, unmetSession } = board.caseload.weights;
  const own = at(board.pairs, candidate.pair).mandates;
  let worth = (candidate.kept ? keep : 0) - visit;
  for (const mandate of group) worth += at(candidate.fits, own.indexOf(mandate)) + unmetSession;
  return worth;
};

/** Whether a therapist changes schools at noon. */
const swaps = (visits: readonly Visit[]): boolean => {
  const morning = visits.find(({ candidate }) => candidate.half === 0)?.candidate.school;
  const afternoon = visits.find(({ candidate }) => candidate.half === 1)?.candidate.school;
  return morning !== undefined && afternoon !== undefined && morning !== afternoon;
};

/** One therapist's day: its visits and the change of schools; crowding not counted. */
const dayWorth = (draft: Draft, therapist: number, day: number): number => {
  const visits = at(draft.byTherapistDay, dayOf(therapist, day));
  const worth = visits.reduce((sum, visit) => sum + visitWorth(draft, visit), 0);
  return swaps(visits) ? worth - draft.board.caseload.weights.schoolSwap : worth;
};

export const weekWorth = (draft: Draft, therapist: number): number =>
  week.reduce((sum, day) => sum + dayWorth(draft, therapist, day), 0);

/** What so many visits of one class on one day cost. */
export const crowding = ({ board: { caseload } }: Draft, visits: number): number =>
  caseload.weights.classDayOver * Math.max(0, visits - caseload.classVisitsPerDay);

/** The objective of formats a coordinator can read in docs/planning.md. */
export const objectiveOf = (draft: Draft): number => {
  const { therapists, weights } = draft.board.caseload;
  let sum = 0;
  for (const { sessions } of draft.board.mandates) sum -= weights.unmetSession * sessions;
  for (const therapist of therapists.keys()) sum += weekWorth(draft, therapist);
  for (const visits of draft.byClassDay) sum -= crowding(draft, visits.length);
  return sum;
};
