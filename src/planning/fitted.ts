import { at } from '../core/plan/at.ts';
import { type Board, dayOf } from '../core/plan/board.ts';
import { clash } from '../core/plan/day-options.ts';
import { add, classIsFree, createDraft, type Draft, type Visit, visitsOf } from '../core/plan/draft.ts';

/** A week with more visits in it, as far as they still can be: others may have taken the time or the sessions. */
export const fitted = (board: Board, week: readonly Visit[], more: readonly Visit[]): Visit[] => {
  const draft = createDraft(board, week);
  for (const visit of more) {
    const group = groupLeft(draft, visit);
    if (group.length > 0) add(draft, { ...visit, group });
  }
  return visitsOf(draft);
};

const groupLeft = (draft: Draft, { candidate, group }: Visit): readonly number[] => {
  const today = at(draft.byTherapistDay, dayOf(candidate.therapist, candidate.day));
  if (!classIsFree(draft, candidate) || today.some((other) => clash(candidate, other.candidate))) return [];
  return group.filter(
    (mandate) => at(draft.missing, mandate) > 0 && !today.some((other) => other.group.includes(mandate)),
  );
};
