import type { Board } from '../core/plan/board.ts';
import { add, classIsFree, createDraft, type Visit, visitsOf } from '../core/plan/draft.ts';

/** A week with more visits in it; where two want a class at once, the first one has it. */
export const fitted = (board: Board, week: readonly Visit[], more: readonly Visit[]): Visit[] => {
  const draft = createDraft(board, week);
  for (const visit of more) if (classIsFree(draft, visit.candidate)) add(draft, visit);
  return visitsOf(draft);
};
