import { at } from '../core/plan/at.ts';
import type { Board } from '../core/plan/board.ts';
import { createDraft } from '../core/plan/draft.ts';
import { weekModel } from '../core/plan/model/week-model.ts';
import { improvePart } from './improve-part.ts';
import { priceTherapist } from './price-therapist.ts';
import { proveWeek } from './prove-week.ts';
import type { Solver } from './solver.ts';
import type { Answers, PackedVisit, Task } from './tasks.ts';

type Do<K extends Task['kind']> = (task: Extract<Task, { kind: K }>) => Answers[K];

/** The exact part of planning: models of parts of the week, solved. */
export const createExact = (
  board: Board,
  solver: Solver,
  onBetter: (visits: readonly PackedVisit[]) => void = () => {},
): { [K in Task['kind']]: Do<K> } => ({
  relax: ({ therapists }) => {
    const { model, slotRows, crowdRows } = weekModel(createDraft(board), { therapists });
    const slots = new Map<number, Map<number, number>>();
    const crowd = new Map<number, number>();
    const duals = solver.duals(model);
    if (duals === undefined) return { prices: { slots, crowd } };
    for (const { row, classDay, minute } of slotRows) {
      const day = slots.get(classDay) ?? new Map<number, number>();
      slots.set(classDay, day.set(minute, Math.max(0, at(duals, row))));
    }
    for (const { row, classDay } of crowdRows) crowd.set(classDay, Math.max(0, at(duals, row)));
    return { prices: { slots, crowd } };
  },
  price: (task) => priceTherapist(board, solver, task),
  improve: (task) => improvePart(board, solver, task),
  prove: (task) => proveWeek(board, solver, task, onBetter),
});
