import type { Board } from '../core/plan/board.ts';
import type { Visit } from '../core/plan/draft.ts';
import { unpack } from './packed.ts';
import type { PackedVisit } from './tasks.ts';

/** The visits of these therapists, and everybody else’s. */
export const parted = (board: Board, visits: readonly PackedVisit[], therapists: readonly number[]) => {
  const own: Visit[] = [];
  const others: Visit[] = [];
  for (const visit of unpack(board, visits))
    (therapists.includes(visit.candidate.therapist) ? own : others).push(visit);
  return { own, others };
};
