import type { Board } from '../core/plan/board.ts';
import { createDraft } from '../core/plan/draft.ts';
import { weekModel } from '../core/plan/model/week-model.ts';
import { pricesIn } from './prices-in.ts';
import type { Solver } from './solver.ts';
import type { RelaxAnswer, RelaxTask } from './tasks.ts';

export const relaxWeek = (board: Board, solver: Solver, { therapists }: RelaxTask): RelaxAnswer => {
  const model = weekModel(createDraft(board), { therapists });
  const program = solver.open(model.model);
  try {
    const answer = program.solve();
    return { prices: answer ? pricesIn(model, answer) : { slots: new Map(), crowd: new Map() } };
  } finally {
    program.close();
  }
};
