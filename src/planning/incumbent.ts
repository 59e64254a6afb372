import type { Board } from '../core/plan/board.ts';
import { createDraft, type Visit } from '../core/plan/draft.ts';
import { grainOf } from '../core/plan/grain.ts';
import { objectiveOf } from '../core/plan/objective.ts';

/** The best week so far and the lowest bound. Only what is better gets in. */
export const createIncumbent = (board: Board, onBetter: () => void) => {
  const grain = grainOf(board.caseload);
  let visits: readonly Visit[] = [];
  let objective = objectiveOf(createDraft(board));
  let bound = Infinity;
  return {
    get visits() {
      return visits;
    },
    get objective() {
      return objective;
    },
    get bound() {
      return bound;
    },
    /** Objectives are multiples of it; 0 where the weights have nothing in common. */
    grain,
    get isProven() {
      return objective >= bound - 1e-6;
    },
    offer: (week: readonly Visit[]): boolean => {
      const worth = objectiveOf(createDraft(board, week));
      if (worth <= objective + 1e-6) return false;
      visits = week;
      objective = worth;
      onBetter();
      return true;
    },
    proveBound: (proven: number): void => {
      // Between two multiples nothing can lie.
      const rounded = grain > 0 ? Math.floor(proven / grain + 1e-6) * grain : proven;
      if (rounded >= bound - 1e-9) return;
      bound = Math.max(rounded, objective);
      onBetter();
    },
  };
};
export type Incumbent = ReturnType<typeof createIncumbent>;
