import { overlaps } from '../time.ts';
import { at } from './at.ts';
import { type Board, type Candidate, DAYS, dayOf } from './board.ts';

/** A candidate taken up, with the mandates served in it. */
export interface Visit {
  readonly candidate: Candidate;
  /** Numbers of mandates. */
  readonly group: readonly number[];
}

/** A week being worked on. It is changed in place, by `add` and `remove` only. */
export interface Draft {
  readonly board: Board;
  /** By therapist and day, in no order. */
  readonly byTherapistDay: Visit[][];
  /** By class and day, in no order. */
  readonly byClassDay: Candidate[][];
  /** Sessions each mandate still misses. */
  readonly missing: Int32Array;
}

export const createDraft = (board: Board, visits: readonly Visit[] = []): Draft => {
  const { therapists, classes } = board.caseload;
  const draft: Draft = {
    board,
    byTherapistDay: Array.from({ length: therapists.length * DAYS }, () => []),
    byClassDay: Array.from({ length: classes.length * DAYS }, () => []),
    missing: Int32Array.from(board.mandates, ({ sessions }) => sessions),
  };
  for (const visit of visits) add(draft, visit);
  return draft;
};

export const add = (draft: Draft, visit: Visit): void => {
  const { candidate, group } = visit;
  at(draft.byTherapistDay, dayOf(candidate.therapist, candidate.day)).push(visit);
  at(draft.byClassDay, dayOf(candidate.classroom, candidate.day)).push(candidate);
  for (const mandate of group) draft.missing[mandate] = at(draft.missing, mandate) - 1;
};

export const remove = (draft: Draft, visit: Visit): void => {
  const { candidate, group } = visit;
  take(at(draft.byTherapistDay, dayOf(candidate.therapist, candidate.day)), visit);
  take(at(draft.byClassDay, dayOf(candidate.classroom, candidate.day)), candidate);
  for (const mandate of group) draft.missing[mandate] = at(draft.missing, mandate) + 1;
};

const take = <T>(list: T[], item: T): void => void list.splice(list.indexOf(item), 1);

export const visitsOf = (draft: Draft): Visit[] => draft.byTherapistDay.flat();

/** Whether the class can have this visit beside those it already has. */
export const classIsFree = (draft: Draft, candidate: Candidate): boolean =>
  !at(draft.byClassDay, dayOf(candidate.classroom, candidate.day)).some((other) =>
    overlaps(other, candidate),
  );

/** What one more visit of the class that day costs. */
export const crowdCost = ({ board, byClassDay }: Draft, { classroom, day }: Candidate): number =>
  at(byClassDay, dayOf(classroom, day)).length < board.caseload.classVisitsPerDay
    ? 0
    : board.caseload.weights.classDayOver;
